package io.direktdraht.server.shop;

import io.direktdraht.conversation.shop.Orders;

/// No shop is connected: a person has to look.
public final class NoOrders implements Orders {
  @Override
  public Lookup find(String number) {
    return new Lookup.Unavailable("no shop is connected");
  }
}
