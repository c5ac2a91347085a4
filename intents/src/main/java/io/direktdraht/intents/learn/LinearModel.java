package io.direktdraht.intents.learn;

import java.util.List;

/// Margins of all labels for a text: how far on which side of each label's plane it lies.
final class LinearModel {
  private final Vocabulary vocabulary;
  private final float[][] byFeature;
  private final int labels;

  private LinearModel(Vocabulary vocabulary, float[][] byFeature, int labels) {
    this.vocabulary = vocabulary;
    this.byFeature = byFeature;
    this.labels = labels;
  }

  static LinearModel learn(
      Vocabulary vocabulary, List<SparseVector> texts, int[] labels, int labelCount) {
    int size = vocabulary.size();
    var byLabel = OneVsRest.weights(texts, labels, labelCount, size);
    var byFeature = new float[size + 1][labelCount]; // so that reading a text walks memory in order
    for (int label = 0; label < labelCount; label++) {
      for (int feature = 0; feature <= size; feature++) {
        byFeature[feature][label] = byLabel[label][feature];
      }
    }
    return new LinearModel(vocabulary, byFeature, labelCount);
  }

  double[] margins(TextFeatures text) {
    return margins(vocabulary.vector(text));
  }

  double[] margins(SparseVector vector) {
    var margins = new double[labels];
    add(margins, byFeature[vocabulary.size()], 1);
    for (int i = 0; i < vector.indices().length; i++) {
      add(margins, byFeature[vector.indices()[i]], vector.values()[i]);
    }
    return margins;
  }

  private static void add(double[] margins, float[] weights, float value) {
    for (int label = 0; label < margins.length; label++) {
      margins[label] += value * weights[label];
    }
  }
}
