package io.direktdraht.channel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplittingPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Wort",
          " ",
          "  ",
          ". ",
          "! ",
          "\n",
          "\n\n",
          "ä",
          "e\u0301",
          "\u0301",
          "🌳",
          "👨‍👩‍👧‍👦",
          "🇩🇪",
          "👍🏽",
          "漢字",
          "한국",
          "नमस्ते",
          "https://shop.example/a?b=c",
          "x".repeat(40),
          "z" + "\u0300".repeat(30));

  @Property(seed = "20261122", tries = 2000)
  void thePartsPutTogetherAreTheText(@ForAll("texts") String text, @ForAll("limits") Limit limit) {
    assertThat(String.join("", Splitting.parts(text, limit))).isEqualTo(text);
  }

  @Property(seed = "20261122", tries = 2000)
  void noPartIsEmptyOrTooLong(@ForAll("texts") String text, @ForAll("limits") Limit limit) {
    assertThat(Splitting.parts(text, limit))
        .allSatisfy(part -> assertThat(part).isNotEmpty().matches(limit::fits));
  }

  @Property(seed = "20261122", tries = 2000)
  void whatAReaderSeesAsOneCharacterStaysWholeIfItFitsAtAll(
      @ForAll("texts") String text, @ForAll("limits") Limit limit) {
    var boundaries = boundaries(text);
    int end = 0;
    for (var part : Splitting.parts(text, limit)) {
      end += part.length();
      if (!boundaries.contains(end)) assertThat(limit.fits(around(text, end))).isFalse();
    }
  }

  @Property(seed = "20261122", tries = 1000)
  void aCodePointIsNeverTorn(@ForAll("texts") String text, @ForAll("limits") Limit limit) {
    for (var part : Splitting.parts(text, limit)) {
      assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
    }
  }

  @Property(seed = "20261122", tries = 500)
  void whatFitsIsNotSplit(@ForAll("texts") String text) {
    var parts = Splitting.parts(text, Limit.bytes(100_000));
    assertThat(parts).isEqualTo(text.isEmpty() ? List.of() : List.of(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Limit> limits() {
    var units = Arbitraries.of(Limit.Unit.values());
    return Arbitraries.integers()
        .between(4, 80)
        .flatMap(most -> units.map(u -> new Limit(most, u)));
  }

  private static Set<Integer> boundaries(String text) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    var all = new HashSet<Integer>();
    for (int i = characters.first(); i != BreakIterator.DONE; i = characters.next()) all.add(i);
    return all;
  }

  /// The visible character in which this place lies.
  private static String around(String text, int place) {
    var sorted = new ArrayList<>(boundaries(text));
    sorted.sort(null);
    int begin = sorted.stream().filter(b -> b < place).reduce(0, Math::max);
    int end = sorted.stream().filter(b -> b > place).findFirst().orElse(text.length());
    return text.substring(begin, end);
  }
}
