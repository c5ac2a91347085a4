package io.direktdraht.intents.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GramsTest {
  @Test
  void countsWordsPairsAndCharacters() {
    var grams = Grams.of("wo ist");
    assertThat(grams.words()).hasSize(5); // wo, <wo, ist, wo ist, ist>
    assertThat(grams.characters()).hasSize(7 + 6 + 5 + 4); // " wo ist " in runs of 2, 3, 4, 5
  }

  @Test
  void isTheSameForTheSameTextAndForItsSpellings() {
    assertThat(Grams.of("Rückgabe möglich").words())
        .isEqualTo(Grams.of("rueckgabe moeglich").words());
    assertThat(Grams.of("a b").words()).isNotEqualTo(Grams.of("b a").words());
  }

  @Property(tries = 200, seed = "20261122")
  void anyTextHasGramsAndNoneIsZero(@ForAll String text) {
    var grams = Grams.of(text);
    assertThat(Arrays.stream(grams.words()).anyMatch(gram -> gram == 0)).isFalse();
    assertThat(Arrays.stream(grams.characters()).anyMatch(gram -> gram == 0)).isFalse();
  }

  @Test
  void aBlockKnowsTheFrequentAndBringsVectorsToLengthOne() {
    var texts = List.of(new long[] {1, 2}, new long[] {1, 3}, new long[] {1, 2, 2});
    var block = GramBlock.of(texts, 2);
    assertThat(block.size()).isEqualTo(2); // 3 occurs in one text only
    assertThat(GramBlock.of(texts, 1).size()).isEqualTo(3);
    var vector = block.vector(new long[] {2, 9, 1, 2});
    assertThat(vector.indices()).containsExactly(0, 1);
    double squares = 0;
    for (float value : vector.values()) squares += value * value;
    assertThat(squares).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(vector.values()[1]).isGreaterThan(vector.values()[0]); // rarer, and twice
    assertThat(block.vector(new long[] {9}).indices()).isEmpty();
  }
}
