package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import java.time.Instant;
import java.util.Optional;

/// The secrets by which customers bring another address. Each serves one address.
public interface Codes {
  /// `until` then it is worthless.
  void issue(Code code, Contact.Point to, Instant until);

  /// Whom the code was given to, if it still holds and no other address used it.
  Optional<Contact.Point> redeem(Code code, Contact.Point by, Instant now);

  /// Whom it was given to, without using it.
  Optional<Contact.Point> find(Code code, Contact.Point by, Instant now);

  /// Drops what is worthless.
  void forget(Instant now);
}
