package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.LinearClassifier;
import io.direktdraht.intents.learn.Sample;
import io.direktdraht.intents.text.LanguageDetector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Learns a recogniser from a catalogue in seconds; the same catalogue always gives the same one.
public final class LinearTraining {
  /// A tenth of the samples is none of ours; in use it is more, and a wrong answer costs more than
  /// "I did not understand".
  private static final double STRANGE = 3;

  private LinearTraining() {}

  public static LinearRecogniser learn(Catalogue catalogue) {
    return learn(catalogue, InstantSource.system());
  }

  /// The clock tells what "tomorrow" means in a message.
  public static LinearRecogniser learn(Catalogue catalogue, InstantSource clock) {
    var samples = new ArrayList<Sample>();
    var texts = new EnumMap<Language, List<String>>(Language.class);
    for (var language : Language.values()) {
      var intents = samples(catalogue, language);
      var none = TrainingTexts.read("none", language);
      samples.addAll(intents);
      none.forEach(one -> samples.add(new Sample(one.text(), LinearRecogniser.NONE)));
      texts.put(language, texts(intents, none));
    }
    return new LinearRecogniser(
        catalogue.version(),
        LinearClassifier.learn(samples, LinearRecogniser.NONE, STRANGE),
        LanguageDetector.learn(texts),
        new EntityFinder(clock),
        Detectors.learn(samples));
  }

  private static List<Sample> samples(Catalogue catalogue, Language language) {
    return catalogue.intents().values().stream()
        .flatMap(intent -> intent.examples(language).stream().map(e -> new Sample(e, intent.id())))
        .toList();
  }

  private static List<String> texts(List<Sample> first, List<Sample> second) {
    var texts = new ArrayList<String>();
    first.forEach(sample -> texts.add(sample.text()));
    second.forEach(sample -> texts.add(sample.text()));
    return texts;
  }
}
