package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Line;

/// Carries messages to one platform. The only code that knows its field names.
public interface ChannelAdapter {
  Line.Id line();

  /// Whether sending the same (conversation, seq) twice is harmless, by the platform's own promise.
  boolean repeatable();

  DeliveryResult deliver(OutboundMessage message) throws InterruptedException;
}
