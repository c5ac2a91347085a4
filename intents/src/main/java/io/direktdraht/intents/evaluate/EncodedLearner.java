package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.Features;
import io.direktdraht.intents.learn.Neighbours;
import io.direktdraht.intents.learn.Probabilities;
import io.direktdraht.intents.learn.Sentence;
import io.direktdraht.intents.text.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Any labels by what recognises intents: grams and encoders in one vector, beside a classifier of
/// the encoders alone, which knows more where examples are few; there the words of a label's name
/// are an example too. What lies far from every plane and every neighbour is out of scope.
public final class EncodedLearner implements TextLearner {
  /// Up to so many examples a label are few.
  private static final int FEW = 20;

  /// What the encoders alone count, of one, and where examples are few: by cross-validation on the
  /// training parts of three sets of ten examples each, which all gain one to two points.
  private static final double ALONE = 0.5;

  private static final double ALONE_OF_FEW = 0.7;
  private static final Pattern NO_WORDS = Pattern.compile("\\b\\w*\\d\\w*\\b|[^\\p{L} ]");
  private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[_.\\-/]");

  private final List<Encoder> encoders;

  public EncodedLearner(List<Encoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  @Override
  public Judge learn(List<Labelled> given) {
    var language = language(given);
    boolean few = few(given);
    var train = few ? named(given) : given;
    var sentences = train.stream().map(one -> Sentence.of(one.text(), language)).toList();
    var features = Features.of(sentences, encoders);
    var vectors = features.of(sentences);
    var mixed = new ArrayList<Classifier.Example>();
    var dense = new ArrayList<Classifier.Example>();
    for (int i = 0; i < train.size(); i++) {
      mixed.add(new Classifier.Example(vectors.get(i), train.get(i).label(), 1));
      dense.add(new Classifier.Example(vectors.get(i).withoutGrams(), train.get(i).label(), 1));
    }
    var tuning = new Classifier.Tuning(TrainTestScore.OUT_OF_SCOPE, 1);
    var both = Classifier.learn(features, mixed, tuning);
    var alone = encoders.isEmpty() ? both : Classifier.learn(features, dense, tuning);
    var neighbours = Neighbours.of(mixed);
    double share = few ? ALONE_OF_FEW : ALONE;
    return text -> {
      var vector = features.of(Sentence.of(text, language));
      var first = both.probabilities(vector);
      var best = best(first.averagedWith(alone.probabilities(vector.withoutGrams()), share));
      double margin = both.margin(vector, best.label());
      double nearest = neighbours.nearest(vector, best.label());
      return new Judged(best.label(), best.probability(), margin + NEARNESS * nearest);
    };
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

  /// Margin that a text of the same label at the same place is worth. The spread of margins is
  /// about three times that of cosines; from 2 to 4 it makes no difference.
  private static final double NEARNESS = 3;

  /// That of most texts: a data set has one.
  private static Language language(List<Labelled> train) {
    var detector = LanguageDetector.learn(Map.of());
    long german =
        train.stream().filter(one -> detector.detect(one.text()).language() == Language.DE).count();
    return 2 * german > train.size() ? Language.DE : Language.EN;
  }
}
