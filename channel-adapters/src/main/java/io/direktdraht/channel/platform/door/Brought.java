package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Thing;
import io.direktdraht.conversation.Attachment;
import java.util.List;

/// What became of the files of a message.
record Brought(List<Attachment> files, List<Missed> missed) {
  static final Brought NOTHING = new Brought(List.of(), List.of());

  /// A file that is not here. `detail` is for people who look for the reason, or empty.
  record Missed(Thing thing, Why why, String detail) {}

  enum Why {
    TOO_BIG,
    TOO_MUCH,
    TOO_MANY,
    GONE,
    REFUSED,
    UNREACHABLE,
    OTHER_KIND,
    EMPTY
  }

  Brought {
    files = List.copyOf(files);
    missed = List.copyOf(missed);
  }
}
