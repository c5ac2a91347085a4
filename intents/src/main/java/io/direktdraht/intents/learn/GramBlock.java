package io.direktdraht.intents.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The grams of one kind in a training set, weighed by TF-IDF and brought to length one (sublinear
/// term frequency and smoothed idf as in Manning et al., Introduction to Information Retrieval, 6.2
/// and 6.4).
public final class GramBlock {
  private final GramIndex index;
  private final float[] idf;

  private GramBlock(GramIndex index, float[] idf) {
    this.index = index;
    this.idf = idf;
  }

  /// Of the grams that occur in so many texts at least.
  public static GramBlock of(List<long[]> texts, int inAtLeast) {
    var counts = new HashMap<Long, Integer>();
    for (var text : texts)
      Arrays.stream(text).distinct().forEach(g -> counts.merge(g, 1, Integer::sum));
    var kept =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= inAtLeast)
            .sorted(
                Map.Entry.<Long, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    var idf = new float[kept.size()];
    for (int i = 0; i < idf.length; i++)
      idf[i] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + kept.get(i).getValue())));
    return new GramBlock(new GramIndex(kept.stream().mapToLong(Map.Entry::getKey).toArray()), idf);
  }

  public int size() {
    return idf.length;
  }

  /// Numbers in rising order and their weights.
  public SparseVector vector(long[] grams) {
    var found = new int[grams.length];
    int n = 0;
    for (long gram : grams) {
      int number = index.number(gram);
      if (number != GramIndex.UNKNOWN) found[n++] = number;
    }
    Arrays.sort(found, 0, n);
    return weighed(found, n);
  }

  public void write(DataOutput out) throws IOException {
    index.write(out);
    for (float one : idf) out.writeFloat(one);
  }

  public static GramBlock read(DataInput in) throws IOException {
    var index = GramIndex.read(in);
    var idf = new float[index.size()];
    for (int i = 0; i < idf.length; i++) idf[i] = in.readFloat();
    return new GramBlock(index, idf);
  }

  /// Equal numbers stand side by side: each run is one feature and its length the frequency.
  private SparseVector weighed(int[] found, int n) {
    var indices = new int[n];
    var values = new float[n];
    int size = 0;
    double squares = 0;
    for (int start = 0, end; start < n; start = end) {
      end = start + 1;
      while (end < n && found[end] == found[start]) end++;
      values[size] = (float) (1 + Math.log(end - start)) * idf[found[start]];
      squares += values[size] * values[size];
      indices[size++] = found[start];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < size; i++) values[i] /= length;
    return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
  }
}
