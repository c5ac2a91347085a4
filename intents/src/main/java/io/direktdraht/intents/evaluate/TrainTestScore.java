package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.LabelLine;
import io.direktdraht.intents.measure.LabelScore;
import io.direktdraht.intents.measure.Latency;
import io.direktdraht.intents.measure.Ranking;
import io.direktdraht.intents.measure.Reliability;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How well labels are learnt from one part of a file and found in the other. Label, probability
/// and `n` are those of the lines in scope; `strange` tells of the others, null where there are
/// none. `auc` is the probability that a line of one label scores above one of the other; null
/// where the labels are not two.
public record TrainTestScore(
    LabelScore labels,
    Reliability reliability,
    @Nullable Double auc,
    @Nullable Strange strange,
    Learning learning) {
  /// The label of lines that belong to none of the others.
  public static final String OUT_OF_SCOPE = "oos";

  /// Out of scope: the share rejected at the threshold that keeps 95 % of the lines in scope, and
  /// the probability that a line in scope scores above a strange one (area under the ROC curve).
  public record Strange(int n, double recallAt95, double auroc) {}

  /// How long it took to learn, and to judge a message.
  public record Learning(double trainSeconds, Latency latency) {}

  /// A test line, what was expected and how it was judged.
  public record Outcome(String expected, TextLearner.Judged judged) {
    boolean strange() {
      return expected.equals(OUT_OF_SCOPE);
    }

    boolean right() {
      return expected.equals(judged.label());
    }
  }

  public static TrainTestScore of(List<Outcome> outcomes, Learning learning) {
    var labels = new LabelScore.Tally();
    var reliability = new Reliability.Tally();
    for (var outcome : outcomes) {
      if (outcome.strange()) continue;
      labels.add(outcome.expected(), outcome.judged().label());
      reliability.add(outcome.judged().confidence(), outcome.right());
    }
    var strange = strange(scores(outcomes, false), scores(outcomes, true));
    return new TrainTestScore(
        labels.score(), reliability.score(), auc(outcomes), strange, learning);
  }

  /// Of two labels one is as likely as the other is not.
  private static @Nullable Double auc(List<Outcome> outcomes) {
    var labels =
        outcomes.stream()
            .filter(outcome -> !outcome.strange())
            .flatMap(outcome -> Stream.of(outcome.expected(), outcome.judged().label()))
            .distinct()
            .sorted()
            .toList();
    if (labels.size() != 2) return null;
    var ranking = new Ranking();
    for (var outcome : outcomes) {
      if (outcome.strange()) continue;
      var judged = outcome.judged();
      boolean last = judged.label().equals(labels.getLast());
      ranking.add(
          outcome.expected().equals(labels.getLast()),
          last ? judged.confidence() : 1 - judged.confidence());
    }
    return ranking.area();
  }

  /// Both splits must be there.
  public static LineFile<LabelLine> checked(LineFile<LabelLine> file) throws BrokenEvaluationFile {
    var seen = new boolean[2];
    file.each(line -> seen[line.train() ? 0 : 1] = true);
    for (int i = 0; i < seen.length; i++)
      if (!seen[i])
        throw new BrokenEvaluationFile(
            file.path(), 0, "holds no line of the split " + (i == 0 ? "train" : "test"));
    return file;
  }

  private static double[] scores(List<Outcome> outcomes, boolean strange) {
    return outcomes.stream()
        .filter(outcome -> outcome.strange() == strange)
        .mapToDouble(outcome -> outcome.judged().inScope())
        .sorted()
        .toArray();
  }

  /// Both sorted upwards. What lies below the threshold is rejected.
  private static @Nullable Strange strange(double[] inScope, double[] strange) {
    if (strange.length == 0 || inScope.length == 0) return null;
    int kept = (95 * inScope.length + 99) / 100; // at least 95 %
    double threshold = inScope[inScope.length - kept];
    long rejected = Arrays.stream(strange).filter(score -> score < threshold).count();
    return new Strange(
        strange.length, (double) rejected / strange.length, Ranking.area(inScope, strange));
  }
}
