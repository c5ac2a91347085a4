package io.direktdraht.intents.text;

import io.direktdraht.intents.Language;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells German from English by naive Bayes on words and character trigrams (Cavnar and Trenkle,
/// N-Gram-Based Text Categorization, 1994, for the features).
public final class LanguageDetector {
  /// Words so common that even a short training set must know them.
  private static final Map<Language, String> FUNCTION_WORDS =
      Map.of(
          Language.DE,
          "der die das und oder aber ich du er sie es wir ihr ist sind war bin hat habe haben nicht"
              + " kein keine ein eine einen mit von zu zum zur auf aus bei nach für wie was wer wo"
              + " wann warum kann können muss möchte will bitte danke ja nein nee hallo moin mein"
              + " meine mir mich noch schon auch nur dann wenn dass weil jetzt doch mal gibt",
          Language.EN,
          "the a an and or but i you he she it we they is are was am has have do does did not no"
              + " with from to for on at by of as how what who where when why can could must would"
              + " will please thanks thank yes nope hello hi my me your this that there these still"
              + " just also only then if because now get got been any some want need");

  /// Trigrams of one text are not independent, so their summed evidence is weakened.
  private static final double WEAKENED = 0.35;

  private final Map<String, Float> logOdds;

  private LanguageDetector(Map<String, Float> logOdds) {
    this.logOdds = logOdds;
  }

  /// The likelier language and how sure that is, from 0.5 to 1.
  public record Guess(Language language, double confidence) {}

  public static LanguageDetector learn(Map<Language, List<String>> texts) {
    var counts = new EnumMap<Language, Map<String, Integer>>(Language.class);
    var totals = new EnumMap<Language, Double>(Language.class);
    for (var language : Language.values()) {
      var grams = new HashMap<String, Integer>();
      texts.getOrDefault(language, List.of()).forEach(text -> count(text, 1, grams));
      count(FUNCTION_WORDS.getOrDefault(language, ""), 20, grams);
      counts.put(language, grams);
      totals.put(language, grams.values().stream().mapToDouble(n -> n + 0.5).sum());
    }
    var logOdds = new HashMap<String, Float>();
    for (var grams : counts.values()) {
      for (var gram : grams.keySet()) {
        double german = share(gram, counts, totals, Language.DE);
        double english = share(gram, counts, totals, Language.EN);
        logOdds.put(gram, (float) Math.log(german / english));
      }
    }
    return new LanguageDetector(logOdds);
  }

  public Guess detect(String text) {
    double sum = 0;
    for (var gram : grams(text)) {
      sum += logOdds.getOrDefault(gram, 0f);
    }
    double german = 1 / (1 + Math.exp(-WEAKENED * sum));
    return german >= 0.5 ? new Guess(Language.DE, german) : new Guess(Language.EN, 1 - german);
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(logOdds.size());
    for (var gram : logOdds.entrySet()) {
      out.writeUTF(gram.getKey());
      out.writeFloat(gram.getValue());
    }
  }

  public static LanguageDetector read(DataInput in) throws IOException {
    var logOdds = new HashMap<String, Float>();
    for (int left = in.readInt(); left > 0; left--) logOdds.put(in.readUTF(), in.readFloat());
    return new LanguageDetector(logOdds);
  }

  private static void count(String text, int times, Map<String, Integer> counts) {
    for (var gram : grams(text)) {
      counts.merge(gram, times, Integer::sum);
    }
  }

  private static double share(
      String gram,
      Map<Language, Map<String, Integer>> counts,
      Map<Language, Double> totals,
      Language language) {
    int count = counts.getOrDefault(language, Map.of()).getOrDefault(gram, 0);
    return (count + 0.5) / totals.getOrDefault(language, 1.0);
  }

  private static List<String> grams(String text) {
    var grams = new ArrayList<String>();
    for (var word : NormalText.words(text)) {
      var padded = ' ' + word + ' ';
      grams.add(padded);
      for (int i = 0; i + 3 <= padded.length(); i++) {
        grams.add(padded.substring(i, i + 3));
      }
    }
    return grams;
  }
}
