package io.direktdraht.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.bot.dialogue.Deciding;
import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.conversation.Stage;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.Problem;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Reaction;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.RecognitionBands;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.text.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCatalogueTest {
  private static final String RAILS =
      """
      - {id: human_wish, reason: human_wish, when: human.wish, priority: 50}
      - {id: two_strikes, reason: two_strikes, strikes: 2, when: "true", priority: 50}
      """;
  private static final String VIP =
      RAILS + "- {id: gold, reason: vip, when: contact.tier == \"gold\", priority: 60}\n";

  @TempDir Path folder;

  private final AtomicInteger learnt = new AtomicInteger();
  private final Told told = new Told();

  @Test
  void changedRulesHoldAtOnceAndNothingIsLearntForThem() throws Exception {
    write(RAILS);
    try (var live = live()) {
      var before = live.brains().current();
      assertThat(decided(before)).isInstanceOf(Decision.Answer.class);

      write(VIP);
      assertThat(told.next()).contains("rules of escalation in use");
      var after = live.brains().current();
      assertThat(decided(after)).isInstanceOf(Decision.HandOff.class);
      assertThat(after.version()).isNotEqualTo(before.version());
      assertThat(after.catalogue()).isEqualTo(before.catalogue());
      assertThat(learnt.get()).isEqualTo(1);
    }
  }

  @Test
  void brokenRulesChangeNothingAndAreTold() throws Exception {
    write(VIP);
    try (var live = live()) {
      var before = live.brains().current();

      write(VIP.replace("contact.tier", "contact.tears"));
      assertThat(told.next())
          .contains("rules of escalation refused", "escalation.yml:3: ", "contact.tears");
      assertThat(live.brains().current()).isEqualTo(before);
      assertThat(decided(live.brains().current())).isInstanceOf(Decision.HandOff.class);

      write(RAILS.replace("human.wish", "human.wish && hours.open"));
      assertThat(told.next()).contains("cannot be narrowed or delayed");
      assertThat(live.brains().current()).isEqualTo(before);

      write(RAILS);
      assertThat(told.next()).contains("rules of escalation in use");
      assertThat(decided(live.brains().current())).isInstanceOf(Decision.Answer.class);
    }
  }

  @Test
  void brokenRulesStopTheStartAndMissingOnesAreThoseThatShip() throws Exception {
    try (var live = live()) {
      assertThat(live.brains().current().rules().rules()).hasSizeGreaterThan(10);
    }
    write("- nonsense\n");
    assertThatThrownBy(this::live)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("escalation.yml:1: expected keys with values");
  }

  private LiveCatalogue live() {
    return new LiveCatalogue(
        folder.resolve("no-catalogue"),
        folder.resolve("escalation.yml"),
        catalogue -> {
          learnt.incrementAndGet();
          return new OpeningHours(catalogue);
        },
        told);
  }

  /// What is said to a golden customer.
  private static Decision decided(Brain brain) {
    Facts golden = fact -> fact == Fact.CONTACT_TIER ? "gold" : fact.unknown();
    var situation = Situation.of(new Stage.WithBot(), 1, null, Language.DE).amid(golden);
    var heard = new Heard("wann", null, brain.recogniser().understand("wann"));
    return new Deciding(brain.catalogue(), brain.rules(), (_, _, _) -> {})
        .decide(situation, heard)
        .decision();
  }

  private void write(String text) throws IOException {
    var hidden = Files.writeString(folder.resolve(".new"), text);
    Files.move(
        hidden,
        folder.resolve("escalation.yml"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Takes everything for a question about opening hours.
  private record OpeningHours(Catalogue catalogue) implements Recogniser {
    @Override
    public Understanding understand(String text) {
      return new Understanding(
          Language.DE,
          1,
          Spoken.DE,
          List.of(new Candidate("opening_hours", 0.9)),
          List.of(),
          0.05,
          RecognitionBands.DEFAULT,
          List.of(),
          HumanWish.NONE,
          Emotion.NONE,
          Gravity.NONE,
          Reaction.NONE);
    }

    @Override
    public String catalogueVersion() {
      return catalogue.version();
    }
  }

  /// What the operator is told.
  private static final class Told implements LiveCatalogue.Operator {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void inUse(String what, String version) {
      lines.add(what + " in use: " + version);
    }

    @Override
    public void refused(String what, List<Problem> problems) {
      lines.add(what + " refused: " + problems);
    }

    String next() throws InterruptedException {
      var line = lines.poll(20, TimeUnit.SECONDS);
      assertThat(line).as("a line within 20 seconds").isNotNull();
      return line;
    }
  }
}
