package io.direktdraht.channel.web;

import org.jspecify.annotations.Nullable;

/// Why a frame changed nothing. `id` is the client's id of the refused message; `retryAfter` is in
/// seconds.
record Refusal(Code code, String message, @Nullable String id, @Nullable Long retryAfter) {
  enum Code {
    BAD_FRAME(400),
    HELLO_FIRST(401),
    BAD_TOKEN(401),
    TEXT_EMPTY(400),
    TEXT_TOO_LONG(413),
    FILE_UNKNOWN(400),
    FILE_EMPTY(400),
    FILE_TOO_BIG(413),
    FILE_KIND(415),
    FILE_LIMIT(429),
    CODE_WRONG(409),
    TOO_FAST(429),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Refusal of(Code code, String message) {
    return new Refusal(code, message, null, null);
  }

  Refusal about(String id) {
    return new Refusal(code, message, id, retryAfter);
  }
}
