package io.direktdraht.channel.platform.media;

import java.net.URI;

/// What came of one attempt to fetch a file. No address is part of a reason: it may hold a secret.
public sealed interface Download {
  /// Nobody changes the bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Fetched(byte[] bytes) implements Download {}

  /// More than `longest` bytes; the rest was not read.
  record TooBig(long longest) implements Download {}

  /// The platform does not have it, or no longer.
  record Gone(String why) implements Download {}

  /// By the platform, or by us: an address that nothing is fetched from.
  record Refused(String why) implements Download {}

  /// Another attempt may succeed.
  record Later(String why) implements Download {}

  /// The file is at another address.
  record Moved(URI to) implements Download {}

  /// What follows from an answer that is not the file.
  static Download byStatus(int status) {
    var said = "HTTP " + status;
    return switch (status) {
      case 404, 410 -> new Gone(said);
      case 202, 408, 425, 429 -> new Later(said); // 202: it is made ready
      default -> status >= 500 ? new Later(said) : new Refused(said);
    };
  }
}
