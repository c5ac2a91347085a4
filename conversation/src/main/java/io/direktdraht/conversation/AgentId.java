package io.direktdraht.conversation;

/// The account name of a person who answers.
public record AgentId(String value) {
  public AgentId {
    if (value.isBlank()) throw new IllegalArgumentException("an agent's name must not be blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
