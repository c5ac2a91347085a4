package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// socket.io's own client, on a page of another origin, talks to the bot as a Rasa web chat does.
@ExtendWith(Browsers.Resolver.class)
class RasaSocketTest {
  @Test
  void pollsThenTakesTheSocketAndComesBackToItsSession(Browsers browsers) throws Exception {
    try (var shop = new ShopPage(NpmFile.SOCKET_IO);
        var product =
            new Product(
                "--direktdraht.rasa.socket.enabled=true",
                "--direktdraht.rasa.socket.origins=" + shop.origin());
        var context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      var page = context.newPage();
      shop.shows(html(product.port()));
      page.navigate(shop.origin() + "/");
      assertThat(page.locator("#log")).containsText("session");
      assertThat(page.locator("#transport")).hasText("websocket");
      var session = page.evaluate("localStorage.session");
      page.evaluate("say('Wie lange kann ich etwas zurückgeben?')");
      assertThat(page.locator("#log")).containsText("30 Tage");
      page.reload();
      assertThat(page.locator("#log")).containsText("session");
      org.assertj.core.api.Assertions.assertThat(page.evaluate("localStorage.session"))
          .isEqualTo(session);
      page.evaluate("say('Kann ich mit PayPal zahlen?')");
      assertThat(page.locator("#log")).containsText("PayPal");
      assertThat(page.locator("#log")).not().containsText("30 Tage");
      page.evaluate("socket.emit('user_uttered', { message: 'x', session_id: 'made.up' })");
      assertThat(page.locator("#log")).containsText("error bad_session");
      pollsAlone(page, shop);
    }
  }

  /// A client that only polls is served too.
  private static void pollsAlone(Page page, ShopPage shop) {
    page.navigate(shop.origin() + "/?polling");
    assertThat(page.locator("#log")).containsText("session");
    assertThat(page.locator("#transport")).hasText("polling");
    page.evaluate("say('Kann ich mit PayPal zahlen?')");
    assertThat(page.locator("#log")).containsText("bot ");
  }

  private static String html(int port) {
    return """
    <!doctype html><meta charset="utf-8"><pre id="log"></pre><p id="transport"></p>
    <script src="/client.js"></script>
    <script>
      const log = text => { document.getElementById('log').textContent += text + '\\n' }
      const transports = location.search ? ['polling'] : ['polling', 'websocket']
      const socket = io('http://localhost:%d', { transports })
      const show = () => { document.getElementById('transport').textContent = socket.io.engine.transport.name }
      socket.on('connect', () => {
        show()
        socket.io.engine.on('upgrade', show)
        socket.emit('session_request', { session_id: localStorage.session ?? null })
      })
      socket.on('session_confirm', id => { localStorage.session = id; log('session ' + id) })
      socket.on('bot_uttered', said => log('bot ' + said.text))
      socket.on('error', why => log('error ' + why.code))
      const say = message => socket.emit('user_uttered', { message, session_id: localStorage.session })
    </script>
    """
        .formatted(port);
  }
}
