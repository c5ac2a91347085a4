package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.direktdraht.conversation.Patience.until;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.whatsapp.FakeTemplates;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.storage.jdbc.Database;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A customer who begins on the website, goes on in a messenger and gets the answer by mail: one
/// conversation.
@ExtendWith(Browsers.Resolver.class)
class OneCustomerTest {
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final WhatsAppDialect dialect = new WhatsAppDialect();
  private final FakeTemplates account = new FakeTemplates();
  private final FakePlatform meta = account.on(dialect.platform());
  private final Product product = started();
  private int written;

  private Product started() {
    mail.start();
    mail.setUser("hilfe@shop.example", "hilfe", "geheim");
    mail.setUser("eva@example.org", "eva", "geheim");
    return new Product(
        "--direktdraht.whatsapp[0].line=whatsapp-de",
        "--direktdraht.whatsapp[0].phone-number-id=" + WhatsAppDialect.PHONE,
        "--direktdraht.whatsapp[0].waba-id=" + WhatsAppDialect.ACCOUNT,
        "--direktdraht.whatsapp[0].app-secret=" + WhatsAppDialect.APP_SECRET,
        "--direktdraht.whatsapp[0].verify-token=" + WhatsAppDialect.VERIFY_TOKEN,
        "--direktdraht.whatsapp[0].access-token=" + WhatsAppDialect.ACCESS_TOKEN,
        "--direktdraht.whatsapp[0].url=" + meta.url(),
        "--direktdraht.files.url=https://chat.shop.example",
        "--direktdraht.onward.to[0].line=whatsapp-de",
        "--direktdraht.onward.to[0].name=WhatsApp",
        "--direktdraht.onward.to[0].url=https://wa.me/493012345?text={text}",
        "--direktdraht.mail.poll=200ms",
        "--direktdraht.mail.unread-for=2s",
        "--direktdraht.mail.lines[0].name=mail",
        "--direktdraht.mail.lines[0].address=hilfe@shop.example",
        "--direktdraht.mail.lines[0].imap=imap://127.0.0.1:" + mail.getImap().getPort(),
        "--direktdraht.mail.lines[0].smtp=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
        "--direktdraht.mail.lines[0].user=hilfe",
        "--direktdraht.mail.lines[0].password=geheim");
  }

  @AfterEach
  void stop() {
    product.close();
    meta.close();
    mail.stop();
  }

  @Test
  void startsOnTheWebsiteGoesOnInAMessengerAndGetsTheAnswerByMail(Browsers browsers) {
    try (var ana = new Colleague(browsers, product, "ana")) {
      try (var customer = new Customer(browsers, product, 1440, 900).opens()) {
        customer.writes("Mein Tisch LH-402915 kam zerkratzt an");
        customer.reads("ein Bot");
        writesInTheMessenger(invited(customer));
        until("the bot knows them", () -> heardInTheMessenger("hier geht es weiter"));
        customer.reads("hier geht es weiter");
        var wish = "Ich möchte bitte mit einem Menschen sprechen";
        writesInTheMessenger(wish);
        until("they wait", () -> heardInTheMessenger("ich hole einen Menschen"));
        writesInTheMessenger("Meine Adresse ist eva@example.org");
        until("it is noted", () -> heardInTheMessenger("eva@example.org"));
        ana.opens("Meine Adresse").takesOver();
        ana.reads("Mein Tisch LH-402915 kam zerkratzt an");
        ana.reads("Schreibt jetzt auch per WhatsApp (mit Code bewiesen)");
        ana.writes("Guten Tag, hier ist Ana.");
        until("the answer is where they wrote", () -> heardInTheMessenger("hier ist Ana"));
        changesTheirMind(ana, customer);
        customer.writes("Danke, ich muss jetzt los");
        ana.reads("ich muss jetzt los");
        ana.page.locator("#way").selectOption("whatsapp-de");
        ana.writes("Die Fotos bitte hierher.");
        until("the answer is where Ana chose", () -> heardInTheMessenger("Die Fotos bitte"));
        goesOnAfterTheWindow(ana);
        customer.writes("Noch etwas");
        ana.reads("Noch etwas");
        customer.button("Chat schließen").first().click();
      }
      ana.writes("Ein neuer Tisch ist unterwegs.");
      until("the answer by mail", () -> mailed("Ein neuer Tisch ist unterwegs."));
      ana.reads("Nicht gelesen, deshalb auch per E-Mail geschickt");
    }
  }

  /// What is changed or taken back in the messenger is so on every page that is open.
  private void changesTheirMind(Colleague ana, Customer customer) {
    writesInTheMessenger("Meine Karte: streng geheim");
    int card = written;
    writesInTheMessenger("Die Kratzer sind links");
    int side = written;
    for (var place : List.of(ana.page, customer.page)) {
      assertThat(place.getByText("streng geheim").first()).isVisible();
      assertThat(place.getByText("sind links").first()).isVisible();
    }
    tells(dialect.withdrawn(1, ++written, card).orElseThrow());
    tells(dialect.edited(1, ++written, side, "Die Kratzer sind rechts").orElseThrow());
    ana.reads("Ihr Inhalt ist gelöscht");
    ana.reads("Die Kratzer sind rechts");
    customer.reads("Nachricht zurückgenommen");
    customer.reads("Die Kratzer sind rechts");
    for (var place : List.of(ana.page, customer.page))
      assertThat(place.getByText("streng geheim")).hasCount(0);
    ana.page.getByText("geändert", new Page.GetByTextOptions().setExact(true)).click();
    ana.reads("Die Kratzer sind links");
  }

