package io.direktdraht.server.start;

import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts stored messages by channel and sender.
public final class MessageMeters {
  private final Lines lines;
  private final MeterRegistry meters;

  public MessageMeters(Signals signals, Lines lines, MeterRegistry meters) {
    this.lines = lines;
    this.meters = meters;
    signals.subscribe(this::hear);
  }

  private void hear(Signal signal) {
    if (signal instanceof Signal.Committed(_, var recorded, _)) recorded.forEach(this::count);
  }

  private void count(Recorded recorded) {
    switch (recorded.event()) {
      case ConversationEvent.MessageReceived(var message, _) -> count(message);
      case ConversationEvent.MessageSent(var message, _) -> count(message);
      default -> {}
    }
  }

  private void count(Message message) {
    var sender = message.author().kind();
    meters
        .counter("direktdraht.messages", "channel", lines.channel(message.line()), "sender", sender)
        .increment();
  }
}
