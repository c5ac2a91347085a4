package io.direktdraht.conversation.join;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Proof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two addresses that were proven to be one customer's. `by` is the agent who decided it, else
/// null.
public record Join(
    JoinId id,
    Contact.Point one,
    Contact.Point other,
    Proof proof,
    @Nullable AgentId by,
    Instant at) {
  public Join {
    if (one.equals(other))
      throw new IllegalArgumentException("an address joins another, not itself");
  }

  public static Join proven(Contact.Point one, Contact.Point other, Proof proof, Instant at) {
    return new Join(JoinId.next(at), one, other, proof, null, at);
  }
}
