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
  /// How many times likelier the label of each classifier that means "nothing" is in use than among
  /// the examples. A wrong answer costs more than "I did not understand"; a wish or a cry for help
  /// that is missed costs more than a needless look.
  private static final double STRANGE = 1.5;

  /// Examples were written to differ from each other, so each is harder for the others than a
  /// customer's message is for all of them. Chosen on development data: 1.2 to 1.6 do alike.
  private static final double EASIER = 1.35;

  private static final double NO_WISH = 0.45;
  private static final double CALM = 1.6;
  private static final double SMALL = 1;
  private static final double ITS_OWN = 0.4;
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
    var lessons = Lessons.of(catalogue, intents, data);
    var everyday = lessons.everyday();
    var ours = new Classifier.Tuning(LearntRecogniser.NONE, STRANGE, EASIER);
    var learnt =
        Stream.<Supplier<Classifier>>of(
                () -> vectors.learn(everyday, ours),
                () ->
                    vectors.learn(
                        lessons.emotion(), new Classifier.Tuning(Feeling.CALM_LABEL, CALM)),
                () ->
                    vectors.learn(
                        lessons.humanWish(), new Classifier.Tuning(HumanWishDetector.NO, NO_WISH)),
                () ->
                    vectors.learn(
                        lessons.gravity(), new Classifier.Tuning(Gravity.NONE.label(), SMALL)),
                () ->
                    vectors.learn(
                        lessons.reaction(), new Classifier.Tuning(Reaction.NONE.label(), ITS_OWN)))
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
            learnt.get(4),
            languages(everyday),
            KeyWords.wordsOf(everyday.stream().map(Sample::text).toList()));
    return new LearntRecogniser(model, settings);
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
