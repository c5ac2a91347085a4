package io.direktdraht.console.web;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInGuardTest {
  private static final String HOME = "10.0.0.1";
  private Instant now = NINE;
  private final SignInGuard guard = new SignInGuard(() -> now);

  @Test
  void fourMistakesCostNothing() {
    fail("ana", HOME, 4);
    assertThat(guard.wait("ana", HOME)).isEmpty();
  }

  @Test
  void fromTheFifthOnTheWaitDoubles() {
    fail("ana", HOME, 5);
    assertThat(guard.wait("ana", "10.9.9.9")).contains(Duration.ofSeconds(10));
    fail("ana", HOME, 1);
    assertThat(guard.wait("ana", HOME)).contains(Duration.ofSeconds(20));
    fail("ana", HOME, 1);
    assertThat(guard.wait("ana", HOME)).contains(Duration.ofSeconds(40));
    now = now.plusSeconds(39);
    assertThat(guard.wait("ana", HOME)).contains(Duration.ofSeconds(1));
    now = now.plusSeconds(1);
    assertThat(guard.wait("ana", HOME)).isEmpty();
  }

  @Test
  void nobodyWaitsLongerThanAQuarterOfAnHour() {
    fail("ana", HOME, 500);
    assertThat(guard.wait("ana", "10.9.9.9")).contains(Duration.ofMinutes(15));
  }

  @Test
  void onePasswordForManyAccountsIsSlowedByItsAddress() {
    for (int i = 0; i < 19; i++) fail("user" + i, HOME, 1);
    assertThat(guard.wait("zoe", HOME)).isEmpty();
    fail("user19", HOME, 1);
    assertThat(guard.wait("zoe", HOME)).contains(Duration.ofSeconds(10));
    assertThat(guard.wait("zoe", "10.0.0.2")).isEmpty();
  }

  @Test
  void theRightPasswordClearsTheAccountButNotTheAddress() {
    fail("ana", HOME, 20);
    guard.succeeded("ana");
    assertThat(guard.wait("ana", "10.0.0.2")).isEmpty();
    assertThat(guard.wait("ana", HOME)).contains(Duration.ofSeconds(10));
  }

  /// A whole office mistypes now and then.
  @Test
  void anHourWithoutAMistakeIsForgiven() {
    for (int i = 0; i < 19; i++) fail("user" + i, HOME, 1);
    now = now.plus(Duration.ofHours(1)).plusSeconds(1);
    fail("user19", HOME, 1);
    assertThat(guard.wait("zoe", HOME)).isEmpty();
  }

  @Test
  void anAccountNamedLikeAnAddressLocksNobodyOut() {
    for (int i = 0; i < 30; i++) fail("@10.0.0.1", "10.0.7." + i, 1);
    assertThat(guard.wait("ana", HOME)).isEmpty();
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) guard.failed(account, address);
  }
}
