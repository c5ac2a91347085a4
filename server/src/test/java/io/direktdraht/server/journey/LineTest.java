package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A line that works in one direction only is noticed by the missing pong, left, and resumed
/// without a gap.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class LineTest {

  @Test
  void aDeafWidgetNoticesAndShowsEverything(Product product, Browsers browsers) {
    var deaf = new AtomicBoolean();
    try (var customer = new Customer(browsers, product, 1440, 900)) {
      customer.page.clock().install();
      customer.page.routeWebSocket(
          url -> url.contains("/chat/socket"), route -> forward(route, deaf));
      customer.page.reload();
      customer.opens();
      customer.writes("Hallo");
      customer.reads("ein Bot");
      deaf.set(true);
      customer.writes("Kann ich mit PayPal zahlen?");
      customer.page.clock().runFor(1_000);
      deaf.set(false); // the old line stays deaf; only a new one hears
      customer.page.clock().runFor(70_000);
      assertThat(customer.log())
          .containsText("PayPal", new ContainsTextOptions().setTimeout(20_000));
      assertThat(customer.log().getByText("Kann ich mit PayPal zahlen?")).hasCount(1);
    }
  }

  /// Forwards both ways; a line that was deaf once stays deaf.
  private static void forward(WebSocketRoute route, AtomicBoolean deaf) {
    var server = route.connectToServer();
    var lost = new AtomicBoolean();
    route.onMessage(frame -> server.send(frame.text()));
    server.onMessage(frame -> {
      if (deaf.get()) lost.set(true);
      if (!lost.get()) route.send(frame.text());
    });
  }
}
