package io.direktdraht.channel.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells a platform where to call one of our lines, so that nobody has to do it by hand, and asks
/// whether it still knows. Doing it again does no harm.
public interface Registration extends Untold {
  Outcome register() throws InterruptedException;

  /// Nothing, where a platform keeps nothing or calls again until it is heard.
  @Override
  default Optional<List<String>> untold(Instant since) throws InterruptedException {
    return Optional.of(List.of());
  }

  /// What the platform knows of us. No reason holds a secret.
  sealed interface Outcome {
    record Known() implements Outcome {}

    /// It did not call us, and does from now on: what it had to tell in between may be missing.
    record Renewed(String why) implements Outcome {}

    record Unknown(String why) implements Outcome {}
  }
}
