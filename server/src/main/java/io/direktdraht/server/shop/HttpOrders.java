package io.direktdraht.server.shop;

import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Orders of a shop over HTTP: `GET` of the configured URL with `{number}` replaced answers the
/// JSON of an order (docs/orders.md), or 404. Everything else is an outage, never an answer.
public final class HttpOrders implements Orders {
  private static final int LONGEST_ANSWER = 64 * 1024;
  private final String url;
  private final @Nullable String token;
  private final Duration timeout;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public HttpOrders(String url, @Nullable String token, Duration timeout) {
    if (!url.matches("https?://.+") || !url.contains("{number}"))
      throw new IllegalArgumentException(
          "orders.url must be an http address with {number} in it, was " + url);
    this.url = url;
    this.token = token;
    this.timeout = timeout;
  }

  @Override
  public Lookup find(String number) {
    var address = url.replace("{number}", URLEncoder.encode(number, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(timeout)
            .header("Accept", "application/json");
    if (token != null && !token.isBlank()) request.header("Authorization", "Bearer " + token);
    try {
      return read(http.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException outage) {
      return new Lookup.Unavailable(outage.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Lookup.Unavailable("stopped");
    }
  }

  private Lookup read(HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      if (response.statusCode() == 404) return new Lookup.NotFound();
      if (response.statusCode() != 200)
        return new Lookup.Unavailable("HTTP " + response.statusCode());
      var bytes = body.readNBytes(LONGEST_ANSWER + 1);
      if (bytes.length > LONGEST_ANSWER) return new Lookup.Unavailable("the answer is too long");
      return new Lookup.Found(order(json.readTree(bytes)));
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException rubbish) {
      return new Lookup.Unavailable("not an order: " + rubbish.getMessage());
    }
  }

  private static Order order(JsonNode node) {
    var items = new ArrayList<Order.Item>();
    for (var item : node.path("items"))
      items.add(new Order.Item(text(item, "name"), item.path("quantity").asInt(1)));
    return new Order(
        text(node, "number"),
        Order.Status.valueOf(text(node, "status").toUpperCase(Locale.ROOT)),
        LocalDate.parse(text(node, "placedOn")),
        items,
        text(node, "total"),
        node.hasNonNull("deliveryOn") ? LocalDate.parse(text(node, "deliveryOn")) : null,
        node.hasNonNull("carrier") ? text(node, "carrier") : null);
  }

  private static String text(JsonNode node, String name) {
    var value = node.get(name);
    if (value == null || !value.isString())
      throw new IllegalArgumentException(name + " must be a string");
    return value.stringValue();
  }
}
