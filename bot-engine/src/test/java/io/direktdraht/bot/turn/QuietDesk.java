package io.direktdraht.bot.turn;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.shop.Customers;
import java.time.Instant;
import java.util.Optional;

/// A desk with one person and so many contacts who wait, and what else surrounds a conversation.
record QuietDesk(int waiting) implements DeskStatus {
  static Surroundings surroundings() {
    return new Surroundings(Logs.LINES, new QuietDesk(0), _ -> Customers.Standing.UNKNOWN);
  }

  @Override
  public Now now() {
    return new Now(1, waiting, true);
  }

  @Override
  public Optional<Integer> position(ConversationId conversation) {
    return Optional.empty();
  }

  @Override
  public Optional<Wait> expectedWait(int position) {
    return Optional.empty();
  }

  @Override
  public Instant promiseDue(Instant now) {
    return now.plusSeconds(3600);
  }
}
