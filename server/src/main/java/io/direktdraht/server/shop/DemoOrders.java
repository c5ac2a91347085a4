package io.direktdraht.server.shop;

import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The orders of the demo shop Lindenhof, dated around today so that they always make sense.
public final class DemoOrders implements Orders {
  private final InstantSource clock;

  public DemoOrders(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Lookup find(String number) {
    return all().stream()
        .filter(order -> order.number().equals(number))
        .findFirst()
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(Lookup.NotFound::new);
  }

  public List<Order> all() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return List.of(
        new Order(
            "LH-402915",
            Order.Status.SHIPPED,
            today.minusDays(5),
            List.of(new Order.Item("Gartenbank Alva", 1)),
            "189.00 EUR",
            today.plusDays(3),
            "DHL"),
        new Order(
            "LH-402877",
            Order.Status.PACKED,
            today.minusDays(2),
            List.of(new Order.Item("Gießkanne Bach, 8 l", 1), new Order.Item("Pflanzkelle", 2)),
            "64.80 EUR",
            today.plusDays(4),
            "DPD"),
        new Order(
            "LH-402640",
            Order.Status.DELIVERED,
            today.minusDays(21),
            List.of(new Order.Item("Hochbeet Linde", 1)),
            "129.00 EUR",
            today.minusDays(16),
            "DHL"),
        new Order(
            "LH-402951",
            Order.Status.PLACED,
            today,
            List.of(new Order.Item("Lampe Mond", 1)),
            "49.90 EUR",
            null,
            null));
  }
}
