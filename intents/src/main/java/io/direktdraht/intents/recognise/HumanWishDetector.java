package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.text.Words;
import java.util.List;

/// Hears the wish for a person: rules first, so that no model can say no; a classifier for all
/// other wordings.
final class HumanWishDetector {
  static final String NO = "0";
  private static final double WANTED = 0.5;

  /// Where the words look like something else, the classifier must be surer.
  private static final double WANTED_THOUGH_ALIKE = 0.85;

  private static final int LONGEST_QUOTE = 120;
  private final HumanWishRules rules;
  private final Classifier classifier;

  HumanWishDetector(HumanWishRules rules, Classifier classifier) {
    this.rules = rules;
    this.classifier = classifier;
  }

  HumanWish detect(Words words, FeatureVector vector) {
    if (rules.refuses(words)) return HumanWish.NONE;
    boolean alike = rules.looksAlike(words);
    var wish = rules.wish(words);
    if (wish.isPresent() && !alike) return new HumanWish(true, List.of(wish.get()));
    if (words.text().chars().noneMatch(Character::isLetter))
      return HumanWish.NONE; // numbers, a sign
    double probability = 1 - classifier.probabilities(vector).of(NO);
    if (probability < (alike ? WANTED_THOUGH_ALIKE : WANTED)) return HumanWish.NONE;
    return new HumanWish(true, List.of(wish.orElseGet(() -> quote(words))));
  }

  private static String quote(Words words) {
    var text = words.text().strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
  }
}
