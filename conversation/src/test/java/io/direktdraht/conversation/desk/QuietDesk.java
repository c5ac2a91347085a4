package io.direktdraht.conversation.desk;

import io.direktdraht.conversation.ConversationId;
import java.util.Optional;

/// A desk in opening hours at which nothing moves.
public record QuietDesk(int available, int waiting) implements DeskStatus {
  @Override
  public Now now() {
    return new Now(available, waiting);
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public Optional<Integer> position(ConversationId conversation) {
    return Optional.empty();
  }

  @Override
  public Optional<Wait> expectedWait(ConversationId conversation) {
    return Optional.empty();
  }

  @Override
  public Optional<Wait> expectedWait() {
    return Optional.empty();
  }
}
