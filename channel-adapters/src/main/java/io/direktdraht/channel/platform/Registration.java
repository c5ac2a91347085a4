package io.direktdraht.channel.platform;

import java.util.Optional;

/// Tells a platform where to call one of our lines, so that nobody has to do it by hand. Doing it
/// again does no harm.
public interface Registration {
  /// Empty when the platform knows now, else why it does not, without any secret.
  Optional<String> register() throws InterruptedException;
}
