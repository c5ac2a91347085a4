package io.direktdraht.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.options.AriaRole;
import io.direktdraht.channel.setup.Roster;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Done;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.server.StorageWiring;
import io.direktdraht.storage.jdbc.JdbcLog;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Mailboxes and Direct Lines are set up while the product runs, by a program and by the page.
@ExtendWith(Browsers.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OurLinesTest {
  private static final String LINE = "mail-de";
  private static final String SECRET = "a secret of thirty-two characters";
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private GreenMailUser box;
  private Product product;

  @BeforeAll
  void start() {
    mail.start();
    box = mail.setUser("hilfe@shop.example", "hilfe", "geheim");
    for (var name : new String[] {"eva", "udo", "ina"})
      mail.setUser(name + "@example.org", name, "x");
    product = new Product("--direktdraht.mail.poll=200ms", "--direktdraht.mail.unread-for=1s");
  }

  @AfterEach
  void removeAll() {
    var roster = product.part(Roster.class);
    for (var line : roster.all().keySet()) roster.forget(line, "olga");
    box.setPassword("geheim");
  }

  @AfterAll
  void stop() {
    product.close();
    mail.stop();
  }

  private Map<String, String> told(String... changes) {
    var values =
        new HashMap<>(
            Map.of(
                "address", "hilfe@shop.example",
                "imap", "imap://127.0.0.1:" + mail.getImap().getPort(),
                "smtp", "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "user", "hilfe",
                "password", "geheim"));
    for (int i = 0; i < changes.length; i += 2) values.put(changes[i], changes[i + 1]);
    return values;
  }

  @Test
  void aMailboxIsSetUpAnswersPausesAndIsRemoved() throws Exception {
    try (var olga = new Operator(product, "olga")) {
      assertThat(olga.keeps(LINE, "email", told("imap", "127.0.0.1")).body())
          .contains("imap must be imaps://host:port");
      assertThat(olga.keeps(LINE, "email", told()).statusCode()).isEqualTo(200);
      assertThat(olga.tries(LINE, "check", "").toString())
          .contains("\"code\":\"ok\",\"detail\":\"INBOX\",\"by\":\"imap\"", "\"by\":\"smtp\"");
      writes("eva@example.org", "Wie lange kann ich etwas zurückgeben?");
      until("the bot's answer", () -> arrived("eva@example.org", "30 Tage").isPresent());
      until("it is told", () -> olga.sees(LINE).at("/looked/taken").asInt() == 1);
      assertThat(olga.sees(LINE).toString()).doesNotContain("geheim");

      box.setPassword("anders");
      writes("udo@example.org", "Wie lange kann ich etwas zurückgeben?");
      until("it pauses", () -> olga.troubles(LINE).contains("paused"));
      assertThat(olga.tries(LINE, "check", "").toString())
          .contains("\"code\":\"refused\"")
          .doesNotContain("\"code\":\"ok\"");
      assertThat(olga.sees(LINE).at("/owed").asInt()).isEqualTo(1);
      olga.keeps(LINE, "email", told("password", "anders"));
      until("what waited", () -> arrived("udo@example.org", "30 Tage").isPresent());
      assertThat(olga.troubles(LINE)).isEqualTo("[]");

      assertThat(olga.removes(LINE)).isEqualTo(204);
      assertThat(olga.removes(LINE)).isEqualTo(404);
    }
  }

  /// What nobody read on the website goes by the mailbox that is open at that moment.
  @Test
  void unreadAnswersGoByAMailboxThatCameLater() throws Exception {
    try (var olga = new Operator(product, "olga")) {
      var before = asksAndIsAnswered("Die erste Antwort");
      var late = Instant.now().plusSeconds(2);
      until("it was looked for, and there was no mailbox", () -> Instant.now().isAfter(late));
      olga.keeps("mail-later", "email", told());
      until("the answer", () -> arrived("ina@example.org", "Die erste Antwort").isPresent());
      var log = product.part(JdbcLog.class);
      assertThat(log.read(before, 0, 100).toString()).contains("Forwarded", "mail-later");
    }
  }

  private ConversationId asksAndIsAnswered(String answer) {
    var log = product.part(JdbcLog.class);
    var text = Content.text("Mein Tisch kam zerkratzt an");
    var visitor = UUID.randomUUID().toString();
    var inbound = new Inbound(StorageWiring.WEB, visitor, visitor, text, "de", Instant.now());
    var seen = log.receive(inbound).conversation();
    var address =
        new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, "ina@example.org", Instant.now());
    log.append(new Append(seen.id(), new Append.Condition.Always(), java.util.List.of(address)));
    var ana = product.part(Accounts.class).find(new AgentId("ana")).orElseThrow();
    var workplace = product.part(Workplace.class);
    assertThat(workplace.claim(seen.id(), ana)).isInstanceOf(Done.Stored.class);
    workplace.answer(seen.id(), ana, answer, UUID.randomUUID().toString());
    return seen.id();
  }

  @Test
  void aDirectLineGivesTokensUntilItIsRemoved() throws Exception {
    try (var olga = new Operator(product, "olga")) {
      assertThat(token("https://shop.example")).isEqualTo(403);
      var short31 = Map.of("secret", SECRET.substring(2));
      assertThat(olga.keeps("app", "directline", short31).body())
          .contains("secret needs at least 32 characters");
      var values = Map.of("secret", SECRET, "origins", "https://shop.example, https://b.example");
      assertThat(olga.keeps("app", "directline", values).statusCode()).isEqualTo(200);
      assertThat(token("https://shop.example")).isEqualTo(200);
      assertThat(token("https://b.example")).isEqualTo(200);
      assertThat(token("https://other.example")).isEqualTo(403);
      assertThat(olga.sees("app").toString()).contains("\"visited\"").doesNotContain(SECRET);
      assertThat(olga.removes("app")).isEqualTo(204);
      assertThat(token("https://shop.example")).isEqualTo(403);
    }
  }

  @Test
  void linesThatAreOffSayWhatTurnsThemOn() {
    try (var olga = new Operator(product, "olga")) {
      assertThat(olga.troubles("socketio")).contains("off", "rasa.socket.enabled");
      assertThat(olga.troubles("callback")).contains("off", "rasa.callback");
      assertThat(olga.troubles("rest")).isEqualTo("[]");
    }
  }

  @Test
  void anOperatorSetsUpAMailboxOnThePage(Browsers browsers) throws Exception {
    try (var olga = new Colleague(browsers, product, "olga")) {
      var page = olga.page;
      var main = page.getByRole(AriaRole.MAIN);
      page.getByLabel("Kanäle").click();
      SetUpTest.button(page, "Anschluss einrichten").click();
      SetUpTest.button(page, "E-Mail").click();
      page.getByLabel("E-Mail-Adresse").fill("hilfe@gmx.de");
      assertThat(page.getByLabel("IMAP-Server")).hasValue("imaps://imap.gmx.net:993");
      assertThat(page.getByLabel("Anbieter")).hasValue("gmx");
      SetUpTest.button(page, "Speichern").click();
      assertThat(page.getByLabel("Passwort")).isFocused();
      page.getByLabel("E-Mail-Adresse").fill("hilfe@shop.example");
      assertThat(page.getByLabel("IMAP-Server")).hasValue("");
      page.getByLabel("IMAP-Server").fill(told().get("imap"));
      page.getByLabel("SMTP-Server").fill(told().get("smtp"));
      page.getByLabel("Benutzer").fill("hilfe");
      page.getByLabel("Passwort").fill("geheim");
      SetUpTest.button(page, "Speichern").click();
      SetUpTest.button(page, "Prüfen").click();
      assertThat(main).containsText("IMAP: Wir sind hineingekommen und sehen den Ordner INBOX.");
      assertThat(main).containsText("SMTP: Wir dürfen als hilfe senden.");
      main.getByLabel("An").first().fill("eva@example.org");
      SetUpTest.button(page, "Senden").click();
      assertThat(main).containsText("Der Mailserver hat sie angenommen.");
      assertThat(arrived("eva@example.org", "Das ist eine Probe.")).isPresent();
      writes("eva@example.org", "Guten Tag");
      assertThat(main).containsText("Seit dem Öffnen kam eine E-Mail.");
      SetUpTest.button(page, "Diesen Anschluss entfernen").click();
      SetUpTest.button(page, "Ja, entfernen").click();
      assertThat(page.getByRole(AriaRole.NAVIGATION)).not().containsText("email");
    }
  }

  @Test
  void anOperatorSetsUpADirectLineOnThePageAndCopiesItsSecret(Browsers browsers) throws Exception {
    try (var olga = new Colleague(browsers, product, "olga")) {
      var page = olga.page;
      page.getByLabel("Kanäle").click();
      SetUpTest.button(page, "Anschluss einrichten").click();
      SetUpTest.button(page, "Direct Line").click();
      var secret = page.locator("#line-secret").inputValue();
      assertThat(secret).hasSize(32);
      SetUpTest.button(page, "Speichern").click();
      var main = page.getByRole(AriaRole.MAIN);
      assertThat(main).containsText("/v3/directline/tokens/generate");
      assertThat(main).containsText("WebChat.createDirectLine({ token, domain })");
      assertThat(main).not().containsText(secret);
      assertThat(token(secret, "https://x.example")).isEqualTo(403); // of another page
      assertThat(token(secret, null)).isEqualTo(200);
      page.navigate(product.url("/console/#/lines/web"));
      assertThat(main).containsText("/widget/direktdraht-chat.js\"></script>");
    }
  }

  private int token(String origin) throws IOException, InterruptedException {
    return token(SECRET, origin);
  }

  private int token(String secret, @Nullable String origin)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(product.url("/v3/directline/tokens/generate")))
            .header("Authorization", "Bearer " + secret)
            .POST(BodyPublishers.ofString("{}"));
    if (origin != null) request.header("Origin", origin);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
  }

  private void writes(String from, String text) throws MessagingException {
    var message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("hilfe@shop.example"));
    message.setSubject("Frage");
    message.setText(text, "UTF-8");
    message.saveChanges();
    box.deliver(message);
  }

  private Optional<MimeMessage> arrived(String to, String words) {
    return Arrays.stream(mail.getReceivedMessagesForDomain(to))
        .filter(one -> body(one).contains(words))
        .findFirst();
  }

  private static String body(MimeMessage message) {
    try {
      return String.valueOf(message.getContent());
    } catch (IOException | MessagingException failed) {
      throw new AssertionError(failed);
    }
  }
}
