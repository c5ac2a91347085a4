package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is said on a line that delivers, over memory ports, and what became of it. The clock stands
/// still until it is set.
public final class Outgoing {
  public final LocalSignals signals = new LocalSignals();
  public final LogPorts ports = Memories.ports(signals);
  public volatile Instant now = NINE;
  private final RetryPolicy policy;

  public Outgoing(RetryPolicy policy) {
    this.policy = policy;
  }

  public Outbox to(ChannelAdapter platform) {
    var clockwork = new Outbox.Clockwork(() -> now, policy);
    return new Outbox(platform, ports.deliveries(), ports.log(), ports.conversations(), clockwork);
  }

  /// A contact to whom the bot says these texts.
  public Conversation saying(String... texts) {
    var seen = ports.intake().receive(hello(PUSHED, fresh(), fresh())).conversation();
    for (var text : texts) {
      var said = List.of(said(new Author.Bot(), PUSHED, text));
      ports.log().append(new Append(seen.id(), new Append.Condition.Always(), said));
    }
    return ports.conversations().find(seen.id()).orElseThrow();
  }

  public synchronized void later(Duration time) {
    now = now.plus(time);
  }

  public List<Long> owed(Conversation conversation) {
    return ports.owed().places(Owed.Kind.DELIVERY, conversation.id());
  }

  public List<SendFailed> failures(Conversation conversation) {
    return ports.log().read(conversation.id(), 0, 1000).stream()
        .map(recorded -> recorded.event())
        .filter(SendFailed.class::isInstance)
        .map(SendFailed.class::cast)
        .toList();
  }
}
