package io.direktdraht.intents.learn;

import io.direktdraht.intents.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/// Words and pairs of words, and character 2- to 5-grams across word borders, of one text.
record TextFeatures(List<String> words, List<String> characters) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  static TextFeatures of(String text) {
    var words = NormalText.words(text);
    return new TextFeatures(wordGrams(words), characterGrams(words));
  }

  private static List<String> wordGrams(List<String> words) {
    var grams = new ArrayList<String>(2 * words.size() + 1);
    var before = "<";
    for (var word : words) {
      grams.add(word);
      grams.add(before + ' ' + word);
      before = word;
    }
    grams.add(before + " >");
    return grams;
  }

  private static List<String> characterGrams(List<String> words) {
    var line = ' ' + String.join(" ", words) + ' ';
    var grams = new ArrayList<String>(4 * line.length());
    for (int start = 0; start < line.length(); start++) {
      int last = Math.min(line.length(), start + LONGEST);
      for (int end = start + SHORTEST; end <= last; end++) {
        grams.add(line.substring(start, end));
      }
    }
    return grams;
  }
}
