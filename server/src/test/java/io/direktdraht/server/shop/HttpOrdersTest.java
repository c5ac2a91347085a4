package io.direktdraht.server.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOrdersTest {
  private static final String ORDER =
      """
      {"number":"LH-1","status":"shipped","placedOn":"2026-11-16","total":"189.00 EUR",
       "items":[{"name":"Gartenbank","quantity":2}],"deliveryOn":"2026-11-24","carrier":"DHL","more":1}
      """;

  @RegisterExtension
  static final WireMockExtension SHOP =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private HttpOrders orders() {
    return orders(Duration.ofMinutes(1));
  }

  private static HttpOrders orders(Duration timeout) {
    return new HttpOrders(SHOP.baseUrl() + "/orders/{number}", "secret", timeout);
  }

  @Test
  void readsAnOrder() {
    answers(aResponse().withBody(ORDER));
    assertThat(orders().find("LH-1"))
        .isEqualTo(
            new Orders.Lookup.Found(
                new Order(
                    "LH-1",
                    Order.Status.SHIPPED,
                    LocalDate.parse("2026-11-16"),
                    List.of(new Order.Item("Gartenbank", 2)),
                    "189.00 EUR",
                    LocalDate.parse("2026-11-24"),
                    "DHL")));
    SHOP.verify(
        getRequestedFor(urlPathEqualTo("/orders/LH-1"))
            .withHeader("Authorization", equalTo("Bearer secret")));
  }

  @Test
  void knowsThatAnOrderDoesNotExist() {
    answers(aResponse().withStatus(404));
    assertThat(orders().find("LH-1")).isEqualTo(new Orders.Lookup.NotFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>Wartung</html>",
        "{\"number\":1}",
        "{\"number\":\"LH-1\"}",
        "{\"number\":\"LH-1\",\"status\":\"lost\",\"placedOn\":\"2026-11-16\",\"total\":\"1\"}",
        "{\"number\":\"LH-1\",\"status\":\"shipped\",\"placedOn\":\"gestern\",\"total\":\"1\"}"
      })
  void takesRubbishForAnOutage(String body) {
    answers(aResponse().withBody(body));
    assertThat(orders().find("LH-1")).isInstanceOf(Orders.Lookup.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 429, 500, 503})
  void takesEveryOtherStatusForAnOutage(int status) {
    answers(aResponse().withStatus(status).withHeader("Location", "http://169.254.169.254/"));
    assertThat(orders().find("LH-1")).isEqualTo(new Orders.Lookup.Unavailable("HTTP " + status));
  }

  @Test
  void doesNotWaitForEver() {
    answers(aResponse().withBody(ORDER).withFixedDelay(10_000));
    assertThat(orders(Duration.ofMillis(300)).find("LH-1"))
        .isInstanceOf(Orders.Lookup.Unavailable.class);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void norForAnAnswerThatStalls() throws IOException {
    try (var shop = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> begin(shop));
      var url = "http://localhost:" + shop.getLocalPort() + "/{number}";
      assertThat(new HttpOrders(url, null, Duration.ofSeconds(1)).find("LH-1"))
          .isInstanceOf(Orders.Lookup.Unavailable.class);
    }
  }

  /// Begins an answer and leaves it at that.
  private static void begin(ServerSocket shop) {
    try (var asking = shop.accept()) {
      var begun = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"number\"";
      asking.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
      asking.getInputStream().readAllBytes();
    } catch (IOException over) {
      // it does not wait
    }
  }

  @Test
  void doesNotReadForEver() {
    answers(aResponse().withBody("x".repeat(1_000_000)));
    assertThat(orders().find("LH-1")).isInstanceOf(Orders.Lookup.Unavailable.class);
  }

  @Test
  void survivesAResetConnection() {
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(orders().find("LH-1")).isInstanceOf(Orders.Lookup.Unavailable.class);
  }

  @Test
  void refusesAnAddressThatMakesNoSense() {
    assertThatThrownBy(() -> new HttpOrders("file:///etc/{number}", null, Duration.ofSeconds(1)))
        .hasMessageContaining("orders.url");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SHOP.stubFor(get(urlPathEqualTo("/orders/LH-1")).willReturn(answer));
  }
}
