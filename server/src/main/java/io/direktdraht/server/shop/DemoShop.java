package io.direktdraht.server.shop;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the demo shop's page shows as "my orders".
@RestController
@ConditionalOnProperty("direktdraht.demo")
public final class DemoShop {
  private final DemoOrders orders;

  public DemoShop(InstantSource clock) {
    this.orders = new DemoOrders(clock);
  }

  /// An order as the page reads it.
  record View(
      String number,
      String status,
      String placedOn,
      List<Map<String, Object>> items,
      String total,
      String deliveryOn,
      String carrier) {}

  @GetMapping("/demo/orders")
  List<View> orders() {
    return orders.all().stream()
        .map(order ->
            new View(
                order.number(),
                order.status().name().toLowerCase(Locale.ROOT),
                order.placedOn().toString(),
                order.items().stream()
                    .map(i -> Map.<String, Object>of("name", i.name(), "quantity", i.quantity()))
                    .toList(),
                order.total(),
                order.deliveryOn() == null ? "" : order.deliveryOn().toString(),
                order.carrier() == null ? "" : order.carrier()))
        .toList();
  }
}
