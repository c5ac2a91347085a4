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

/// Any labels by what recognises intents: grams and encoders in one vector, beside a classifier of
/// the encoders alone, which knows more where examples are few. What lies far from every plane and
/// every neighbour is out of scope.
public final class EncodedLearner implements TextLearner {
  private final List<Encoder> encoders;

  public EncodedLearner(List<Encoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  @Override
  public Judge learn(List<Labelled> train) {
    var language = language(train);
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
    return text -> {
      var vector = features.of(Sentence.of(text, language));
      var first = both.probabilities(vector);
      var best = best(first.averagedWith(alone.probabilities(vector.withoutGrams())));
      double margin = both.margin(vector, best.label());
      double nearest = neighbours.nearest(vector, best.label());
      return new Judged(best.label(), best.probability(), margin + NEARNESS * nearest);
    };
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
