package io.direktdraht.intents.text;

import io.direktdraht.intents.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Tells what a message is written in: by its script, then by the words and character trigrams of
/// German and English, which were learnt, and of the languages in `foreign.properties`.
public final class SpokenDetector {
  /// A word or two may be a name, a greeting, a product.
  private static final int FEWEST = 3;

  /// The language of a message is told by then.
  private static final int MOST = 100;

  /// Log odds for another language than the bot's own. Measured in docs/understanding.md: of 1,000
  /// German or English messages one is lost.
  private static final double FOREIGN = 4;

  /// Three words may be "Magst du Memes".
  private static final double FOREIGN_OF_FEWEST = 8;

  /// Log odds for a part in the bot's other language: customers say "tracking" and "newsletter".
  private static final double PART = 14;

  private static final int GERMAN = 0;
  private static final int ENGLISH = 1;

  /// A language of its own that is German to the bot; it looks Dutch.
  private static final String LOW_GERMAN = "nds";

  private static final int OWN = 3;
  private final LanguageDetector own;
  private final Evidence evidence;

  public SpokenDetector(LanguageDetector own) {
    this.own = own;
    var lists = lists();
    var profiles = new ArrayList<>(List.of(own.profile(Language.DE), own.profile(Language.EN)));
    profiles.add(profile(lists.getProperty(LOW_GERMAN, "")));
    lists.stringPropertyNames().stream()
        .filter(language -> !language.equals(LOW_GERMAN))
        .sorted()
        .forEach(language -> profiles.add(profile(lists.getProperty(language, ""))));
    this.evidence = new Evidence(profiles);
  }

  /// What the message is written in, and the likelier of the bot's own languages.
  public record Heard(Spoken spoken, LanguageDetector.Guess own) {}

  public Heard detect(String text) {
    var words = NormalText.words(text);
    var guess = own.detect(words);
    return new Heard(foreignScript(text) ? Spoken.OTHER : spoken(words, guess), guess);
  }

  private Spoken spoken(List<String> all, LanguageDetector.Guess guess) {
    var words = letters(all).limit(MOST).map(evidence::of).toList();
    if (words.size() >= FEWEST) {
      if (foreign(words)) return Spoken.OTHER;
      if (part(words, GERMAN, ENGLISH) && part(words, ENGLISH, GERMAN)) return Spoken.MIXED;
    }
    return switch (guess.language()) {
      case DE -> Spoken.DE;
      case EN -> Spoken.EN;
    };
  }

  /// Most letters are none of the Latin alphabet.
  private static boolean foreignScript(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return letters >= FEWEST && 2 * latin < letters;
  }

  private static Stream<String> letters(List<String> words) {
    return words.stream()
        .filter(word -> word.chars().allMatch(Character::isLetter))
        .map(SpokenDetector::plain);
  }

  /// Letters that people without the right keyboard type otherwise.
  private static String plain(String word) {
    return word.replace('ł', 'l').replace('ı', 'i').replace('ø', 'o').replace('đ', 'd');
  }

  private static boolean foreign(List<float[]> words) {
    var sums = new float[words.getFirst().length];
    for (var word : words) for (int i = 0; i < sums.length; i++) sums[i] += word[i];
    float ours = 0;
    for (int i = 0; i < OWN; i++) ours = Math.max(ours, sums[i]);
    float others = 0;
    for (int i = OWN; i < sums.length; i++) others = Math.max(others, sums[i]);
    return others - ours > (words.size() == FEWEST ? FOREIGN_OF_FEWEST : FOREIGN);
  }

  /// Whether some words in a row speak clearly for the one and against the other.
  private static boolean part(List<float[]> words, int one, int other) {
    double sum = 0;
    int inARow = 0;
    for (var word : words) {
      sum += word[one] - word[other];
      inARow++;
      if (sum <= 0) {
        sum = 0;
        inARow = 0;
      } else if (sum > PART && inARow >= FEWEST) return true;
    }
    return false;
  }

  private static Properties lists() {
    var lists = new Properties();
    try (var in = SpokenDetector.class.getResourceAsStream("foreign.properties")) {
      if (in == null) throw new IllegalStateException("foreign.properties is missing");
      lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("foreign.properties cannot be read", e);
    }
    return lists;
  }

  private static Profile profile(String list) {
    var counts = new HashMap<String, Integer>();
    letters(NormalText.words(list))
        .forEach(word -> Profile.grams(word).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
    return Profile.of(counts);
  }
}
