package io.direktdraht.conversation.join;

import io.direktdraht.conversation.JoinId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How somebody came here from another line: the payload of the message they came with, in the form
/// `/arrived WORD VALUE`.
public sealed interface Arrival {
  String PREFIX = "/arrived ";

  /// What was written there goes on here. `join` is what can be taken back, null when they were
  /// known to be the same before.
  record Joined(@Nullable JoinId join) implements Arrival {}

  /// They have written here before: shall both become one?
  record Known(Code code) implements Arrival {}

  /// Their code no longer holds.
  record Late() implements Arrival {}

  /// They say that it was not them; it is taken back.
  record Parted() implements Arrival {}

  default String payload() {
    return PREFIX
        + switch (this) {
          case Joined(var join) -> join == null ? "joined" : "joined " + join;
          case Known(var code) -> "known " + code.text();
          case Late() -> "late";
          case Parted() -> "parted";
        };
  }

  /// Empty for any other payload.
  static Optional<Arrival> of(@Nullable String payload) {
    if (payload == null || !payload.startsWith(PREFIX)) return Optional.empty();
    var words = payload.substring(PREFIX.length()).split(" ", 2);
    return switch (words[0]) {
      case "joined" -> Optional.of(new Joined(words.length == 1 ? null : JoinId.of(words[1])));
      case "known" -> Code.in(payload).map(Known::new);
      case "late" -> Optional.of(new Late());
      case "parted" -> Optional.of(new Parted());
      default -> Optional.empty();
    };
  }
}
