package io.direktdraht.bot.turn;

import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.shop.Customers;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the facts come from that no message tells: the desk, the shop, the log. Nothing is read
/// before a rule asks for it, and each thing once a turn.
public record Surroundings(Lines lines, DeskStatus desk, Customers customers) {

  Facts of(
      Conversation conversation,
      Conversations conversations,
      Happenings happenings,
      InstantSource clock) {
    var past = new Once<>(() -> Past.of(conversation, conversations, happenings, clock.instant()));
    var standing = new Once<>(() -> customers.standing(conversation.contact()));
    return fact ->
        switch (fact) {
          case TURN_COUNT -> past.get().turns();
          case CONTACT_TIER -> standing.get().tier();
          case CONTACT_OPEN_COMPLAINTS -> (long) standing.get().openComplaints();
          case CONTACT_MESSAGES_LAST_24H -> past.get().messagesLast24h();
          case CONTACT_CONVERSATIONS_LAST_7D -> past.get().conversationsLast7d();
          case CONTACT_MATTERS -> past.get().matters();
          case MINUTES_SINCE_LAST_HUMAN -> past.get().minutesSinceHuman();
          case CHANNEL -> lines.channel(conversation.line());
          case HOURS_OPEN -> desk.open();
          case QUEUE_LENGTH -> (long) desk.now().waiting();
          default -> fact.unknown(); // what the message itself tells
        };
  }

  /// A value that is made when it is first asked for.
  private static final class Once<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
      this.source = source;
    }

    T get() {
      var known = value;
      if (known != null) return known;
      var made = source.get();
      value = made;
      return made;
    }
  }
}
