package io.direktdraht.intents.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was expected and what came instead, label by label.
public record LabelScore(int n, int right, Map<String, OfLabel> byLabel, List<Mistaken> mistaken) {
  public LabelScore {
    byLabel = Collections.unmodifiableMap(new TreeMap<>(byLabel));
    mistaken = List.copyOf(mistaken);
  }

  /// Of one label: `n` lines expected it, `got` lines were given it, `right` lines both.
  public record OfLabel(int n, int got, int right) {
    public double precision() {
      return got == 0 ? 0 : (double) right / got;
    }

    public double recall() {
      return n == 0 ? 0 : (double) right / n;
    }

    public double f1() {
      return n + got == 0 ? 0 : 2.0 * right / (n + got);
    }
  }

  /// So many lines that expected one label were given another.
  public record Mistaken(String expected, String got, int count) {}

  public double accuracy() {
    return n == 0 ? 0 : (double) right / n;
  }

  /// The mean over the labels that were expected at least once.
  public double macroF1() {
    return byLabel.values().stream().mapToDouble(OfLabel::f1).average().orElse(0);
  }

  /// Counts line by line.
  public static final class Tally {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    public void add(String expected, String got) {
      counts.computeIfAbsent(expected, _ -> new TreeMap<>()).merge(got, 1, Integer::sum);
    }

    public LabelScore score() {
      var given = new TreeMap<String, Integer>();
      counts.values().forEach(row -> row.forEach((got, n) -> given.merge(got, n, Integer::sum)));
      var byLabel = new TreeMap<String, OfLabel>();
      var mistaken = new ArrayList<Mistaken>();
      counts.forEach((expected, row) -> {
        int n = row.values().stream().mapToInt(Integer::intValue).sum();
        int got = given.getOrDefault(expected, 0);
        byLabel.put(expected, new OfLabel(n, got, row.getOrDefault(expected, 0)));
        row.forEach((other, count) -> {
          if (!other.equals(expected)) mistaken.add(new Mistaken(expected, other, count));
        });
      });
      mistaken.sort(Comparator.comparingInt(Mistaken::count).reversed()); // stable: then by name
      int n = byLabel.values().stream().mapToInt(OfLabel::n).sum();
      int right = byLabel.values().stream().mapToInt(OfLabel::right).sum();
      return new LabelScore(n, right, byLabel, mistaken);
    }
  }
}
