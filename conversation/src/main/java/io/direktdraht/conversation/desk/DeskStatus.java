package io.direktdraht.conversation.desk;

import io.direktdraht.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether people are there, how many contacts wait, and how long it takes.
public interface DeskStatus {
  Now now();

  /// The place in the queue, 1 for the next one; empty when this conversation does not wait.
  Optional<Integer> position(ConversationId conversation);

  /// The wait that the desk can stand by for a place in the queue; empty when there is none.
  Optional<Wait> expectedWait(int position);

  /// By when a person answers if nobody is there now.
  Instant promiseDue(Instant now);

  /// `available` people who could answer, `waiting` contacts who wait; `open`: it is opening time.
  record Now(int available, int waiting, boolean open) {
    public boolean staffed() {
      return available > 0;
    }
  }

  /// A range of waiting time.
  record Wait(Duration from, Duration to) {}
}
