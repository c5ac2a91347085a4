package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.IntentLine;
import io.direktdraht.intents.measure.LabelScore;
import io.direktdraht.intents.measure.Latency;
import io.direktdraht.intents.measure.Reliability;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// How well intents are recognised: top intent right, not understood, answered wrongly.
public record IntentScore(
    LabelScore labels,
    Map<String, Share> byLanguage,
    Answers answers,
    Reliability reliability,
    Latency latency,
    List<Wrong> misses) {

  public IntentScore {
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    misses = List.copyOf(misses);
  }

  /// What the bot would have done, of all lines: said that it did not understand, asked back,
  /// answered as a wrong intent.
  public record Answers(Share abstained, Share asked, Share wrong) {
    static final Answers NONE = new Answers(Share.NOTHING, Share.NOTHING, Share.NOTHING);

    Answers plus(Verdict verdict, boolean right) {
      return new Answers(
          abstained.plus(verdict instanceof Verdict.Unknown),
          asked.plus(verdict instanceof Verdict.Between),
          wrong.plus(verdict instanceof Verdict.Sure && !right));
    }
  }

  public Share right() {
    return new Share(labels.n(), labels.right());
  }

  public double macroF1() {
    return labels.macroF1();
  }

  public double ece() {
    return reliability.ece();
  }

  public Share abstained() {
    return answers.abstained();
  }

  public Share asked() {
    return answers.asked();
  }

  public Share wrongAnswered() {
    return answers.wrong();
  }

  public static IntentScore of(Recogniser recogniser, List<IntentLine> lines) {
    var tally = new Tally(recogniser, _ -> {});
    lines.forEach(tally);
    return tally.score();
  }

  /// Scores line by line; every line whose top intent is wrong goes to `wrongs`.
  public static final class Tally implements Consumer<IntentLine> {
    private final Hearing hearing;
    private final Consumer<Wrong> wrongs;
    private final LabelScore.Tally labels = new LabelScore.Tally();
    private final Reliability.Tally reliability = new Reliability.Tally();
    private final Map<String, Share> byLanguage = new TreeMap<>();
    private final Wrong.Worst worst = new Wrong.Worst();
    private Answers answers = Answers.NONE;

    public Tally(Recogniser recogniser, Consumer<Wrong> wrongs) {
      this.hearing = new Hearing(recogniser);
      this.wrongs = worst(wrongs);
    }

    @Override
    public void accept(IntentLine line) {
      var understanding = hearing.understand(line.text());
      var best = Hearing.best(understanding);
      var verdict = understanding.verdict();
      boolean right = best.intent().equals(line.intent());
      labels.add(line.intent(), best.intent());
      reliability.add(best.probability(), right);
      byLanguage.merge(line.language(), Share.NOTHING.plus(right), Share::plus);
      answers = answers.plus(verdict, right);
      if (!right)
        wrongs.accept(
            new Wrong(
                line.language(),
                line.intent(),
                best.intent(),
                best.probability(),
                Hearing.name(verdict),
                line.text()));
    }

    public IntentScore score() {
      return new IntentScore(
          labels.score(),
          byLanguage,
          answers,
          reliability.score(),
          hearing.latency(),
          worst.list());
    }

    private Consumer<Wrong> worst(Consumer<Wrong> then) {
      return wrong -> {
        worst.add(wrong);
        then.accept(wrong);
      };
    }
  }
}
