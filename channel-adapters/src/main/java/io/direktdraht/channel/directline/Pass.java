package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a token says: the one conversation that it opens, who its user is if the shop said so, on
/// which pages it may be used (none named: on all of the line), and until when (epoch seconds).
record Pass(
    String line, String conversation, @Nullable User user, List<String> origins, long until) {
  /// The shop's word on who somebody is.
  record User(String id, @Nullable String name) {}

  Pass {
    origins = List.copyOf(origins);
  }

  Address address() {
    return new Address(new Line.Id(line), conversation);
  }
}
