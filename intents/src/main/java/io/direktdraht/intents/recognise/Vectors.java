package io.direktdraht.intents.recognise;

import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.learn.Classifier;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.learn.Features;
import io.direktdraht.intents.learn.Sample;
import io.direktdraht.intents.learn.Sentence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The vectors of all training texts, made once although several classifiers learn from them.
final class Vectors {
  private final Features features;
  private final Map<Text, FeatureVector> byText = new HashMap<>();

  private record Text(String language, String text) {
    static Text of(Sample sample) {
      return new Text(sample.language().code(), sample.text());
    }
  }

  Vectors(List<Sample> samples, List<Encoder> encoders) {
    var distinct = new LinkedHashMap<Text, Sample>();
    samples.forEach(sample -> distinct.putIfAbsent(Text.of(sample), sample));
    var sentences =
        distinct.values().parallelStream().map(s -> Sentence.of(s.text(), s.language())).toList();
    features = Features.of(sentences, encoders);
    var vectors = features.of(sentences);
    int i = 0;
    for (var text : distinct.keySet()) byText.put(text, vectors.get(i++));
  }

  Features features() {
    return features;
  }

  Classifier learn(List<Sample> samples, Classifier.Tuning tuning) {
    var examples = samples.stream().map(this::example).toList();
    return Classifier.learn(features, examples, tuning);
  }

  private Classifier.Example example(Sample sample) {
    var vector = byText.get(Text.of(sample));
    if (vector == null) throw new IllegalArgumentException("never seen: " + sample.text());
    return new Classifier.Example(vector, sample.label(), sample.weight());
  }
}
