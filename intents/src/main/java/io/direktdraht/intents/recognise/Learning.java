package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.Sample;
import io.direktdraht.intents.text.KeyWords;
import io.direktdraht.intents.text.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Learns a recogniser from a catalogue; the same catalogue and encoders always give the same one.
public final class Learning {
  /// An everyday message teaches a detector what it shall not hear, but there are very many.
  private static final float EVERYDAY = 0.15f;

  /// How many times likelier the label of each classifier that means "nothing" is in use than among
  /// the examples. A wrong answer costs more than "I did not understand"; a wish or a cry for help
  /// that is missed costs more than a needless look.
  private static final double STRANGE = 1.5;

  /// Examples were written to differ from each other, so each is harder for the others than a
  /// customer's message is for all of them. Chosen on development data: 1.2 to 1.6 do alike.
  private static final double EASIER = 1.35;

  private static final double NO_WISH = 0.3;
  private static final double CALM = 1.3;
  private static final double SMALL = 1;
  private final List<Encoder> encoders;
  private final RecognitionSettings settings;

  public Learning(List<Encoder> encoders, RecognitionSettings settings) {
    this.encoders = List.copyOf(encoders);
    this.settings = settings;
  }

  public LearntRecogniser learn(Catalogue catalogue) {
    var intents = intents(catalogue);
    var data = TrainingData.shipped();
    var vectors =
        new Vectors(Stream.concat(intents.stream(), data.all().stream()).toList(), encoders);
    var everyday = new ArrayList<>(data.background());
    everyday.addAll(intents);
    var calm =
        everyday.stream()
            .filter(
                s -> !catalogue.has(s.label()) || catalogue.intent(s.label()).escalate() == null)
            .toList();
    // What one detector must not hear is everyday for the other.
    var wishless = joined(everyday, labelled(data.emotion(), Feeling.CALM_LABEL));
    var uneventful = joined(calm, labelled(data.humanWish(), HumanWishDetector.NO));
    var ours = new Classifier.Tuning(LearntRecogniser.NONE, STRANGE, EASIER);
    var learnt =
        Stream.<Supplier<Classifier>>of(
                () -> vectors.learn(everyday, ours),
                () -> detector(vectors, data.emotion(), uneventful, Feeling.CALM_LABEL, CALM),
                () -> detector(vectors, data.humanWish(), wishless, HumanWishDetector.NO, NO_WISH),
                () -> detector(vectors, data.gravity(), everyday, Gravity.NONE.label(), SMALL))
            .parallel()
            .map(Supplier::get)
            .toList();
    var model =
        new Model(
            catalogue.version(),
            vectors.features(),
            learnt.get(0),
            learnt.get(2),
            learnt.get(1),
            learnt.get(3),
            languages(everyday),
            KeyWords.wordsOf(everyday.stream().map(Sample::text).toList()));
    return new LearntRecogniser(model, settings);
  }

  private static Classifier detector(
      Vectors vectors, List<Sample> labelled, List<Sample> everyday, String nothing, double odds) {
    var samples = new ArrayList<>(labelled);
    everyday.forEach(s -> samples.add(new Sample(s.language(), s.text(), nothing, EVERYDAY)));
    return vectors.learn(samples, new Classifier.Tuning(nothing, odds));
  }

  private static List<Sample> labelled(List<Sample> samples, String label) {
    return samples.stream().filter(one -> one.label().equals(label)).toList();
  }

  private static List<Sample> joined(List<Sample> some, List<Sample> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Sample> intents(Catalogue catalogue) {
    var samples = new ArrayList<Sample>();
    for (var intent : catalogue.intents().values())
      for (var language : Language.values())
        for (var example : intent.examples(language))
          samples.add(new Sample(language, example, intent.id()));
    return samples;
  }

  private static LanguageDetector languages(List<Sample> everyday) {
    Map<Language, List<String>> texts =
        everyday.stream()
            .collect(
                Collectors.groupingBy(
                    Sample::language, Collectors.mapping(Sample::text, Collectors.toList())));
    return LanguageDetector.learn(texts);
  }
}
