package io.direktdraht.console.people;

import io.direktdraht.conversation.AgentId;
import java.time.Instant;
import java.util.Optional;

/// Who is signed in, by the hash of the token that their browser holds. Survives a restart.
public interface SignIns {
  void open(String tokenHash, AgentId agent, Instant until);

  /// Empty when the sign-in is unknown, closed or over.
  Optional<AgentId> find(String tokenHash, Instant now);

  void close(String tokenHash);

  /// Ends every sign-in of this account, e.g. when its password changes.
  void closeAll(AgentId agent);
}
