package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.direktdraht.conversation.Patience.until;

import io.direktdraht.channel.messenger.MessengerDialect;
import io.direktdraht.channel.messenger.MetaInbox;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody answers a customer in Meta's own inbox, and an agent takes the customer back.
@ExtendWith(Browsers.Resolver.class)
class InboxTest {
  private final MessengerDialect dialect = new MessengerDialect(Network.MESSENGER);
  private final FakePlatform meta = dialect.platform();
  private final Product product =
      new Product(
          "--direktdraht.messenger[0].line=messenger-de",
          "--direktdraht.messenger[0].page-id=" + MessengerDialect.PAGE,
          "--direktdraht.messenger[0].app-id=" + MessengerDialect.APP,
          "--direktdraht.messenger[0].app-secret=" + MessengerDialect.APP_SECRET,
          "--direktdraht.messenger[0].verify-token=" + MessengerDialect.VERIFY_TOKEN,
          "--direktdraht.messenger[0].access-token=" + MessengerDialect.ACCESS_TOKEN,
          "--direktdraht.messenger[0].url=" + meta.url());

  @AfterEach
  void stop() {
    product.close();
    meta.close();
  }

  @Test
  void anAgentTakesTheCustomerBack(Browsers browsers) {
    tells(dialect.wrote(1, 1, "Mensch bitte, die Bank wackelt"));
    try (var ana = new Colleague(browsers, product, "ana")) {
      ana.opens("die Bank wackelt").takesOver();
      tells(MetaInbox.standby(MetaInbox.echo(1, 2, "", "Hier Eva aus dem Laden")));
      var notice = ana.page.locator("#way-notice");
      assertThat(notice).containsText("im Posteingang von Meta bedient");
      assertThat(ana.composer()).not().isEditable();
      ana.reads("Hier Eva aus dem Laden");
      meta.next(new Reaction.Says(400, refusal()));
      ana.button("Hier übernehmen").click();
      assertThat(ana.page.getByText("Meta gibt das Gespräch nicht her")).isVisible();
      assertThat(ana.composer()).not().isEditable();
      meta.next(new Reaction.Says(200, "{\"success\":true}"));
      ana.button("Hier übernehmen").click();
      assertThat(ana.composer()).isEditable();
      assertThat(notice).hasCount(0);
      ana.reads("hat das Gespräch aus dem Posteingang von Meta zurückgeholt");
      ana.writes("Hier ist wieder Ana.");
      until("the answer is there", () -> heard("Hier ist wieder Ana."));
    }
  }

  private static String refusal() {
    return "{\"error\":{\"message\":\"not allowed\",\"code\":10,\"error_subcode\":2018344}}";
  }

  private boolean heard(String words) {
    return meta.accepted().stream().map(dialect::text).anyMatch(words::equals);
  }

  private void tells(String webhook) {
    var bytes = webhook.getBytes(StandardCharsets.UTF_8);
    var to = URI.create(product.url("/webhooks/messenger/messenger-de"));
    var request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofByteArray(bytes));
    dialect.signed(bytes).forEach((name, values) -> request.header(name, values.getFirst()));
    try (var http = HttpClient.newHttpClient()) {
      var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
      Assertions.assertThat(status).isEqualTo(200);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