  /// The customer last wrote in the messenger two days ago: only an approved template goes there.
  private void goesOnAfterTheWindow(Colleague ana) {
    account.have(Forms.delayed(), Forms.hello(), Forms.shipped(), Forms.part());
    account.closeWindow();
    lastWroteInTheMessenger(Duration.ofDays(2));
    ana.page.reload();
    assertThat(ana.page.locator("#way-notice"))
        .containsText("Eine freigegebene Vorlage geht trotzdem.");
    assertThat(ana.composer()).not().isEditable();
    ana.page.locator("#way-notice").getByText("Vorlage wählen").click();
    ana.button("Parcel delayed").press("Enter"); // it has the focus
    ana.page.getByLabel("Lücke 1").fill("Frau Lind");
    ana.page.getByLabel("Lücke 2").fill("LH-402915");
    assertThat(ana.page.getByRole(AriaRole.DIALOG))
        .containsText("Guten Tag Frau Lind, Ihre Bestellung LH-402915 kommt etwas später.");
    ana.page.keyboard().press("Enter");
    until("Meta has it", () -> heardInTheMessenger("parcel_delayed[Frau Lind, LH-402915]"));
    ana.reads("Guten Tag Frau Lind, Ihre Bestellung LH-402915 kommt etwas später.");
    ana.reads("Vorlage parcel_delayed");
    sendsAPictureAboveATemplate(ana);
    fillsHeadAndButtons(ana);
    account.openWindow();
    writesInTheMessenger("Danke, das passt!");
    ana.reads("Danke, das passt!");
    assertThat(ana.composer()).isEditable();
    ana.writes("Gern geschehen.");
    until("the window is open", () -> heardInTheMessenger("Gern geschehen."));
  }

  private void sendsAPictureAboveATemplate(Colleague ana) {
    ana.page.locator("#way-notice").getByText("Vorlage wählen").click();
    ana.button("Spare part").click();
    ana.page.getByLabel("Lücke 1").fill("Frau Lind");
    assertThat(ana.page.locator(".template-form .primary")).isDisabled();
    ana.page.locator(".template-file input").setInputFiles(FilesTest.photo("Teil.png"));
    assertThat(ana.page.locator(".template-preview img")).isVisible();
    ana.page.getByLabel("Lücke 1").press("Enter");
    until(
        "Meta has where the picture is",
        () -> heardInTheMessenger("spare_part[https://chat.shop.example/files/"));
    ana.reads("Ist es dieses Teil, Frau Lind?");
    assertThat(ana.thread().locator(".picture img").last()).isVisible();
  }

  private void fillsHeadAndButtons(Colleague ana) {
    ana.page.locator("#way-notice").getByText("Vorlage wählen").click();
    ana.button("Parcel shipped").click();
    ana.page.getByLabel("Lücke 1 in der Überschrift").fill("LH-402915");
    ana.page.getByLabel("Lücke 1", new Page.GetByLabelOptions().setExact(true)).fill("Eva");
    ana.page.getByLabel("Ende der Adresse").fill("zwei Wörter");
    ana.page.getByLabel("Code hinter").fill("DANKE10");
    ana.page.keyboard().press("Enter");
    assertThat(ana.page.getByText("Nur was in einer Adresse steht")).isVisible();
    ana.page.getByLabel("Ende der Adresse").fill("4711");
    assertThat(ana.page.getByRole(AriaRole.DIALOG)).containsText("https://shop.example/track/4711");
    ana.page.keyboard().press("Enter");
    until(
        "Meta has it all",
        () -> heardInTheMessenger("parcel_shipped[LH-402915, Eva, 4711, DANKE10]"));
    ana.reads("Zur Sendung: https://shop.example/track/4711");
  }

  /// As if that time had passed since.
  private void lastWroteInTheMessenger(Duration ago) {
    var change =
        """
        update event set payload = regexp_replace(payload, '"at":"[^"]*"', ?)
        where type = 'MessageReceived' and payload like '%whatsapp-de%'
        """;
    try (var connection = product.part(Database.class).source().getConnection();
        var statement = connection.prepareStatement(change)) {
      statement.setString(1, "\"at\":\"" + Instant.now().minus(ago) + "\"");
      Assertions.assertThat(statement.executeUpdate()).isPositive();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /// What the link sends to the messenger, once the picture for a camera is there too.
  private static String invited(Customer customer) {
    customer.button("Auf dem Handy weiterschreiben").first().click();
    var ways = customer.widget().getByRole(AriaRole.REGION, named("Auf dem Handy weiterschreiben"));
    assertThat(ways.getByRole(AriaRole.IMG).first()).isVisible();
    var link = ways.getByRole(AriaRole.LINK, named("In WhatsApp öffnen")).first();
    assertThat(link).isVisible();
    var href = link.getAttribute("href");
    Assertions.assertThat(href).startsWith("https://wa.me/493012345?text=");
    customer.button("Zurück zum Gespräch").click();
    return URLDecoder.decode(href.replaceFirst(".*text=", ""), StandardCharsets.UTF_8);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private void writesInTheMessenger(String text) {
    tells(dialect.wrote(1, ++written, text));
  }

  private void tells(String webhook) {
    var bytes = webhook.getBytes(StandardCharsets.UTF_8);
    var to = URI.create(product.url("/webhooks/whatsapp/whatsapp-de"));
    var request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofByteArray(bytes));
    dialect.signed(bytes).forEach((name, values) -> request.header(name, values.getFirst()));
    try (var http = HttpClient.newHttpClient()) {
      var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
      Assertions.assertThat(status).isEqualTo(200);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private boolean heardInTheMessenger(String words) {
    return meta.accepted().stream().map(dialect::text).anyMatch(text -> text.contains(words));
  }

  private boolean mailed(String words) {
    return Arrays.stream(mail.getReceivedMessagesForDomain("example.org"))
        .anyMatch(one -> GreenMailUtil.getBody(one).contains(words));
  }
}
