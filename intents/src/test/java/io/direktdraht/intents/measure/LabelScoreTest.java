package io.direktdraht.intents.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.direktdraht.intents.measure.LabelScore.Mistaken;
import io.direktdraht.intents.measure.LabelScore.OfLabel;
import org.junit.jupiter.api.Test;

class LabelScoreTest {
  private final LabelScore.Tally tally = new LabelScore.Tally();

  @Test
  void countsByHand() {
    add("a", "a", 3);
    add("a", "b", 1);
    add("b", "b", 1);
    add("b", "a", 1);
    add("c", "a", 2);
    add("b", "other", 1);
    var score = tally.score();
    assertThat(score.n()).isEqualTo(9);
    assertThat(score.accuracy()).isEqualTo(4.0 / 9);
    assertThat(score.byLabel())
        .containsEntry("a", new OfLabel(4, 6, 3))
        .containsEntry("b", new OfLabel(3, 2, 1))
        .containsEntry("c", new OfLabel(2, 0, 0))
        .hasSize(3);
    var a = score.byLabel().get("a");
    assertThat(a.precision()).isEqualTo(0.5);
    assertThat(a.recall()).isEqualTo(0.75);
    assertThat(a.f1()).isEqualTo(0.6);
    assertThat(score.macroF1()).isCloseTo((0.6 + 0.4 + 0) / 3, within(1e-12));
  }

  @Test
  void putsTheMostMistakenFirst() {
    add("c", "a", 2);
    add("a", "c", 1);
    add("a", "b", 1);
    assertThat(tally.score().mistaken())
        .containsExactly(
            new Mistaken("c", "a", 2), new Mistaken("a", "b", 1), new Mistaken("a", "c", 1));
  }

  @Test
  void isZeroOfNothing() {
    assertThat(tally.score().accuracy()).isZero();
    assertThat(tally.score().macroF1()).isZero();
  }

  private void add(String expected, String got, int times) {
    for (int i = 0; i < times; i++) tally.add(expected, got);
  }
}
