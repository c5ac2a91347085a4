package io.direktdraht.intents.learn;

/// What a text looks like to the learner: a few of very many grams, and what each sentence encoder
/// makes of it (empty for an encoder that does not know its language).
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FeatureVector(SparseVector grams, float[][] dense) {
  private static final SparseVector NOTHING = new SparseVector(new int[0], new float[0]);

  public FeatureVector withoutGrams() {
    return new FeatureVector(NOTHING, dense);
  }

  double squares() {
    double sum = 1; // the bias
    for (float value : grams.values()) sum += value * value;
    for (var part : dense) for (float value : part) sum += value * value;
    return sum;
  }
}
