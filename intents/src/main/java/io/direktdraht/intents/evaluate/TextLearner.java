package io.direktdraht.intents.evaluate;

import java.util.List;

/// Learns labels from texts; what it has learnt judges new ones.
public interface TextLearner {
  Judge learn(List<Labelled> train);

  /// What was learnt.
  interface Judge {
    Judged judge(String text);
  }

  /// A text and its label.
  record Labelled(String text, String label) {}

  /// The likeliest label and the probability that it is right; `inScope` is higher the more the
  /// text resembles what was learnt, on any scale.
  record Judged(String label, double confidence, double inScope) {}
}
