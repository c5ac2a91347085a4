package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.template.Templates;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries messages to one platform. The only code that knows its field names.
public interface ChannelAdapter {
  Line.Id line();

  /// Whether sending the same (conversation, seq) twice is harmless, by the platform's own promise.
  boolean repeatable();

  /// To which of a contact's addresses on this line, the newest last.
  default String recipient(List<String> addresses) {
    return addresses.getLast();
  }

  /// How long after the contact's last message on the line a person's answer surely leaves in time,
  /// null for ever.
  default @Nullable Duration window() {
    return null;
  }

  /// Whether it takes templates, also after that.
  default Templates.Readiness templates() {
    return Templates.Readiness.NONE;
  }

  DeliveryResult deliver(OutboundMessage message) throws InterruptedException;
}
