package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.IntentLine;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.recognise.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How well intents are recognised: top intent right, not understood, answered wrongly.
public record IntentScore(
    Share right,
    Map<String, Share> byLanguage,
    Share abstained,
    Share asked,
    Share wrongAnswered,
    double macroF1,
    double ece,
    List<Miss> misses) {
  private static final int BINS = 10;

  public IntentScore {
    byLanguage = Map.copyOf(byLanguage);
    misses = List.copyOf(misses);
  }

  /// A line whose top intent is wrong.
  public record Miss(IntentLine line, String got, double probability, String verdict) {}

  private record Judged(IntentLine line, Understanding understanding) {
    String got() {
      var candidates = understanding.candidates();
      return candidates.isEmpty() ? "" : candidates.getFirst().intent();
    }

    double probability() {
      var candidates = understanding.candidates();
      return candidates.isEmpty() ? 0 : candidates.getFirst().probability();
    }

    boolean right() {
      return got().equals(line.intent());
    }

    Miss miss() {
      var verdict = understanding.verdict().getClass().getSimpleName();
      return new Miss(line, got(), probability(), verdict);
    }
  }

  public static IntentScore of(Recogniser recogniser, List<IntentLine> lines) {
    var judged =
        lines.stream().map(line -> new Judged(line, recogniser.understand(line.text()))).toList();
    var right = Share.NOTHING;
    var abstained = Share.NOTHING;
    var asked = Share.NOTHING;
    var wrong = Share.NOTHING;
    var byLanguage = new TreeMap<String, Share>();
    var misses = new ArrayList<Miss>();
    for (var one : judged) {
      var verdict = one.understanding().verdict();
      right = right.plus(one.right());
      byLanguage.merge(
          one.line().language(),
          Share.NOTHING.plus(one.right()),
          (a, b) -> new Share(a.n() + b.n(), a.hits() + b.hits()));
      abstained = abstained.plus(verdict instanceof Verdict.Unknown);
      asked = asked.plus(verdict instanceof Verdict.Between);
      wrong = wrong.plus(verdict instanceof Verdict.Sure && !one.right());
      if (!one.right()) {
        misses.add(one.miss());
      }
    }
    return new IntentScore(
        right, byLanguage, abstained, asked, wrong, macroF1(judged), ece(judged), misses);
  }

  private static double macroF1(List<Judged> judged) {
    return judged.stream()
        .map(one -> one.line().intent())
        .distinct()
        .mapToDouble(intent -> f1(judged, intent))
        .average()
        .orElse(0);
  }

  private static double f1(List<Judged> judged, String intent) {
    long both = judged.stream().filter(o -> o.right() && o.got().equals(intent)).count();
    long expected = judged.stream().filter(o -> o.line().intent().equals(intent)).count();
    long got = judged.stream().filter(o -> o.got().equals(intent)).count();
    return 2.0 * both / (expected + got);
  }

  /// Expected calibration error over ten equal bins (Naeini et al., 2015).
  private static double ece(List<Judged> judged) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int number = bin;
      var inside =
          judged.stream()
              .filter(o -> Math.min(BINS - 1, (int) (o.probability() * BINS)) == number)
              .toList();
      double confidence = inside.stream().mapToDouble(Judged::probability).sum();
      error += Math.abs(confidence - inside.stream().filter(Judged::right).count());
    }
    return judged.isEmpty() ? 0 : error / judged.size();
  }
}
