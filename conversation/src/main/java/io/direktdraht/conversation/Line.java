package io.direktdraht.conversation;

/// One configured channel, e.g. "WhatsApp shop DE". `delivers` says that answers must be carried
/// out by the outbox; a line that does not deliver is read by its clients, which resume by
/// sequence.
public record Line(Id id, String channel, boolean delivers) {
  /// The name of a line; unique keys use it.
  public record Id(String value) {
    public Id {
      if (!value.matches("[a-z0-9][a-z0-9._-]{0,63}"))
        throw new IllegalArgumentException(
            "a line's name is 1 to 64 of a-z 0-9 . _ -, was '" + value + "'");
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
