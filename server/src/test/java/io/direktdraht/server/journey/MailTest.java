package io.direktdraht.server.journey;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Done;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.server.Direktdraht;
import io.direktdraht.server.StorageWiring;
import io.direktdraht.storage.jdbc.JdbcLog;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A customer who writes mails: answered by the bot, then by a person, in one thread.
class MailTest {
  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private ConfigurableApplicationContext product;

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser("hilfe@shop.example", "hilfe", "geheim");
    mail.setUser("eva@example.org", "eva", "geheim");
    product =
        new SpringApplication(Direktdraht.class)
            .run(
                "--server.port=0",
                "--direktdraht.demo=true",
                "--direktdraht.data=" + folder,
                "--direktdraht.catalogue=" + folder.resolve("none"),
                "--direktdraht.recognition.models=target/models",
                "--direktdraht.recognition.shipped-models=../intents/target/models",
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
    mail.stop();
  }

  @Test
  void theBotAnswersAndThenAPersonInTheSameThread() throws Exception {
    writes("<a1@example.org>", "", "Wie lange kann ich etwas zurückgeben?");
    until("the bot's answer", () -> !forEva("30 Tage").isEmpty());
    var answer = forEva("30 Tage").getFirst();
    assertThat(body(answer)).contains("ein Bot");
    assertThat(answer.getSubject()).isEqualTo("Re: Rückgabe");
    assertThat(answer.getHeader("In-Reply-To")).containsExactly("<a1@example.org>");
    assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    writes(
        "<a2@example.org>", answer.getMessageID(), "Ich möchte bitte mit einem Menschen sprechen");
    until("the desk", () -> waiting() > 0);
    var log = product.getBean(JdbcLog.class);
    var seen =
        List.of(Stage.Kind.WAITING, Stage.Kind.PROMISED).stream()
            .flatMap(stage -> log.inStage(stage, 10).stream())
            .findFirst()
            .orElseThrow();
    var ana = product.getBean(Accounts.class).find(new AgentId("ana")).orElseThrow();
    var workplace = product.getBean(Workplace.class);
    assertThat(workplace.claim(seen.id(), ana)).isInstanceOf(Done.Stored.class);
    workplace.answer(seen.id(), ana, "Gern, ich kümmere mich.", UUID.randomUUID().toString());
    until("the agent's answer", () -> !forEva("ich kümmere mich").isEmpty());
    var personal = forEva("ich kümmere mich").getFirst();
    assertThat(personal.getHeader("Auto-Submitted")).isNull();
    assertThat(personal.getHeader("References")[0])
        .contains("<a1@example.org>", answer.getMessageID());
    assertThat(personal.getFrom()[0].toString()).contains("Ana Berger");
    writes("<a3@example.org>", personal.getMessageID(), "Vielen Dank!");
    until("the thanks", () -> log.read(seen.id(), 0, 100).toString().contains("Vielen Dank!"));
  }

  @Test
  void whoeverHasLeftTheWebsiteGetsTheAnswerByMail() throws Exception {
    var log = product.getBean(JdbcLog.class);
    var visitor = UUID.randomUUID().toString();
    var seen = visits(log, visitor, "Mein Tisch kam zerkratzt an").conversation();
    var address =
        new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, "eva@example.org", Instant.now());
    log.append(new Append(seen.id(), new Append.Condition.Always(), List.of(address)));
    var ana = product.getBean(Accounts.class).find(new AgentId("ana")).orElseThrow();
    var workplace = product.getBean(Workplace.class);
    assertThat(workplace.claim(seen.id(), ana)).isInstanceOf(Done.Stored.class);
    workplace.answer(seen.id(), ana, "Das tut mir leid.", UUID.randomUUID().toString());
    workplace.answer(seen.id(), ana, "Ein neuer ist unterwegs.", UUID.randomUUID().toString());
    until("the answer by mail", () -> !forEva("Ein neuer ist unterwegs.").isEmpty());
    assertThat(forEva("Ein neuer ist unterwegs.")).hasSize(1);
    var answer = forEva("Ein neuer ist unterwegs.").getFirst();
    assertThat(answer.getSubject()).isEqualTo("Ihre Anfrage bei Lindenhof");
    assertThat(answer.getHeader("In-Reply-To")).isNull();
    assertThat(answer.getFrom()[0].toString()).contains("Ana Berger");
    writes("<b1@example.org>", answer.getMessageID(), "Danke, das ging schnell!");
    until("the reply", () -> log.read(seen.id(), 0, 100).toString().contains("ging schnell"));
    workplace.answer(seen.id(), ana, "Gern geschehen.", UUID.randomUUID().toString());
    until("the next answer, by mail at once", () -> !forEva("Gern geschehen.").isEmpty());
    assertThat(visits(log, visitor, "Hallo?").conversation().id()).isEqualTo(seen.id());
  }

  private static Intake.Admission visits(JdbcLog log, String visitor, String text) {
    var key = UUID.randomUUID().toString();
    return log.receive(
        new Inbound(StorageWiring.WEB, visitor, key, Content.text(text), "de", Instant.now()));
  }

  private int waiting() {
    var conversations = product.getBean(Conversations.class);
    return conversations.inStage(Stage.Kind.WAITING, 10).size()
        + conversations.inStage(Stage.Kind.PROMISED, 10).size();
  }

  private void writes(String id, String answers, String text) throws MessagingException {
    var mime =
        """
        Message-ID: %s\r
        From: Eva <eva@example.org>\r
        To: hilfe@shop.example\r
        Subject: =?utf-8?Q?R=C3=BCckgabe?=\r
        In-Reply-To: %s\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        %s\r
        """
            .formatted(id, answers, text);
    var message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mime.getBytes(StandardCharsets.UTF_8)));
    mail.getUserManager().getUserByEmail("hilfe@shop.example").deliver(message);
  }

  private List<MimeMessage> forEva(String words) {
    return Arrays.stream(mail.getReceivedMessagesForDomain("example.org"))
        .filter(one -> body(one).contains(words))
        .toList();
  }

  private static String body(MimeMessage message) {
    try {
      return String.valueOf(message.getContent());
    } catch (java.io.IOException | MessagingException failed) {
      return GreenMailUtil.getBody(message);
    }
  }
}
