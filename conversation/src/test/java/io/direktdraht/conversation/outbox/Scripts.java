package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.Logs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A platform that answers by a script, and accepts everything once the script is over.
final class Scripts implements ChannelAdapter {
  final List<OutboundMessage> sent = new ArrayList<>();
  final List<String> accepted = new ArrayList<>();
  private final Queue<DeliveryResult> script = new ArrayDeque<>();
  private final boolean repeatable;

  Scripts(boolean repeatable, DeliveryResult... script) {
    this.repeatable = repeatable;
    this.script.addAll(List.of(script));
  }

  void says(DeliveryResult next) {
    script.add(next);
  }

  @Override
  public Line.Id line() {
    return Logs.PUSHED;
  }

  @Override
  public boolean repeatable() {
    return repeatable;
  }

  @Override
  public @Nullable Duration window() {
    return null;
  }

  @Override
  public DeliveryResult deliver(OutboundMessage message) {
    sent.add(message);
    var result = script.isEmpty() ? new DeliveryResult.Accepted("p") : script.remove();
    if (result instanceof DeliveryResult.Accepted) accepted.add(message.content().text());
    return result;
  }
}
