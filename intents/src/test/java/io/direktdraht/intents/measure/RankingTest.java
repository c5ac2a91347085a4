package io.direktdraht.intents.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void countsThePairsInRightOrderAndTiesHalf() {
    var ranking = new Ranking();
    for (double score : new double[] {3, 1, 2}) ranking.add(true, score);
    for (double score : new double[] {9, 0, 2}) ranking.add(false, score);
    assertThat(ranking.area()).isCloseTo((1 + 1.5 + 2) / 9, within(1e-12));
  }

  @Test
  void saysNothingWhereOneKindIsMissing() {
    var ranking = new Ranking();
    ranking.add(true, 1);
    assertThat(ranking.area()).isNull();
  }

  @Test
  void holdsAsManyAsThereAre() {
    var ranking = new Ranking();
    for (int i = 0; i < 1_000; i++) {
      ranking.add(true, i + 1_000);
      ranking.add(false, i);
    }
    assertThat(ranking.area()).isEqualTo(1);
  }
}
