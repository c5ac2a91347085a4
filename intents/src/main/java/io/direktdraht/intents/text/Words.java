package io.direktdraht.intents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a text in folded form, each knowing where it stood in the text.
public record Words(String text, List<Word> all) {
  private static final int LONGEST = 2_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:['’][\\p{L}]++)?+");

  /// One word, folded, and its place.
  public record Word(String folded, int start, int end) {}

  public Words {
    all = List.copyOf(all);
  }

  public static Words of(String whole) {
    var text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var folded = NormalText.fold(matcher.group()).replaceAll("['’]", "");
      words.add(new Word(folded, matcher.start(), matcher.end()));
    }
    return new Words(text, words);
  }

  public List<String> folded() {
    return all.stream().map(Word::folded).toList();
  }

  /// The text as written from one word to another, both included.
  public String verbatim(int first, int last) {
    return text.substring(all.get(first).start(), all.get(last).end());
  }
}
