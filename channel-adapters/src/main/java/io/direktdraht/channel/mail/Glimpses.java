package io.direktdraht.channel.mail;

import io.direktdraht.channel.setup.Reach.Event;
import io.direktdraht.channel.setup.Reach.Sight;
import io.direktdraht.channel.setup.Reach.Trouble;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a look into a mailbox showed, for operators: kept in memory, since this node opened it.
final class Glimpses {
  private static final int REMEMBERED = 30;
  private final Deque<Event> events = new ArrayDeque<>();
  private @Nullable Instant looked;
  private @Nullable Trouble trouble;
  private int taken;

  synchronized void looked(Instant now) {
    looked = now;
    trouble = null;
  }

  synchronized void took(String mail, Instant now) {
    taken++;
    remember(new Event(mail, "done", null, now));
  }

  /// It stays in the mailbox, flagged, for people.
  synchronized void left(String mail, String why, Instant now) {
    remember(new Event(mail, "quarantined", why, now));
  }

  synchronized void lost(MessagingException why, String folder) {
    var refusal = Refusal.of(why, folder);
    trouble = new Trouble("mailbox-" + refusal.code(), refusal.detail());
  }

  synchronized Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  synchronized Sight sight(@Nullable Instant heard) {
    return new Sight(looked, heard, taken, trouble, List.copyOf(events));
  }

  private void remember(Event event) {
    if (events.size() == REMEMBERED) events.removeLast();
    events.addFirst(event);
  }
}
