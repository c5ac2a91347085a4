package io.direktdraht.server.shop;

import static io.direktdraht.server.shop.ShopCalls.text;

import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.server.shop.ShopCalls.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Orders of a shop over HTTP: `GET` of the configured URL with `{number}` replaced answers the
/// JSON of an order (docs/orders.md), or 404. Everything else is an outage, never an answer.
public final class HttpOrders implements Orders {
  private final ShopCalls calls;

  public HttpOrders(String url, @Nullable String token, Duration timeout) {
    calls = new ShopCalls("orders.url", url, "{number}", token, timeout);
  }

  @Override
  public Lookup find(String number) {
    return switch (calls.ask(number, HttpOrders::order)) {
      case Answer.Found<Order>(var order) -> new Lookup.Found(order);
      case Answer.NotFound<Order> _ -> new Lookup.NotFound();
      case Answer.Unavailable<Order>(var reason) -> new Lookup.Unavailable(reason);
    };
  }

  private static Order order(JsonNode node) {
    var items = new ArrayList<Order.Item>();
    for (var item : node.path("items"))
      items.add(new Order.Item(text(item, "name"), item.path("quantity").asInt(1)));
    return new Order(
        text(node, "number"),
        Order.Status.valueOf(text(node, "status").toUpperCase(Locale.ROOT)),
        day(node, "placedOn"),
        items,
        text(node, "total"),
        node.hasNonNull("deliveryOn") ? day(node, "deliveryOn") : null,
        node.hasNonNull("carrier") ? text(node, "carrier") : null);
  }

  private static LocalDate day(JsonNode node, String name) {
    try {
      return LocalDate.parse(text(node, name));
    } catch (DateTimeParseException rubbish) {
      throw new IllegalArgumentException(name + " must be a day like 2026-11-16", rubbish);
    }
  }
}
