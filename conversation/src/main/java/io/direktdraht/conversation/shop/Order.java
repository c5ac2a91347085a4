package io.direktdraht.conversation.shop;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as the shop knows it. `total` is written out with its currency, e.g. "189.00 EUR".
public record Order(
    String number,
    Status status,
    LocalDate placedOn,
    List<Item> items,
    String total,
    @Nullable LocalDate deliveryOn,
    @Nullable String carrier) {
  public enum Status {
    PLACED,
    PACKED,
    SHIPPED,
    DELIVERED,
    CANCELLED
  }

  public record Item(String name, int quantity) {}

  public Order {
    items = List.copyOf(items);
  }
}
