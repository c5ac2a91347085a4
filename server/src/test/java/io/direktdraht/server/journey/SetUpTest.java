package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An operator sets up a line of WhatsApp without reading anything else.
@ExtendWith({Product.Resolver.class, Browsers.Resolver.class})
class SetUpTest {
  private static final String LINE = "whatsapp-at";
  private final WhatsAppDialect dialect = new WhatsAppDialect();
  private final FakePlatform meta = dialect.platform();

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void aLineIsSetUpTriedHeardAndRemoved(Product product, Browsers browsers) throws Exception {
    try (var olga = new Colleague(browsers, product, "olga")) {
      sets(olga.page, meta.url());
      var main = olga.page.getByRole(AriaRole.MAIN);
      assertThat(main).containsText("Plattformen können http://localhost");
      meta.next(dialect.known().orElseThrow().says());
      button(olga.page, "Prüfen").click();
      assertThat(main).containsText("Die Plattform kennt uns als Lindenhof · +49 30 5550199.");
      main.getByLabel("An", new Locator.GetByLabelOptions()).first().fill("491701234");
      button(olga.page, "Senden").click();
      assertThat(main).containsText("Die Plattform hat sie angenommen.");

      tells(product, dialect.wrote(7, 1, "Servus"));
      assertThat(main).containsText("übernommen");
      tells(product, "<html>kein JSON</html>");
      assertThat(main).containsText("Ein Aufruf der Plattform war nicht lesbar.");
      button(olga.page, "Zeigen").click();
      assertThat(main.locator("pre")).hasText("<html>kein JSON</html>");
      button(olga.page, "Verwerfen").click();
      assertThat(main.locator("pre")).hasCount(0);

      button(olga.page, "Ändern").click();
      assertThat(olga.page.getByLabel("App-Geheimcode")).hasValue("");
      asksForSecretsOfAnotherAddress(olga.page);
      button(olga.page, "Speichern").click();
      assertThat(button(olga.page, "Ändern")).isVisible();
      button(olga.page, "Diesen Anschluss entfernen").click();
      button(olga.page, "Ja, entfernen").click();
      assertThat(olga.page.getByRole(AriaRole.NAVIGATION)).not().containsText(LINE);
    }
  }

  private void asksForSecretsOfAnotherAddress(Page page) {
    var address = page.getByLabel("API-Adresse");
    address.fill("https://elsewhere.example");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Eine Adresse ist neu.");
    button(page, "Speichern").click();
    assertThat(page.getByLabel("App-Geheimcode")).isFocused();
    assertThat(page.getByText("Bitte ausfüllen.")).hasCount(2);
    address.fill(meta.url().toString());
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Eine Adresse ist neu.");
  }

  @Test
  void agentsDoNotComeHere(Product product, Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana")) {
      assertThat(ana.page.getByLabel("Kanäle")).hasCount(0);
      var answer = ana.page.request().get(product.url("/api/lines"));
      org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(403);
    }
  }

  /// From the board to a line that stands.
  static void sets(Page page, URI platform) {
    page.getByLabel("Kanäle").click();
    button(page, "Anschluss einrichten").click();
    button(page, "WhatsApp").click();
    button(page, "Speichern").click();
    assertThat(page.getByText("Bitte ausfüllen.").first()).isVisible();
    page.getByLabel("Name des Anschlusses").fill(LINE);
    page.getByLabel("Telefonnummer-ID").fill(WhatsAppDialect.PHONE);
    page.getByLabel("Prüfwort").fill(WhatsAppDialect.VERIFY_TOKEN);
    page.getByLabel("App-Geheimcode").fill(WhatsAppDialect.APP_SECRET);
    page.getByLabel("Zugriffstoken").fill(WhatsAppDialect.ACCESS_TOKEN);
    page.getByLabel("API-Adresse").fill(platform.toString());
    button(page, "Speichern").click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(LINE)))
        .isVisible();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void tells(Product product, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(product.url("/webhooks/whatsapp/" + LINE)))
            .POST(BodyPublishers.ofString(body));
    dialect
        .signed(body.getBytes(StandardCharsets.UTF_8))
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(200);
  }
}
