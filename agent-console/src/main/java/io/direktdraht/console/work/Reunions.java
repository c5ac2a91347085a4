package io.direktdraht.console.work;

import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.log.Conversations;
import java.time.InstantSource;
import java.util.Optional;

/// Agents' decisions about who is who.
public final class Reunions {
  private final Joining joining;
  private final Conversations conversations;
  private final InstantSource clock;

  public Reunions(Joining joining, Conversations conversations, InstantSource clock) {
    this.joining = joining;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Reunion {
    /// `join` is what can be taken back.
    record Joined(JoinId join) implements Reunion {}

    record Already() implements Reunion {}

    /// The shop knows them as two customers.
    record Different() implements Reunion {}

    record Unknown() implements Reunion {}
  }

  /// Whoever writes in these conversations is one customer.
  public Reunion join(ConversationId one, ConversationId other, Account agent) {
    var points = Optional.of(one).flatMap(this::point);
    var others = Optional.of(other).flatMap(this::point);
    if (points.isEmpty() || others.isEmpty()) return new Reunion.Unknown();
    if (points.equals(others)) return new Reunion.Already();
    var now = clock.instant();
    var join = new Join(JoinId.next(now), points.get(), others.get(), Proof.AGENT, agent.id(), now);
    return switch (joining.join(join)) {
      case Joining.Joined.Done _ -> new Reunion.Joined(join.id());
      case Joining.Joined.Already _ -> new Reunion.Already();
      case Joining.Joined.Different() -> new Reunion.Different();
    };
  }

  /// False when there is nothing left to take back.
  public boolean part(JoinId join) {
    return joining.part(join, clock.instant());
  }

  private Optional<Contact.Point> point(ConversationId id) {
    return conversations
        .find(id)
        .map(Conversation::contact)
        .flatMap(conversations::contact)
        .flatMap(contact -> contact.points().stream().findFirst());
  }
}
