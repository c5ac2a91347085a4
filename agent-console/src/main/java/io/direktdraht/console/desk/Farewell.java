package io.direktdraht.console.desk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that need no answer: thanks and goodbye. "Ok" and "yes" do, they may agree to something.
final class Farewell {
  private static final int LONGEST = 8;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> TELLING =
      words(
          "danke dank dankeschön merci thx ty thanks thank cheers"
              + " tschüss tschüß tschau ciao bye goodbye wiedersehen");
  private static final Set<String> BESIDE =
      words(
          "vielen lieben herzlichen besten tausend many you very much so sehr alles klar gut super"
              + " prima perfekt toll top great perfect lovely brilliant wunderbar auf schönen tag"
              + " abend noch ihnen dir euch einen have a nice good day evening all lot bis dann");

  private Farewell() {}

  /// Whether nothing but such words was said, and no question asked.
  static boolean is(String text) {
    var said =
        BETWEEN
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    return !text.contains("?")
        && said.size() <= LONGEST
        && said.stream().anyMatch(TELLING::contains)
        && said.stream().allMatch(word -> TELLING.contains(word) || BESIDE.contains(word));
  }

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }
}
