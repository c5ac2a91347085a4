package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.Calibration.HeldOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Labels with calibrated probabilities for a text; immutable, safe for all threads.
public final class LinearClassifier {
  private static final int FOLDS = 3;

  private final List<String> labels;
  private final LinearModel model;
  private final Calibration calibration;

  private LinearClassifier(List<String> labels, LinearModel model, Calibration calibration) {
    this.labels = labels;
    this.model = model;
    this.calibration = calibration;
  }

  /// `biased` is the label whose probability gets a term of its own, such as "none of these";
  /// `odds` is how many times likelier it is in use than among the samples.
  public static LinearClassifier learn(List<Sample> samples, String biased, double odds) {
    var names = samples.stream().map(Sample::label).distinct().sorted().toList();
    var texts = samples.parallelStream().map(s -> TextFeatures.of(s.text())).toList();
    var labels =
        samples.stream().mapToInt(s -> Collections.binarySearch(names, s.label())).toArray();
    var vocabulary = Vocabulary.of(texts);
    var vectors = texts.parallelStream().map(vocabulary::vector).toList();
    int count = names.size();
    var heldOut = heldOut(vocabulary, vectors, labels, count);
    return new LinearClassifier(
        names,
        LinearModel.learn(vocabulary, vectors, labels, count),
        Calibration.fit(heldOut, names.indexOf(biased)).withOdds(odds));
  }

  public Map<String, Double> probabilities(String text) {
    var probabilities = calibration.probabilities(model.margins(TextFeatures.of(text)));
    var named = new LinkedHashMap<String, Double>();
    for (int i = 0; i < probabilities.length; i++) {
      named.put(labels.get(i), probabilities[i]);
    }
    return named;
  }

  /// The folds share the vocabulary, which knows no labels; it costs more time than the learning.
  private static List<HeldOut> heldOut(
      Vocabulary vocabulary, List<SparseVector> texts, int[] labels, int labelCount) {
    var heldOut = new ArrayList<HeldOut>();
    for (int fold = 0; fold < FOLDS; fold++) {
      var seen = new ArrayList<Integer>();
      var unseen = new ArrayList<Integer>();
      for (int i = 0; i < texts.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(i);
      }
      var model =
          LinearModel.learn(
              vocabulary,
              seen.stream().map(texts::get).toList(),
              seen.stream().mapToInt(i -> labels[i]).toArray(),
              labelCount);
      unseen.forEach(i -> heldOut.add(new HeldOut(model.margins(texts.get(i)), labels[i])));
    }
    return heldOut;
  }
}
