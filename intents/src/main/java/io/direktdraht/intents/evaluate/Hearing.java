package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.measure.Latency;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.recognise.Verdict;

/// Has sentences understood and notes how long each takes.
final class Hearing {
  private static final Candidate NOTHING = new Candidate(Wrong.NONE, 0);
  private final Recogniser recogniser;
  private final Latency.Tally times = new Latency.Tally();

  Hearing(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  Understanding understand(String text) {
    long began = System.nanoTime();
    var understanding = recogniser.understand(text);
    times.add(System.nanoTime() - began);
    return understanding;
  }

  Latency latency() {
    return times.score();
  }

  static Candidate best(Understanding understanding) {
    var candidates = understanding.candidates();
    return candidates.isEmpty() ? NOTHING : candidates.getFirst();
  }

  /// The word for files and reports.
  static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Sure _ -> "answered";
      case Verdict.Between _ -> "asked";
      case Verdict.Unknown _ -> "not_understood";
    };
  }
}
