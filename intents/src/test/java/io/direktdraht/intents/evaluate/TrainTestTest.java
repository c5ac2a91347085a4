package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.direktdraht.intents.evaluate.TextLearner.Judged;
import io.direktdraht.intents.evaluate.TrainTestScore.Learning;
import io.direktdraht.intents.evaluate.TrainTestScore.Outcome;
import io.direktdraht.intents.measure.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTestTest {
  private static final Learning QUICK = new Learning(0, new Latency(0, 0));
  @TempDir Path folder;

  @Test
  void rejectsAtTheThresholdThatKeeps95Percent() {
    var outcomes = new ArrayList<Outcome>();
    for (int i = 1; i <= 20; i++) outcomes.add(inScope(i)); // 19 of 20 are kept from 2 on
    for (double score : new double[] {0.5, 1.5, 1.9, 2, 30}) outcomes.add(strange(score));
    var strange = Objects.requireNonNull(TrainTestScore.of(outcomes, QUICK).strange());
    assertThat(strange.n()).isEqualTo(5);
    assertThat(strange.recallAt95()).isEqualTo(3.0 / 5);
  }

  @Test
  void countsATieHalf() {
    var outcomes = List.of(inScope(1), inScope(2), inScope(3), strange(0), strange(2), strange(9));
    var strange = Objects.requireNonNull(TrainTestScore.of(outcomes, QUICK).strange());
    assertThat(strange.auroc()).isCloseTo((1 + 1.5 + 2) / 9, within(1e-12));
  }

  @Test
  void countsLabelsOfLinesInScopeOnly() {
    var outcomes =
        List.of(
            outcome("a", "a", 0.75),
            outcome("a", "b", 0.5),
            outcome("b", "oos", 0.5),
            outcome("oos", "a", 0.9));
    var score = TrainTestScore.of(outcomes, QUICK);
    assertThat(score.labels().n()).isEqualTo(3);
    assertThat(score.labels().accuracy()).isEqualTo(1.0 / 3);
    assertThat(score.labels().macroF1()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
    assertThat(score.reliability().ece()).isCloseTo((0.25 + 1.0) / 3, within(1e-12));
  }

  @Test
  void ranksLinesWhereLabelsAreTwo() {
    var outcomes =
        List.of(
            outcome("1", "1", 0.9),
            outcome("1", "0", 0.7), // 0.3 that it is 1
            outcome("0", "0", 0.6), // 0.4
            outcome("0", "0", 0.9), // 0.1
            strange(7));
    assertThat(TrainTestScore.of(outcomes, QUICK).auc()).isCloseTo(3.0 / 4, within(1e-12));
  }

  @Test
  void ranksNothingWhereLabelsAreMoreOrFewer() {
    assertThat(TrainTestScore.of(List.of(inScope(1)), QUICK).auc()).isNull();
    var three = List.of(outcome("a", "a", 1), outcome("b", "b", 1), outcome("c", "c", 1));
    assertThat(TrainTestScore.of(three, QUICK).auc()).isNull();
  }

  @Test
  void saysNothingOfStrangeLinesWhereThereAreNone() {
    assertThat(TrainTestScore.of(List.of(inScope(1)), QUICK).strange()).isNull();
  }

  @Test
  void learnsFromTheOneSplitAndJudgesTheOther() throws Exception {
    var file = file("text\tlabel\tsplit\nx\ta\ttrain\ny\tb\ttrain\nx z\ta\ttest\nw\tb\ttest\n");
    var wrongs = new ArrayList<Wrong>();
    TextLearner first = train -> _ -> new Judged(train.getFirst().label(), train.size() / 10.0, 1);
    var done = new int[1];
    var score =
        new TrainTest(first, wrongs::add).score(EvaluationFiles.labelLines(file), () -> done[0]++);
    assertThat(score.labels().n()).isEqualTo(2);
    assertThat(score.labels().right()).isEqualTo(1);
    assertThat(wrongs).containsExactly(new Wrong("", "b", "a", 0.2, "judged", "w"));
    assertThat(done[0]).isEqualTo(4);
  }

  @Test
  void namesTheBrokenLine() throws IOException {
    broken("text\tlabel\tsplit\nx\ta\tvalid\n", ":2: split cannot be \"valid\"");
    broken("text\tlabel\tsplit\nx\ta\ttrain\nx\t\ttest\n", ":3: label cannot be \"\"");
    broken("label\ttext\tsplit\nx\ta\ttrain\n", ":1: expected the header text label split");
    broken("text\tlabel\tsplit\nx\ta\ttrain\n", ": holds no line of the split test");
  }

  private void broken(String text, String message) throws IOException {
    var file = file(text);
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(() -> TrainTestScore.checked(EvaluationFiles.labelLines(file)))
        .withMessage(file + message);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "t", ".tsv"), text);
  }

  private static Outcome inScope(double score) {
    return new Outcome("a", new Judged("a", 1, score));
  }

  private static Outcome strange(double score) {
    return new Outcome("oos", new Judged("a", 1, score));
  }

  private static Outcome outcome(String expected, String got, double confidence) {
    return new Outcome(expected, new Judged(got, confidence, confidence));
  }
}
