package io.direktdraht.channel.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A platform that can be asked for what it did not tell, or could not.
public interface Untold {
  /// What contacts wrote since then, as the calls by which the platform would have told it, as far
  /// as it can still be asked for. Empty when it did not answer.
  Optional<List<String>> untold(Instant since) throws InterruptedException;
}
