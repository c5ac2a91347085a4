package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// What operators learn of a line's credentials before any customer needs them.
public interface CheckContract {
  Dialect dialect();

  @Test
  default void credentialsThatHoldAreKnownByName() throws InterruptedException {
    try (var platform = dialect().platform()) {
      var known = dialect().known();
      assumeTrue(known.isPresent(), "this platform cannot be asked");
      platform.next(known.get().says());
      var line = dialect().line(platform.url(), Duration.ofSeconds(20), InstantSource.system());
      assertThat(line.sender().check()).contains(new DeliveryResult.Accepted(known.get().name()));
      assertThat(platform.lastPath()).isEqualTo(known.get().path());
      assertThat(platform.accepted()).isEmpty();
    }
  }

  @Test
  default void credentialsThatDiedAreSaid() throws InterruptedException {
    try (var platform = dialect().platform()) {
      assumeTrue(dialect().known().isPresent(), "this platform cannot be asked");
      platform.next(dialect().deadCredentials());
      var line = dialect().line(platform.url(), Duration.ofSeconds(20), InstantSource.system());
      assertThat(line.sender().check().orElseThrow())
          .isInstanceOf(DeliveryResult.Unauthorized.class);
    }
  }

  @Test
  default void aPlatformThatIsGoneIsNoDeadCredential() throws InterruptedException {
    var platform = dialect().platform();
    var url = platform.url();
    platform.close();
    assumeTrue(dialect().known().isPresent(), "this platform cannot be asked");
    var line = dialect().line(url, Duration.ofSeconds(20), InstantSource.system());
    assertThat(line.sender().check().orElseThrow()).isInstanceOf(DeliveryResult.Retry.class);
  }
}
