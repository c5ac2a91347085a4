package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What opens a stream, once: the conversation, the place after which it begins, the pages as in
/// {@link Pass}, and until when (epoch seconds). `once` makes each a different one.
record Ticket(
    String line,
    String conversation,
    @Nullable Long watermark,
    List<String> origins,
    String once,
    long until) {
  Ticket {
    origins = List.copyOf(origins);
  }

  Address address() {
    return new Address(new Line.Id(line), conversation);
  }
}
