package io.direktdraht.intents.text;

import io.direktdraht.intents.Language;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

  private final Map<Language, Profile> profiles;
  private final Map<String, Float> logOdds = new HashMap<>();

  private LanguageDetector(Map<Language, Profile> profiles) {
    this.profiles = new EnumMap<>(profiles);
    for (var profile : profiles.values())
      for (var gram : profile.counts().keySet())
        logOdds.computeIfAbsent(
            gram, g -> (float) Math.log(share(g, Language.DE) / share(g, Language.EN)));
  }

  /// The likelier language and how sure that is, from 0.5 to 1.
  public record Guess(Language language, double confidence) {}

  public static LanguageDetector learn(Map<Language, List<String>> texts) {
    var profiles = new EnumMap<Language, Profile>(Language.class);
    for (var language : Language.values()) {
      var grams = new HashMap<String, Integer>();
      texts.getOrDefault(language, List.of()).forEach(text -> count(text, 1, grams));
      count(FUNCTION_WORDS.getOrDefault(language, ""), 20, grams);
      profiles.put(language, Profile.of(grams));
    }
    return new LanguageDetector(profiles);
  }

  public Guess detect(String text) {
    return detect(NormalText.words(text));
  }

  Guess detect(List<String> words) {
    double sum = 0;
    for (var word : words)
      for (var gram : Profile.grams(word)) sum += logOdds.getOrDefault(gram, 0f);
    double german = 1 / (1 + Math.exp(-WEAKENED * sum));
    return german >= 0.5 ? new Guess(Language.DE, german) : new Guess(Language.EN, 1 - german);
  }

  Profile profile(Language language) {
    var profile = profiles.get(language);
    if (profile == null) throw new IllegalStateException("nothing was learnt of " + language);
    return profile;
  }

  public void write(DataOutput out) throws IOException {
    for (var language : Language.values()) profile(language).write(out);
  }

  public static LanguageDetector read(DataInput in) throws IOException {
    var profiles = new EnumMap<Language, Profile>(Language.class);
    for (var language : Language.values()) profiles.put(language, Profile.read(in));
    return new LanguageDetector(profiles);
  }

  private static void count(String text, int times, Map<String, Integer> counts) {
    for (var word : NormalText.words(text))
      for (var gram : Profile.grams(word)) counts.merge(gram, times, Integer::sum);
  }

  private double share(String gram, Language language) {
    var profile = profile(language);
    var counts = profile.counts();
    return (counts.getOrDefault(gram, 0) + 0.5) / (profile.total() + 0.5 * counts.size());
  }
}
