package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.conversation.Uuid7;
import java.time.InstantSource;
import java.util.Optional;

/// Session ids that we gave: `UUID.HMAC`. Rasa itself trusts any id; then whoever knows or guesses
/// one reads another's chat.
final class SessionIds {
  private static final String PURPOSE = "session:";
  private final Seal seal;
  private final InstantSource clock;

  SessionIds(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  String fresh() {
    var visitor = Uuid7.at(clock.instant()).toString();
    return visitor + "." + seal.mark(PURPOSE + visitor);
  }

  /// The visitor; empty for an id that we did not give.
  Optional<String> visitor(String session) {
    int dot = session.indexOf('.');
    if (dot < 1) return Optional.empty();
    var visitor = session.substring(0, dot);
    return seal.holds(PURPOSE + visitor, session.substring(dot + 1))
        ? Optional.of(visitor)
        : Optional.empty();
  }
}
