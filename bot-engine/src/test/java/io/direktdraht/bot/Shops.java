package io.direktdraht.bot;

import io.direktdraht.bot.words.Company;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.intents.Formality;
import java.time.LocalDate;
import java.util.List;

/// A shop with one order, one number it does not know, and one that it cannot look up.
public final class Shops {
  public static final String KNOWN = "LH-402915";
  public static final String UNKNOWN = "LH-111111";
  public static final String OUTAGE = "LH-555555";
  public static final Company COMPANY =
      new Company(
          "Lindenhof", "030 1234567", "hallo@lindenhof.example", "Mo-Fr 9-17 Uhr", Formality.SIE);

  private Shops() {}

  public static Orders orders() {
    return number ->
        switch (number) {
          case KNOWN -> new Orders.Lookup.Found(order(Order.Status.SHIPPED));
          case OUTAGE -> new Orders.Lookup.Unavailable("connection refused");
          default -> new Orders.Lookup.NotFound();
        };
  }

  public static Order order(Order.Status status) {
    return new Order(
        KNOWN,
        status,
        LocalDate.of(2026, 11, 18),
        List.of(new Order.Item("Teekanne", 1), new Order.Item("Tasse", 4)),
        "89.00 EUR",
        LocalDate.of(2026, 11, 25),
        "DHL");
  }
}
