package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.Sample;
import java.util.List;
import java.util.stream.IntStream;

/// What is heard in every message, whatever the catalogue holds.
record Detectors(HumanWishDetector humanWish, EmotionDetector emotion) {
  /// One everyday message in so many is enough to learn what is not meant.
  private static final int EVERY = 3;

  static Detectors learn(List<Sample> messages) {
    var everyday =
        IntStream.range(0, messages.size() / EVERY).mapToObj(i -> messages.get(i * EVERY)).toList();
    return new Detectors(HumanWishDetector.learn(everyday), EmotionDetector.learn(everyday));
  }
}
