package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.direktdraht.intents.evaluate.EvaluationFiles.AlarmLine;
import io.direktdraht.intents.evaluate.EvaluationFiles.IntentLine;
import io.direktdraht.intents.evaluate.EvaluationFiles.OutOfScopeLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private final Heard recogniser = new Heard();

  @Test
  void tellsWhatTheBotWouldHaveMadeOfEveryLine() {
    var wrongs = new ArrayList<Wrong>();
    var tally = new IntentScore.Tally(recogniser, wrongs::add);
    List.of(
            new IntentLine("de", "a", "sure a"),
            new IntentLine("de", "b", "sure a"),
            new IntentLine("en", "a", "between a b"),
            new IntentLine("en", "a", "unknown b"),
            new IntentLine("en", "b", "nothing at all"))
        .forEach(tally);
    var score = tally.score();
    assertThat(score.right()).isEqualTo(new Share(5, 2));
    assertThat(score.byLanguage())
        .containsEntry("de", new Share(2, 1))
        .containsEntry("en", new Share(3, 1));
    assertThat(score.abstained()).isEqualTo(new Share(5, 2));
    assertThat(score.asked()).isEqualTo(new Share(5, 1));
    assertThat(score.wrongAnswered()).isEqualTo(new Share(5, 1));
    assertThat(score.macroF1()).isCloseTo((2.0 * 2 / (3 + 3) + 0) / 2, within(1e-12));
    assertThat(score.ece()).isCloseTo((0.9 + 0.55 + 0.02) / 5, within(1e-12));
    assertThat(wrongs)
        .containsExactly(
            new Wrong("de", "b", "a", 0.95, "answered", "sure a"),
            new Wrong("en", "a", "b", 0.02, "not_understood", "unknown b"),
            new Wrong("en", "b", "none", 0, "not_understood", "nothing at all"));
    assertThat(score.misses()).containsExactlyElementsOf(wrongs);
    assertThat(score.latency().p99()).isPositive();
  }

  @Test
  void rejectsOnlyWhatIsNotUnderstood() {
    var wrongs = new ArrayList<Wrong>();
    var tally = new OutOfScopeScore.Tally(recogniser, wrongs::add);
    for (var text : List.of("unknown a", "nothing", "between a b", "sure a"))
      tally.accept(new OutOfScopeLine("en", text));
    assertThat(tally.score().rejected()).isEqualTo(new Share(4, 2));
    assertThat(tally.score().notAnswered()).isEqualTo(new Share(4, 3));
    assertThat(wrongs)
        .extracting(Wrong::expected, Wrong::got, Wrong::verdict)
        .containsExactly(tuple("none", "a", "asked"), tuple("none", "a", "answered"));
  }

  @Test
  void countsAlarmsByLanguageAndEmotion() {
    var lines =
        List.of(
            new AlarmLine("de", true, "anger", "angry"),
            new AlarmLine("de", true, "anger", "calm"),
            new AlarmLine("de", true, "sadness", "angry"),
            new AlarmLine("en", false, "none", "angry"),
            new AlarmLine("en", false, "none", "calm"),
            new AlarmLine("en", false, "none", "human"));
    var score = AlarmScore.emotion(recogniser, lines);
    assertThat(score.all().n()).isEqualTo(6);
    assertThat(score.all().recall()).isEqualTo(2.0 / 3);
    assertThat(score.precision()).isEqualTo(2.0 / 3);
    assertThat(score.falseAlarms().rate()).isEqualTo(1.0 / 3);
    assertThat(score.byKind().get("anger").recall()).isEqualTo(0.5);
    assertThat(score.byLanguage().get("en").falseAlarms()).isEqualTo(new Share(3, 1));
    assertThat(score.misses()).extracting(Wrong::got).containsExactly("person", "bot");
    assertThat(score.auc()).as("2 of 3 above 2 of 3, ties half").isCloseTo(6.0 / 9, within(1e-12));
    assertThat(AlarmScore.humanWish(recogniser, lines).auc()).isNull();
    assertThat(AlarmScore.humanWish(recogniser, lines).falseAlarms()).isEqualTo(new Share(3, 1));
  }

  @Test
  void keepsOnlyTheWorst() {
    var worst = new Wrong.Worst();
    for (int i = 0; i < 1_000; i++) worst.add(new Wrong("de", "a", "b", i / 1000.0, "", ""));
    assertThat(worst.list()).hasSize(100);
    assertThat(worst.list().getFirst().probability()).isEqualTo(0.999);
    assertThat(worst.list().getLast().probability()).isEqualTo(0.9);
  }
}
