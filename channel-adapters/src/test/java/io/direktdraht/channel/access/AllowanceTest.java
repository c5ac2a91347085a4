package io.direktdraht.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.log.LogContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;
  private final Allowance<String> allowance = new Allowance<>(30, 5);
  private final String eva = "eva";
  private final String udo = "udo";

  @Test
  void letsABurstPassAndThenSaysHowLongToWait() {
    for (int i = 0; i < 5; i++) assertThat(allowance.take(eva, 0)).isEmpty();
    assertThat(allowance.take(eva, 0)).contains(Duration.ofSeconds(2));
    assertThat(allowance.take(eva, SECOND)).contains(Duration.ofSeconds(1));
    assertThat(allowance.take(eva, 2 * SECOND)).isEmpty();
    assertThat(allowance.take(eva, 2 * SECOND)).isPresent();
  }

  @Test
  void aRefusedMessageCostsNothing() {
    for (int i = 0; i < 5; i++) allowance.take(eva, 0);
    for (int i = 0; i < 100; i++) assertThat(allowance.take(eva, SECOND)).isPresent();
    assertThat(allowance.take(eva, 2 * SECOND)).isEmpty();
  }

  @Test
  void nobodyPaysForAnother() {
    for (int i = 0; i < 6; i++) allowance.take(eva, 0);
    assertThat(allowance.take(udo, 0)).isEmpty();
  }

  @Test
  void nobodySavesUpMoreThanABurst() {
    allowance.take(eva, 0);
    for (int i = 0; i < 5; i++) assertThat(allowance.take(eva, 3600 * SECOND)).isEmpty();
    assertThat(allowance.take(eva, 3600 * SECOND)).isPresent();
  }

  @Test
  void letsNoMorePassWhenAllComeAtTheSameTime() {
    var taken = LogContract.together(50, _ -> allowance.take(eva, 0));
    assertThat(taken.stream().filter(java.util.Optional::isEmpty)).hasSize(5);
  }

  @Test
  void forgetsFullBucketsAndNoOthers() {
    for (int i = 0; i < 5; i++) allowance.take(eva, 10 * SECOND);
    for (int i = 0; i < 20_000; i++) allowance.take("v" + i, 10 * SECOND);
    assertThat(allowance.take(eva, 10 * SECOND)).isPresent();
  }
}
