package io.direktdraht.console.people;

import io.direktdraht.conversation.AgentId;

/// Somebody who may sign in. `passwordHash` names its own algorithm and never leaves the server.
public record Account(AgentId id, String displayName, String passwordHash, Role role) {
  /// What an account may do; each role includes the ones before it.
  public enum Role {
    AGENT,
    SUPERVISOR,
    OPERATOR,
    ADMINISTRATOR
  }

  public Account withPasswordHash(String hash) {
    return new Account(id, displayName, hash, role);
  }

  @Override
  public String toString() {
    return "Account[" + id + ", " + role + "]";
  }
}
