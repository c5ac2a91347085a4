package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.learn.Probabilities;
import io.direktdraht.intents.text.Words;
import java.util.List;
import java.util.Set;

/// Hears the wish for a person: rules first, so that no model can say no; a classifier for all
/// other wordings.
final class HumanWishDetector {
  static final String NO = "0";
  private static final double WANTED = 0.5;

  /// Where the words look like something else, the classifier must be surer.
  private static final double WANTED_THOUGH_ALIKE = 0.9;

  /// From which probability of another concern a message is about it, and how much surer of the
  /// wish the classifier must be where that concern is certain.
  private static final double ABOUT = 0.5;

  private static final double SURER = 0.35;

  /// What a wish for a person sounds like to whoever has no word for it. Every other intent is a
  /// concern of its own; a catalogue with other ids only loses this help.
  private static final Set<String> TALK =
      Set.of(
          LearntRecogniser.NONE,
          "greeting",
          "goodbye",
          "thanks",
          "bot_identity",
          "contact_phone",
          "complaint");

  private static final int LONGEST_QUOTE = 120;
  private final HumanWishRules rules;
  private final Classifier classifier;

  HumanWishDetector(HumanWishRules rules, Classifier classifier) {
    this.rules = rules;
    this.classifier = classifier;
  }

  HumanWish detect(Words words, FeatureVector vector, Probabilities intents) {
    if (rules.refuses(words)) return HumanWish.NONE;
    boolean alike = rules.looksAlike(words);
    var wish = rules.wish(words);
    if (wish.isPresent() && !alike) return new HumanWish(true, List.of(wish.get()));
    if (words.text().chars().noneMatch(Character::isLetter))
      return HumanWish.NONE; // numbers, a sign
    double probability = 1 - classifier.probabilities(vector).of(NO);
    double needed = WANTED + SURER * concern(intents.best());
    if (probability < (alike ? Math.max(WANTED_THOUGH_ALIKE, needed) : needed))
      return HumanWish.NONE;
    return new HumanWish(true, List.of(wish.orElseGet(() -> quote(words))));
  }

  private static double concern(Probabilities.One best) {
    return best.probability() < ABOUT || TALK.contains(best.label()) ? 0 : best.probability();
  }

  private static String quote(Words words) {
    var text = words.text().strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
  }
}
