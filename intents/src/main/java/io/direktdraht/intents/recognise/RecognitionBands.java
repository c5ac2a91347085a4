package io.direktdraht.intents.recognise;

import java.util.List;

/// From which probability an intent counts as meant, and from which it is worth asking about.
public record RecognitionBands(double sure, double lead, double ask, double outOfScope) {
  /// Chosen so that wrong answers stay rare: a wrong answer costs more than a question.
  public static final RecognitionBands DEFAULT = new RecognitionBands(0.5, 0.15, 0.3, 0.5);

  public RecognitionBands {
    if (sure < ask || outOfScope <= 0) {
      throw new IllegalArgumentException("sure must be at least ask, was " + sure + " < " + ask);
    }
  }

  /// The same where "none of ours" begins at this probability.
  public RecognitionBands rejecting(double from) {
    return new RecognitionBands(sure, lead, ask, Math.clamp(from, 0.05, 0.95));
  }

  public Verdict judge(List<Candidate> candidates, double none) {
    if (candidates.isEmpty() || none >= outOfScope) {
      return new Verdict.Unknown();
    }
    var best = candidates.getFirst();
    double second = candidates.size() > 1 ? candidates.get(1).probability() : 0;
    if (best.probability() >= sure && best.probability() - second >= lead) {
      return new Verdict.Sure(best);
    }
    var likely =
        candidates.stream()
            .filter(c -> c.probability() >= best.probability() / 4)
            .limit(3)
            .toList();
    double together = likely.stream().mapToDouble(Candidate::probability).sum();
    return likely.size() > 1 && together >= ask
        ? new Verdict.Between(likely)
        : new Verdict.Unknown();
  }
}
