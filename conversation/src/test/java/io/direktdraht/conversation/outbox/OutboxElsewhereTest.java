package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.HandledElsewhere;
import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.Append;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody answers the contact in the platform's own inbox.
class OutboxElsewhereTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(POLICY);
  private final Scripts platform = new Scripts(false);
  private final Outbox outbox = out.to(platform);
  private final Conversation seen = out.saying();

  @Test
  void botAndSystemAreSilentMeanwhileAndItShows() throws InterruptedException {
    append(new HandledElsewhere(PUSHED, true, null, NINE));
    append(said(new Author.Bot(), PUSHED, "vom Bot"));
    append(said(new Author.System(), PUSHED, "Sie sind der Nächste"));
    carry();
    assertThat(platform.sent).isEmpty();
    assertThat(out.failures(seen))
        .extracting(SendFailed::failure)
        .containsExactly("invalid", "invalid");
  }

  @Test
  void whatAPersonSaysIsLeftToThePlatformAndAfterwardsAllGoes() throws InterruptedException {
    append(new HandledElsewhere(PUSHED, true, null, NINE));
    append(said(new Author.Agent(ANA, "Ana"), PUSHED, "von Ana"));
    carry();
    append(new HandledElsewhere(PUSHED, false, ANA, NINE));
    append(said(new Author.Bot(), PUSHED, "vom Bot"));
    carry();
    assertThat(platform.accepted).containsExactly("von Ana", "vom Bot");
  }

  private void append(ConversationEvent event) {
    out.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  private void carry() throws InterruptedException {
    for (var due = outbox.due(1); !due.isEmpty(); due = outbox.due(1)) outbox.carry(due.getFirst());
  }
}
