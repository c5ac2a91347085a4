package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Microsoft's DirectLineJS without their Web Chat, on a page of another origin: by socket and by
/// asking again and again, with a file, and coming back to where it was.
@ExtendWith(Browsers.Resolver.class)
class DirectLineClientTest {
  private static final String SECRET = "a secret of thirty-two characters";

  @Test
  void talksBySocketAndByAskingAndComesBack(Browsers browsers) throws Exception {
    try (var shop = new ShopPage(NpmFile.DIRECT_LINE);
        var product =
            new Product(
                "--direktdraht.directline[0].line=directline",
                "--direktdraht.directline[0].secret=" + SECRET,
                "--direktdraht.directline[0].origins=" + shop.origin());
        var context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      shop.shows(html(product.port()));
      for (var socket : new boolean[] {true, false}) {
        var opened = opened(product);
        var page = page(context, shop, opened, "&socket=" + socket);
        asks(page);
        comesBack(context, shop, opened, page, socket);
      }
    }
  }

  private static void asks(Page page) {
    page.evaluate("say('Wie lange kann ich etwas zurückgeben?')");
    assertThat(page.locator("#log")).containsText("bot ");
    assertThat(page.locator("#log")).containsText("30 Tage");
    page.evaluate("say('Ich möchte bitte mit einem Menschen sprechen')");
    page.evaluate("sendFile()");
    assertThat(page.locator("#log")).containsText("file Foto.png");
    once(page, "user Wie lange kann ich etwas zurückgeben?");
    once(page, "user Ich möchte bitte mit einem Menschen sprechen");
    assertThat(page.locator("#log")).not().containsText("failed");
  }

  /// With its watermark it is told only what it has not heard.
  private static void comesBack(
      BrowserContext context, ShopPage shop, JsonNode opened, Page before, boolean socket) {
    var mark = before.evaluate("line.watermark");
    before.evaluate("line.end()");
    var from = "&socket=" + socket + "&mark=" + mark;
    var page = page(context, shop, opened, from);
    page.evaluate("say('Vielen Dank!')");
    assertThat(page.locator("#log")).containsText("user Vielen Dank!");
    assertThat(page.locator("#log")).not().containsText("zurückgeben");
  }

  private static Page page(BrowserContext context, ShopPage shop, JsonNode opened, String more) {
    var page = context.newPage();
    page.navigate(
        shop.origin()
            + "/?token="
            + opened.get("token").stringValue()
            + "&conversation="
            + opened.get("conversationId").stringValue()
            + more);
    assertThat(page.locator("#status")).hasText("2"); // ConnectionStatus.Online
    return page;
  }

  private static void once(Page page, String line) {
    Assertions.assertThat(page.locator("#log").textContent().lines()).containsOnlyOnce(line);
  }

  private static JsonNode opened(Product product) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(product.url("/v3/directline/tokens/generate")))
            .header("Authorization", "Bearer " + SECRET)
            .POST(BodyPublishers.ofString("{\"user\":{\"id\":\"dl_eva\",\"name\":\"Eva\"}}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static String html(int port) {
    return """
    <!doctype html><meta charset="utf-8"><pre id="log"></pre><p id="status"></p>
    <script src="/client.js"></script>
    <script>
      const log = text => { document.getElementById('log').textContent += text + '\\n' }
      const asked = new URLSearchParams(location.search)
      const line = new DirectLine.DirectLine({
        token: asked.get('token'),
        domain: 'http://localhost:%d/v3/directline',
        webSocket: asked.get('socket') === 'true',
        pollingInterval: 500,
        ...(asked.has('mark') ? { conversationId: asked.get('conversation'), watermark: asked.get('mark') } : {})
      })
      line.connectionStatus$.subscribe(status => { document.getElementById('status').textContent = status })
      line.activity$.filter(one => one.type === 'message').subscribe(one => {
        log(`${one.from.role ?? one.from.id} ${one.text}`)
        for (const file of one.attachments ?? []) log(`file ${file.name}`)
      })
      const from = { id: 'dl_eva', role: 'user' }
      const send = activity =>
        line.postActivity({ type: 'message', from, ...activity }).subscribe(() => {}, error => log('failed ' + error))
      const say = text => send({ text })
      const sendFile = async () => {
        const picture = await new Promise(done => document.createElement('canvas').toBlob(done))
        send({ attachments: [{ contentType: 'image/png', name: 'Foto.png', contentUrl: URL.createObjectURL(picture) }] })
      }
    </script>
    """
        .formatted(port);
  }
}
