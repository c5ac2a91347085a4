package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.LinearClassifier;
import io.direktdraht.intents.learn.Sample;
import io.direktdraht.intents.text.KeyWords;
import io.direktdraht.intents.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Hears the wish for a person: rules first, so that no model can say no; a classifier for all
/// other wordings.
final class HumanWishDetector {
  private static final String YES = "yes";
  private static final double WANTED = 0.5;

  /// A wish that is not heard costs more than an offer too many.
  private static final double LIKELIER = 1.5;

  /// Where the words look like something else, the classifier must be surer.
  private static final double WANTED_THOUGH_ALIKE = 0.8;

  private static final int LONGEST_QUOTE = 120;

  private final HumanWishRules rules;
  private final LinearClassifier classifier;

  private HumanWishDetector(HumanWishRules rules, LinearClassifier classifier) {
    this.rules = rules;
    this.classifier = classifier;
  }

  /// `everyday` are messages that ask for something else.
  static HumanWishDetector learn(List<Sample> everyday) {
    var samples = new ArrayList<>(TrainingTexts.read("human-wish"));
    everyday.forEach(sample -> samples.add(new Sample(sample.text(), "no")));
    var known = KeyWords.wordsOf(everyday.stream().map(Sample::text).toList());
    return new HumanWishDetector(
        new HumanWishRules(known), LinearClassifier.learn(samples, YES, LIKELIER));
  }

  HumanWish detect(String text) {
    var words = Words.of(text);
    if (rules.refuses(words)) {
      return HumanWish.NONE;
    }
    boolean alike = rules.looksAlike(words);
    var wish = rules.wish(words);
    if (wish.isPresent() && !alike) {
      return new HumanWish(true, List.of(wish.get()));
    }
    double probability = probability(text);
    if (probability < (alike ? WANTED_THOUGH_ALIKE : WANTED)) {
      return HumanWish.NONE;
    }
    return new HumanWish(true, List.of(wish.orElseGet(() -> quote(words))));
  }

  double probability(String text) {
    return classifier.probabilities(text).getOrDefault(YES, 0.0);
  }

  private static String quote(Words words) {
    var text = words.text().strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
  }
}
