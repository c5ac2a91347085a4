package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.learn.Features;
import io.direktdraht.intents.learn.Neighbours;
import io.direktdraht.intents.learn.Probabilities;
import io.direktdraht.intents.learn.Sentence;
import io.direktdraht.intents.text.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Any labels by what recognises intents: grams and encoders in one vector, beside a classifier of
/// the encoders alone. Where examples are few, one classifier weighs all labels against each other,
/// the encoders count more, and the words of a label's name are an example too. What lies far from
/// every plane and every neighbour is out of scope.
public final class EncodedLearner implements TextLearner {
  /// Up to so many examples a label are few.
  private static final int FEW = 20;

  /// What the encoders alone count, of one.
  private static final double ALONE = 0.5;

  /// Margin that a text of the same label at the same place is worth. The spread of margins is
  /// about three times that of cosines; from 2 to 4 it makes no difference.
  private static final double NEARNESS = 3;

  /// Labels that are weighed against each other have wider margins; from 3 to 20 alike.
  private static final double NEARNESS_OF_FEW = 8;

  private static final Classifier.Tuning TUNING =
      new Classifier.Tuning(TrainTestScore.OUT_OF_SCOPE, 1);

  private static final Pattern NO_WORDS = Pattern.compile("\\b\\w*\\d\\w*\\b|[^\\p{L} ]");
  private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[_.\\-/]");

  private final List<Encoder> encoders;

  public EncodedLearner(List<Encoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  @Override
  public Judge learn(List<Labelled> given) {
    var language = language(given);
    return few(given) ? fromFew(named(given), language) : fromMany(given, language);
  }

  private Judge fromFew(List<Labelled> train, Language language) {
    var sentences = sentences(train, language);
    var features = Features.ofFew(sentences, encoders);
    var examples = examples(train, features.of(sentences));
    var classifier = Classifier.learnFew(features, examples, TUNING);
    var neighbours = Neighbours.of(examples);
    return text -> {
      var vector = features.of(Sentence.of(text, language));
      var best = best(classifier.probabilities(vector));
      double nearest = neighbours.nearest(vector, best.label());
      return judged(best, classifier.margin(vector, best.label()) + NEARNESS_OF_FEW * nearest);
    };
  }

  private Judge fromMany(List<Labelled> train, Language language) {
    var sentences = sentences(train, language);
    var features = Features.of(sentences, encoders);
    var vectors = features.of(sentences);
    var mixed = examples(train, vectors);
    var dense = examples(train, vectors.stream().map(FeatureVector::withoutGrams).toList());
    var both = Classifier.learn(features, mixed, TUNING);
    var alone = encoders.isEmpty() ? both : Classifier.learn(features, dense, TUNING);
    var neighbours = Neighbours.of(mixed);
    return text -> {
      var vector = features.of(Sentence.of(text, language));
      var opinion = both.probabilities(vector);
      var other = alone.probabilities(vector.withoutGrams());
      var best = best(opinion.averagedWith(other, ALONE));
      double nearest = neighbours.nearest(vector, best.label());
      return judged(best, both.margin(vector, best.label()) + NEARNESS * nearest);
    };
  }

  private static Judged judged(Probabilities.One best, double inScope) {
    return new Judged(best.label(), best.probability(), inScope);
  }

  private static List<Sentence> sentences(List<Labelled> train, Language language) {
    return train.stream().map(one -> Sentence.of(one.text(), language)).toList();
  }

  private static List<Classifier.Example> examples(
      List<Labelled> train, List<FeatureVector> vectors) {
    return IntStream.range(0, train.size())
        .mapToObj(i -> new Classifier.Example(vectors.get(i), train.get(i).label(), 1))
        .toList();
  }

  private static boolean few(List<Labelled> train) {
    return train.size() <= FEW * train.stream().map(Labelled::label).distinct().count();
  }

  /// `activate_my_card` says what is meant by it; `7` does not.
  private static List<Labelled> named(List<Labelled> train) {
    var all = new ArrayList<>(train);
    train.stream()
        .map(Labelled::label)
        .distinct()
        .map(label -> new Labelled(words(label), label))
        .filter(name -> !name.text().isBlank())
        .forEach(all::add);
    return all;
  }

  static String words(String label) {
    var parted = HUMPS.matcher(label).replaceAll(" ");
    return NO_WORDS.matcher(parted).replaceAll(" ").replaceAll(" +", " ").strip();
  }

  private static Probabilities.One best(Probabilities probabilities) {
    return probabilities.bestFirst().stream()
        .filter(one -> !one.label().equals(TrainTestScore.OUT_OF_SCOPE))
        .findFirst()
        .orElseThrow();
  }

  /// That of most texts: a data set has one.
  private static Language language(List<Labelled> train) {
    var detector = LanguageDetector.learn(Map.of());
    long german =
        train.stream().filter(one -> detector.detect(one.text()).language() == Language.DE).count();
    return 2 * german > train.size() ? Language.DE : Language.EN;
  }
}
