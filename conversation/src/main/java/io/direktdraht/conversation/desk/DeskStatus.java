package io.direktdraht.conversation.desk;

import io.direktdraht.conversation.ConversationId;
import java.time.Duration;
import java.util.Optional;

/// Whether people are there, how many contacts wait, and how long it takes.
public interface DeskStatus {
  Now now();

  /// Whether it is opening time.
  boolean open();

  /// The place in the queue, 1 for the next one; empty when this conversation does not wait.
  Optional<Integer> position(ConversationId conversation);

  /// The wait that the desk can stand by for this conversation; empty when there is none.
  Optional<Wait> expectedWait(ConversationId conversation);

  /// The same for whoever would ask for a person now.
  Optional<Wait> expectedWait();

  /// `available` people who could answer, `waiting` contacts who wait.
  record Now(int available, int waiting) {
    public boolean staffed() {
      return available > 0;
    }
  }

  /// A range of waiting time.
  record Wait(Duration from, Duration to) {}
}
