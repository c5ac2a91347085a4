package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a contact last wrote on a line, null for never, and from which address, null when that was
/// not kept. `blocked`: they have blocked us there since. `elsewhere`: somebody answers them in the
/// platform's own inbox since, and the platform takes nothing from us. `echo`: what they want back
/// with the answer, or null.
public record Heard(
    @Nullable Instant at,
    @Nullable String from,
    boolean blocked,
    boolean elsewhere,
    @Nullable String echo) {
  public static final Heard NEVER = new Heard(null, null, false);

  public Heard(@Nullable Instant at, @Nullable String from, boolean blocked) {
    this(at, from, blocked, false, null);
  }

  /// Where answers on this line go: where they last wrote if it still is theirs, else the address
  /// that was proven last.
  public Optional<Contact.Point> address(Contact contact, Line.Id line) {
    return Optional.ofNullable(from)
        .map(address -> new Contact.Point(line, address))
        .filter(contact.points()::contains)
        .or(() -> contact.newest(line));
  }
}
