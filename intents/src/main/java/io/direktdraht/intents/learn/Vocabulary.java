package io.direktdraht.intents.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Numbers the features of a training set and weighs them by TF-IDF, each block to length one
/// (sublinear term frequency and smoothed idf as in Manning et al., Introduction to Information
/// Retrieval, 6.2 and 6.4).
final class Vocabulary {
  private final Block words;
  private final Block characters;

  private Vocabulary(Block words, Block characters) {
    this.words = words;
    this.characters = characters;
  }

  static Vocabulary of(List<TextFeatures> texts) {
    var words = Block.of(texts.stream().map(TextFeatures::words).toList(), 0, 1);
    var characters =
        Block.of(texts.stream().map(TextFeatures::characters).toList(), words.size(), 2);
    return new Vocabulary(words, characters);
  }

  int size() {
    return words.size() + characters.size();
  }

  SparseVector vector(TextFeatures features) {
    var first = words.vector(features.words());
    var second = characters.vector(features.characters());
    return new SparseVector(
        joined(first.indices(), second.indices()), joined(first.values(), second.values()));
  }

  private static int[] joined(int[] first, int[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static float[] joined(float[] first, float[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /// The features of one kind: number by name, and inverse document frequency by number.
  private static final class Block {
    private final Map<String, Integer> numbers;
    private final float[] idf;
    private final int firstIndex;

    private Block(Map<String, Integer> numbers, float[] idf, int firstIndex) {
      this.numbers = numbers;
      this.idf = idf;
      this.firstIndex = firstIndex;
    }

    static Block of(List<List<String>> texts, int firstIndex, int inAtLeast) {
      var counts = new HashMap<String, Integer>();
      for (var text : texts) {
        new HashSet<>(text).forEach(gram -> counts.merge(gram, 1, Integer::sum));
      }
      counts.values().removeIf(count -> count < inAtLeast);
      var names = counts.keySet().stream().sorted().toList(); // the same numbers each time
      var numbers = new HashMap<String, Integer>();
      var idf = new float[names.size()];
      for (int i = 0; i < idf.length; i++) {
        int count = counts.getOrDefault(names.get(i), 0);
        idf[i] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + count)));
        numbers.put(names.get(i), i);
      }
      return new Block(numbers, idf, firstIndex);
    }

    int size() {
      return idf.length;
    }

    SparseVector vector(List<String> grams) {
      var found = new int[grams.size()];
      int n = 0;
      for (var gram : grams) {
        var number = numbers.get(gram);
        if (number != null) {
          found[n++] = number;
        }
      }
      Arrays.sort(found, 0, n);
      return weighed(found, n);
    }

    /// Equal numbers stand side by side: each run is one feature and its length the frequency.
    private SparseVector weighed(int[] found, int n) {
      var indices = new int[n];
      var values = new float[n];
      int size = 0;
      double squares = 0;
      for (int start = 0, end; start < n; start = end) {
        end = start + 1;
        while (end < n && found[end] == found[start]) {
          end++;
        }
        values[size] = (float) (1 + Math.log(end - start)) * idf[found[start]];
        squares += values[size] * values[size];
        indices[size++] = firstIndex + found[start];
      }
      float length = (float) Math.sqrt(squares);
      for (int i = 0; i < size; i++) {
        values[i] /= length;
      }
      return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }
  }
}
