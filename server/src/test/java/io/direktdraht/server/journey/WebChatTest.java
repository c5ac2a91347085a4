package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.direktdraht.conversation.Patience.until;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Done;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.server.Direktdraht;
import io.direktdraht.storage.jdbc.JdbcLog;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Microsoft's own Web Chat, on a page of another origin, talks to bot and agent through Direct
/// Line and gets over a restart.
@ExtendWith(Browsers.Resolver.class)
class WebChatTest {
  private static final String SECRET = "a secret of thirty-two characters";
  private static final double PATIENCE =
      120_000; // the client itself waits up to 15 s and then 20 s
  @TempDir Path folder;
  private ShopPage shop;
  private int port;
  private ConfigurableApplicationContext product;

  @BeforeEach
  void start() throws Exception {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    shop = new ShopPage(NpmFile.WEB_CHAT);
    shop.shows(html());
    product = run();
  }

  @AfterEach
  void stop() {
    shop.close();
    product.close();
  }

  @Test
  void talksToBotAndAgentAndGetsOverARestart(Browsers browsers) throws Exception {
    var opened = opened();
    try (var context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      context.setDefaultTimeout(PATIENCE);
      var page = context.newPage();
      page.navigate(shop.origin() + "/?token=" + opened.get("token").stringValue());
      assertThat(page.locator("#chat")).containsText("Connectivity Status: Connected");
      writes(page, "Wie lange kann ich etwas zurückgeben?");
      shows(page, "Wie lange kann ich etwas zurückgeben?");
      assertThat(page.locator("#chat")).containsText("30 Tage");
      writes(page, "Ich möchte bitte mit einem Menschen sprechen");
      answer(opened, "Gern, ich kümmere mich.");
      shows(page, "Gern, ich kümmere mich.");
      product.close();
      product = run();
      answer(opened, "Da bin ich wieder.");
      shows(page, "Da bin ich wieder.");
      writes(page, "Vielen Dank!");
      shows(page, "Vielen Dank!");
      for (var text :
          new String[] {
            "Wie lange kann ich etwas zurückgeben?",
            "Ich möchte bitte mit einem Menschen sprechen",
            "Gern, ich kümmere mich."
          }) shows(page, text);
      until("stored", () -> received(opened, "Vielen Dank!") == 1);
      assertThat(page.locator("#chat")).not().containsText("Send failed");
    }
  }

  private ConfigurableApplicationContext run() {
    return new SpringApplication(Direktdraht.class)
        .run(
            "--server.port=" + port,
            "--direktdraht.demo=true",
            "--direktdraht.data=" + folder,
            "--direktdraht.catalogue=" + folder.resolve("none"),
            "--direktdraht.recognition.models=target/models",
            "--direktdraht.recognition.shipped-models=../intents/target/models",
            "--direktdraht.directline[0].line=directline",
            "--direktdraht.directline[0].secret=" + SECRET,
            "--direktdraht.directline[0].origins=" + shop.origin());
  }

  private JsonNode opened() throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/v3/directline/tokens/generate"))
            .header("Authorization", "Bearer " + SECRET)
            .POST(BodyPublishers.ofString("{\"user\":{\"id\":\"dl_eva\",\"name\":\"Eva\"}}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private String html() {
    return """
    <!doctype html><meta charset="utf-8"><div id="chat" style="height:600px"></div>
    <script src="/client.js"></script>
    <script>
      const token = new URLSearchParams(location.search).get('token')
      const domain = 'http://localhost:%d/v3/directline'
      const directLine = WebChat.createDirectLine({ token, domain })
      WebChat.renderWebChat({ directLine, locale: 'en-US' }, document.getElementById('chat'))
    </script>
    """
        .formatted(port);
  }

  private static void writes(Page page, String text) {
    var box = page.locator("[data-id='webchat-sendbox-input']");
    box.fill(text);
    box.press("Enter");
  }

  /// Once, as a bubble of its own.
  private static void shows(Page page, String text) {
    var exact = ":text-is('" + text + "')";
    var bubbles =
        page.locator(".webchat__text-content" + exact + ", .webchat__text-content " + exact);
    assertThat(bubbles).hasCount(1, new HasCountOptions().setTimeout(PATIENCE));
  }

  private Conversation seen(JsonNode opened) {
    return product
        .getBean(JdbcLog.class)
        .latest(new Line.Id("directline"), opened.get("conversationId").stringValue())
        .orElseThrow();
  }

  private void answer(JsonNode opened, String text) {
    until(
        "the desk",
        () ->
            seen(opened).stage().waitsForPerson()
                || seen(opened).stage() instanceof Stage.WithAgent);
    var ana = product.getBean(Accounts.class).find(new AgentId("ana")).orElseThrow();
    var workplace = product.getBean(Workplace.class);
    var id = seen(opened).id();
    if (!(seen(opened).stage() instanceof Stage.WithAgent))
      Assertions.assertThat(workplace.claim(id, ana)).isInstanceOf(Done.Stored.class);
    Assertions.assertThat(workplace.answer(id, ana, text, UUID.randomUUID().toString()))
        .isInstanceOf(Done.Stored.class);
  }

  private long received(JsonNode opened, String text) {
    return product.getBean(JdbcLog.class).read(seen(opened).id(), 0, 500).stream()
        .map(recorded -> recorded.event())
        .filter(event ->
            event instanceof ConversationEvent.MessageReceived(var message, _)
                && message.content().text().equals(text))
        .count();
  }
}
