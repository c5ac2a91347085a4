package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.ANA;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.whatsapp.FakeTemplates;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Template.Filling;
import io.direktdraht.conversation.template.Templates.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What leaves after the window of WhatsApp.
class TemplateWindowTest {
  private static final Author AGENT = new Author.Agent(ANA, "Ana");
  private static final Attachment.Id PICTURE = Attachment.Id.next(NINE);

  @Test
  void aTemplateLeavesAfterTheWindowAndTheAnswerOpensIt() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      var account = new FakeTemplates();
      account.on(bench.platform);
      account.have(Forms.delayed());
      account.closeWindow();
      var seen = bench.hears(1, 1, "Hallo");
      bench.now = bench.now.plus(Duration.ofDays(2));
      bench.says(seen, AGENT, Content.text("zu spät"));
      bench.carryOnce();
      bench.says(seen, AGENT, delayed());
      bench.carryOnce();
      assertThat(bench.shown()).containsExactly("parcel_delayed[Eva, LH-1]");
      assertThat(bench.failures(1)).containsExactly("windowClosed");
      account.openWindow();
      bench.hears(1, 2, "Danke!");
      bench.says(seen, AGENT, Content.text("Gern."));
      bench.carryOnce();
      assertThat(bench.shown()).containsExactly("parcel_delayed[Eva, LH-1]", "Gern.");
    }
  }

  @Test
  void aTemplateThatWasWithdrawnMeanwhileIsShownAsNotSent() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      new FakeTemplates().on(bench.platform);
      bench.says(bench.hears(1, 1, "Hallo"), AGENT, delayed());
      bench.carryOnce();
      assertThat(bench.failures(1)).containsExactly("invalid");
    }
  }

  @Test
  void whoWantsNothingMoreGetsNoTemplateEither() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      var point = new Contact.Point(bench.line(), bench.dialect.id(1));
      bench.optOuts.change(point, true, bench.now);
      bench.says(seen, AGENT, delayed());
      bench.carryOnce();
      assertThat(bench.platform.called()).isEmpty();
      assertThat(bench.failures(1)).containsExactly("unreachable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", " stopp! ", "Abmelden.", "unsubscribe"})
  void whoSaysStopGetsAnswersButNoTemplateUntilTheySayStart(String word)
      throws InterruptedException {
    try (var bench = withDelayed()) {
      var seen = bench.hears(1, 1, word);
      bench.says(seen, AGENT, Content.text("Gut."));
      bench.says(seen, AGENT, delayed());
      bench.carry();
      assertThat(bench.shown()).containsExactly("Gut.");
      assertThat(bench.failures(1)).containsExactly("unreachable");
      bench.hears(1, 2, "Start");
      bench.says(seen, AGENT, delayed());
      bench.carry();
      assertThat(bench.shown()).containsExactly("Gut.", "parcel_delayed[Eva, LH-1]");
      assertThat(bench.texts(1)).containsExactly(word, "Start"); // agents read it, and may answer
    }
  }

  @Test
  void otherWordsStopNothing() throws InterruptedException {
    try (var bench = withDelayed()) {
      bench.says(bench.hears(1, 1, "Stop, das war falsch"), AGENT, delayed());
      bench.carry();
      assertThat(bench.shown()).hasSize(1);
    }
  }

  @Test
  void whoStoppedOurTemplatesAtWhatsAppItselfGetsAnswersAlone() throws InterruptedException {
    try (var bench = withDelayed()) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.platform.next(WhatsAppDialect.error(400, 131050));
      bench.says(seen, AGENT, delayed());
      bench.carry();
      bench.says(seen, AGENT, delayed());
      bench.says(seen, AGENT, Content.text("Hier bin ich."));
      bench.carry();
      assertThat(bench.shown()).containsExactly("Hier bin ich.");
      assertThat(bench.failures(1)).containsExactly("unreachable", "unreachable");
      assertThat(bench.events(1)).noneMatch(ConversationEvent.ReachChanged.class::isInstance);
    }
  }

  private static Bench withDelayed() {
    var bench = new Bench(new WhatsAppDialect());
    var account = new FakeTemplates();
    account.on(bench.platform);
    account.have(Forms.delayed());
    return bench;
  }

  @Test
  void thePictureOfAHeadGoesWithItsTemplate() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      var account = new FakeTemplates();
      account.on(bench.platform);
      account.have(Forms.part());
      bench.says(bench.hears(1, 1, "Hallo"), AGENT, part());
      bench.carryOnce();
      assertThat(bench.failures(1)).isEmpty();
      var link = "https://chat.example/files/" + PICTURE;
      assertThat(bench.shown()).containsExactly("spare_part[" + link + ", Eva]");
    }
  }

  @Test
  void aHeadThatThePlatformCannotHaveIsShownAndNothingElseGoesInstead()
      throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      var account = new FakeTemplates();
      account.on(bench.platform);
      account.have(Forms.part());
      var seen = bench.hears(1, 1, "Hallo");
      bench.links = "http://localhost/files/";
      bench.says(seen, AGENT, part());
      bench.carryOnce();
      assertThat(bench.platform.called()).isEmpty();
      bench.links = "https://chat.example/files/";
      bench.platform.next(WhatsAppDialect.error(400, 131053));
      bench.says(seen, AGENT, part());
      bench.carryOnce();
      assertThat(bench.platform.accepted()).isEmpty();
      assertThat(bench.failures(1)).containsExactly("invalid", "invalid");
    }
  }

  @Test
  void theWayOfALineWithAnAccountTakesTemplates() {
    try (var bench = new Bench(new WhatsAppDialect())) {
      assertThat(bench.outbox.flow().templates()).isEqualTo(Readiness.READY);
    }
  }

  private static Content part() {
    var picture = new Attachment(PICTURE, "Teil.png", "image/png", 1000);
    return ((Filling.Fits) Forms.part().fill(Map.of("1", "Eva"), List.of(picture))).content();
  }

  private static Content delayed() {
    return ((Filling.Fits) Forms.delayed().fill(Map.of("1", "Eva", "2", "LH-1"))).content();
  }
}
