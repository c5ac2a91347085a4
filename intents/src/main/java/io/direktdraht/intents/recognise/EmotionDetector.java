package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.LinearClassifier;
import io.direktdraht.intents.learn.Sample;
import io.direktdraht.intents.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Hears anger, distress and threats: a classifier, strengthened by telling words and by loud
/// writing.
final class EmotionDetector {
  private static final String NONE = "none";
  private static final double PER_WORD = 0.12;

  /// A missed cry for help costs more than a needless look: calm counts only a third.
  private static final double CALM = 1.0 / 3;

  private static final double LOUD = 0.15;

  private final LinearClassifier classifier;

  private EmotionDetector(LinearClassifier classifier) {
    this.classifier = classifier;
  }

  /// `calm` are messages without a feeling that would need a person.
  static EmotionDetector learn(List<Sample> calm) {
    var samples = new ArrayList<>(TrainingTexts.read("emotion"));
    calm.forEach(sample -> samples.add(new Sample(sample.text(), NONE)));
    return new EmotionDetector(LinearClassifier.learn(samples, NONE, CALM));
  }

  Emotion detect(String text) {
    var words = Words.of(text);
    var hits = EmotionLexicon.in(words);
    var heard = classifier.probabilities(text);
    double loud = loud(words) ? LOUD : 0;
    double anger = heard.getOrDefault("anger", 0.0);
    return new Emotion(
        strengthened(anger > LOUD ? Math.min(1, anger + loud) : anger, hits.anger().size()),
        strengthened(heard.getOrDefault("distress", 0.0), hits.distress().size()),
        strengthened(heard.getOrDefault("threat", 0.0), hits.threat().size()),
        hits.all());
  }

  private static double strengthened(double probability, int words) {
    return Math.min(1, probability + PER_WORD * Math.min(2, words));
  }

  /// Three exclamation marks, or mostly capitals in more than two words.
  private static boolean loud(Words words) {
    long letters = words.text().codePoints().filter(Character::isLetter).count();
    long capitals = words.text().codePoints().filter(Character::isUpperCase).count();
    boolean shouted = words.all().size() > 2 && letters > 10 && capitals > 0.6 * letters;
    return shouted || words.text().contains("!!!");
  }
}
