package io.direktdraht.intents.learn;

import java.util.Arrays;

/// Feature numbers in rising order and their values.
@SuppressWarnings("ArrayRecordComponent") // never compared, and boxing would cost the speed
public record SparseVector(int[] indices, float[] values) {
  /// Both, the other's numbers moved up by `first`.
  public SparseVector then(SparseVector other, int first) {
    int n = indices.length;
    int m = other.indices.length;
    var allIndices = Arrays.copyOf(indices, n + m);
    var allValues = Arrays.copyOf(values, n + m);
    for (int i = 0; i < m; i++) allIndices[n + i] = first + other.indices[i];
    System.arraycopy(other.values, 0, allValues, n, m);
    return new SparseVector(allIndices, allValues);
  }
}
