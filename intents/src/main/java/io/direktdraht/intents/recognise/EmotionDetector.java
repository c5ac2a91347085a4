package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.learn.Features;
import io.direktdraht.intents.learn.Probabilities;
import io.direktdraht.intents.learn.Sentence;
import io.direktdraht.intents.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Hears anger, distress, threats and danger: a classifier, strengthened by loud writing. Word
/// lists alone mistake "todschick" for grief.
final class EmotionDetector {
  private static final double LOUD = 0.15;
  private static final double HEARD = 0.25;

  /// A child that swallowed something must not be missed, nor a lawyer.
  private static final double DANGER_COUNTS = 2;

  private static final double THREAT_COUNTS = 1.5;
  private static final int LONGEST = 60; // words; explaining longer messages would cost too much
  private static final int TELLING = 3;
  private static final int SHORTEST = 4;
  private static final double TELLS = 0.3; // log odds

  /// From which probability a feeling is there.
  private static final double FELT = 0.1;

  /// From which probability a message is about something, and how much calmer it is taken for where
  /// that is certainly a plain question.
  private static final double ABOUT = 0.5;

  private static final double CALMER = 0.15;

  /// What is asked before anything can have gone wrong. A catalogue with other ids only loses this
  /// help.
  private static final Set<String> QUESTIONS =
      Set.of(
          "account_create",
          "assembly_service",
          "bot_identity",
          "business_account",
          "contact_phone",
          "delivery_options",
          "delivery_time",
          "gift_card",
          "goodbye",
          "greeting",
          "jobs",
          "loyalty_program",
          "opening_hours",
          "order_place_help",
          "payment_methods",
          "pickup_point",
          "praise",
          "price_match",
          "product_availability",
          "product_info",
          "repair_service",
          "return_policy",
          "spare_parts",
          "store_location",
          "suggestion",
          "thanks",
          "voucher_redeem");

  private final Features features;
  private final Classifier classifier;

  private record Telling(int word, double fall) {}

  EmotionDetector(Features features, Classifier classifier) {
    this.features = features;
    this.classifier = classifier;
  }

  /// `intents`: what the message is about.
  Emotion detect(Sentence sentence, Words words, FeatureVector vector, Probabilities intents) {
    var probabilities = classifier.probabilities(vector);
    double upset = 1 - probabilities.of(Feeling.CALM_LABEL);
    if (upset > HEARD && loud(words)) upset += LOUD;
    double danger = DANGER_COUNTS * probabilities.of(Feeling.SAFETY.label());
    double threat = THREAT_COUNTS * probabilities.of(Feeling.THREAT_LEGAL.label());
    double felt = Math.max(upset, Math.max(danger, threat)) - CALMER * question(intents.best());
    double strength = Math.clamp(felt, 0, 1);
    var telling = strength < HEARD ? List.<String>of() : telling(sentence, words);
    if (danger >= Emotion.STRONG && strength >= Emotion.STRONG)
      return new Emotion(Feeling.SAFETY, strength, telling);
    return new Emotion(likeliest(probabilities), strength, telling);
  }

  private static double question(Probabilities.One best) {
    return best.probability() < ABOUT || !QUESTIONS.contains(best.label()) ? 0 : best.probability();
  }

  private static Feeling likeliest(Probabilities probabilities) {
    return probabilities.bestFirst().stream()
        .map(one -> Feeling.of(one.label()))
        .filter(one -> one != Feeling.CALM)
        .findFirst()
        .orElse(Feeling.CALM);
  }

  /// The words without which the message would sound less like one of its feelings, in the order of
  /// the text. By the grams alone: an encoder would have to read the message anew for each word.
  private List<String> telling(Sentence sentence, Words words) {
    if (words.all().size() > LONGEST) return List.of();
    var whole = byGrams(sentence, sentence.text());
    var telling = new ArrayList<Telling>();
    for (int i = 0; i < words.all().size(); i++) {
      var word = words.all().get(i);
      if (word.end() - word.start() < SHORTEST) continue; // "das", "ist", "the" tell nothing
      var without =
          sentence.text().substring(0, word.start()) + ' ' + sentence.text().substring(word.end());
      telling.add(new Telling(i, fall(whole, byGrams(sentence, without))));
    }
    return telling.stream()
        .filter(one -> one.fall() > TELLS)
        .sorted(Comparator.comparingDouble(Telling::fall).reversed())
        .limit(TELLING)
        .sorted(Comparator.comparingInt(Telling::word))
        .map(one -> words.verbatim(one.word(), one.word()))
        .toList();
  }

  private Probabilities byGrams(Sentence sentence, String text) {
    return classifier.probabilities(features.ofGrams(Sentence.of(text, sentence.language())));
  }

  /// Of the feelings that are there, the one that falls most.
  private static double fall(Probabilities whole, Probabilities without) {
    double most = 0;
    for (int i = 0; i < whole.values().length; i++)
      if (whole.values()[i] >= FELT && !whole.labels().get(i).equals(Feeling.CALM_LABEL))
        most = Math.max(most, logOdds(whole.values()[i]) - logOdds(without.values()[i]));
    return most;
  }

  private static double logOdds(double probability) {
    double clamped = Math.clamp(probability, 1e-9, 1 - 1e-9);
    return Math.log(clamped / (1 - clamped));
  }

  /// Three exclamation marks, or mostly capitals in more than two words.
  private static boolean loud(Words words) {
    long letters = words.text().codePoints().filter(Character::isLetter).count();
    long capitals = words.text().codePoints().filter(Character::isUpperCase).count();
    boolean shouted = words.all().size() > 2 && letters > 10 && capitals > 0.6 * letters;
    return shouted || words.text().contains("!!!");
  }
}
