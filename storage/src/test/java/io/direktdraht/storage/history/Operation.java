package io.direktdraht.storage.history;

/// One side of a call as its caller saw it, at a moment of {@link System#nanoTime}.
public record Operation(Kind kind, Phase phase, Body body, long nanoTime) {
  /// Who wrote.
  public enum Kind {
    WIDGET_SEND,
    AGENT_SEND,
    WEBHOOK
  }

  /// How the call stands: begun, acknowledged, surely refused, or nobody knows.
  public enum Phase {
    INVOKE,
    OK,
    FAIL,
    INFO
  }
}
