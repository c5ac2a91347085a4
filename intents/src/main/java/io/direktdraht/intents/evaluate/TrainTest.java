package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.LabelLine;
import io.direktdraht.intents.evaluate.TextLearner.Labelled;
import io.direktdraht.intents.evaluate.TrainTestScore.Outcome;
import io.direktdraht.intents.measure.Latency;
import java.util.ArrayList;
import java.util.function.Consumer;

/// Learns from a file's lines of the split `train` and judges those of `test`.
public final class TrainTest {
  private static final double NANOS = 1e9;
  private final TextLearner learner;
  private final Consumer<Wrong> wrongs;

  /// Every wrong line goes to `wrongs`.
  public TrainTest(TextLearner learner, Consumer<Wrong> wrongs) {
    this.learner = learner;
    this.wrongs = wrongs;
  }

  /// `done` is told of every line judged.
  public TrainTestScore score(LineFile<LabelLine> file, Runnable done) throws BrokenEvaluationFile {
    var train = new ArrayList<Labelled>();
    file.each(line -> {
      if (line.train()) train.add(new Labelled(line.text(), line.label()));
    });
    long began = System.nanoTime();
    var judge = learner.learn(train);
    double seconds = (System.nanoTime() - began) / NANOS;
    var times = new Latency.Tally();
    var outcomes = new ArrayList<Outcome>();
    file.each(line -> {
      if (!line.train()) outcomes.add(judged(judge, line, times));
      done.run();
    });
    return TrainTestScore.of(outcomes, new TrainTestScore.Learning(seconds, times.score()));
  }

  private Outcome judged(TextLearner.Judge judge, LabelLine line, Latency.Tally times) {
    long began = System.nanoTime();
    var judged = judge.judge(line.text());
    times.add(System.nanoTime() - began);
    var outcome = new Outcome(line.label(), judged);
    if (!outcome.strange() && !outcome.right())
      wrongs.accept(
          new Wrong("", line.label(), judged.label(), judged.confidence(), "judged", line.text()));
    return outcome;
  }
}
