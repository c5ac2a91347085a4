package io.direktdraht.conversation.join;

import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.JoinId;
import java.time.Instant;

/// Makes one contact of two addresses, and two again.
public interface Joining {
  /// In one transaction: addresses, conversations, and at most one open conversation, where the
  /// other has ended as `MERGED_INTO`.
  Joined join(Join join);

  /// Takes back the newest join that moved something: what it moved goes back. False when there is
  /// nothing to take back.
  boolean part(JoinId join, Instant at);

  /// What became of it.
  sealed interface Joined {
    record Done(ContactId contact) implements Joined {}

    /// They were one contact before.
    record Already(ContactId contact) implements Joined {}

    /// The shop knows them as two different customers.
    record Different() implements Joined {}
  }
}
