package io.direktdraht.intents.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each gram occurs in a language.
record Profile(Map<String, Integer> counts, double total) {
  static Profile of(Map<String, Integer> counts) {
    return new Profile(
        Map.copyOf(counts), counts.values().stream().mapToInt(Integer::intValue).sum());
  }

  double share(String gram) {
    return counts.getOrDefault(gram, 0) / total;
  }

  /// The word between blanks, and its character trigrams across its borders.
  static List<String> grams(String word) {
    var padded = ' ' + word + ' ';
    var grams = new ArrayList<String>();
    grams.add(padded);
    for (int i = 0; i + 3 <= padded.length(); i++) grams.add(padded.substring(i, i + 3));
    return grams;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(counts.size());
    for (var gram : counts.entrySet()) {
      out.writeUTF(gram.getKey());
      out.writeInt(gram.getValue());
    }
  }

  static Profile read(DataInput in) throws IOException {
    var counts = new HashMap<String, Integer>();
    for (int left = in.readInt(); left > 0; left--) counts.put(in.readUTF(), in.readInt());
    return of(counts);
  }
}
