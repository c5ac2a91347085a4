package io.direktdraht.conversation.log;

/// The log cannot be reached or is overloaded. Nothing is known to be stored; the caller repeats
/// with the same key.
public final class LogUnavailable extends RuntimeException {
  public LogUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public LogUnavailable(String message) {
    super(message);
  }
}
