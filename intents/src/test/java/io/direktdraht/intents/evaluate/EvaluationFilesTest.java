package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.direktdraht.intents.evaluate.EvaluationFiles.AlarmLine;
import io.direktdraht.intents.evaluate.EvaluationFiles.IntentLine;
import io.direktdraht.intents.evaluate.EvaluationFiles.OutOfScopeLine;
import io.direktdraht.intents.recognise.Recognisers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationFilesTest {
  @TempDir Path folder;

  @Test
  void readsEveryFormat() throws Exception {
    assertThat(EvaluationFiles.intents(file("lang\tintent\ttext\nde\tthanks\t\"danke\"\n")))
        .containsExactly(new IntentLine("de", "thanks", "\"danke\""));
    assertThat(EvaluationFiles.outOfScope(file("lang\ttext\nen\tblue\n")))
        .containsExactly(new OutOfScopeLine("en", "blue"));
    assertThat(EvaluationFiles.humanRequests(file("lang\twants_human\ttext\nen\t1\thuman\n")))
        .containsExactly(new AlarmLine("en", true, "human", "human"));
    assertThat(EvaluationFiles.emotions(file("lang\tescalate\temotion\ttext\nde\t0\tnone\tok\n")))
        .containsExactly(new AlarmLine("de", false, "none", "ok"));
  }

  @Test
  void namesFileAndLineOfWhatIsBroken() throws IOException {
    var columns = file("lang\ttext\nde\tgut\nde gut\n");
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(() -> EvaluationFiles.outOfScope(columns))
        .satisfies(e -> assertThat(e.line()).isEqualTo(3))
        .withMessageContaining("3: expected 2 columns");
    var value = file("lang\twants_human\ttext\nde\tja\tgut\n");
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(() -> EvaluationFiles.humanRequests(value))
        .withMessageContaining("2: wants_human cannot be \"ja\"");
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(() -> EvaluationFiles.intents(value))
        .satisfies(e -> assertThat(e.line()).isEqualTo(1));
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(() -> EvaluationFiles.intents(folder.resolve("none.tsv")));
  }

  @Test
  void countsWhatIsRightAndWhatIsMissed() {
    var lines =
        List.of(
            new IntentLine("de", "thanks", "vielen dank"),
            new IntentLine("en", "goodbye", "please cancel my order"));
    var score = IntentScore.of(Recognisers.shipped(), lines);
    assertThat(score.right()).isEqualTo(new Share(2, 1));
    assertThat(score.byLanguage())
        .containsEntry("de", new Share(1, 1))
        .containsEntry("en", new Share(1, 0));
    assertThat(score.misses())
        .singleElement()
        .satisfies(m -> assertThat(m.got()).isEqualTo("order_cancel"));
    assertThat(score.wrongAnswered()).isEqualTo(new Share(2, 1));
    assertThat(score.macroF1()).isEqualTo(0.5);
    var alarms =
        AlarmScore.humanWish(
            Recognisers.shipped(),
            List.of(
                new AlarmLine("en", true, "human", "agent"),
                new AlarmLine("en", false, "human", "agent")));
    assertThat(alarms.heard().rate()).isEqualTo(1);
    assertThat(alarms.falseAlarms().rate()).isEqualTo(1);
    assertThat(alarms.precision()).isEqualTo(0.5);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "e", ".tsv"), text);
  }
}
