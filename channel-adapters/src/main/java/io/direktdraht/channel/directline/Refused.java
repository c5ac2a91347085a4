package io.direktdraht.channel.directline;

import org.jspecify.annotations.Nullable;

/// Why a call changed nothing, in Direct Line's own shape: a status and
/// `{"error":{"code","message"}}`. `retryAfter` is in seconds.
final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;
  private final String code;
  private final @Nullable Long retryAfter;

  private Refused(int status, String code, String message, @Nullable Long retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  Refused(int status, String code, String message) {
    this(status, code, message, null);
  }

  static Refused bad(String message) {
    return new Refused(400, "BadArgument", message);
  }

  static Refused tooBig(String message) {
    return new Refused(413, "MessageSizeTooBig", message);
  }

  static Refused tooFast(long seconds) {
    return new Refused(429, "TooManyRequests", "too many messages in a minute", seconds);
  }

  /// Also while we start and stop: to a client, 404 is the end of its conversation for good.
  static Refused unavailable() {
    return new Refused(503, "ServiceUnavailable", "not stored: please try again in a moment", 2L);
  }

  static Refused closed() {
    return new Refused(403, "Forbidden", "the line is no longer there");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  @Nullable Long retryAfter() {
    return retryAfter;
  }
}
