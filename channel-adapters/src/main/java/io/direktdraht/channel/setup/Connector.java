package io.direktdraht.channel.setup;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.RetryPolicy;
import java.util.Optional;

/// One line that can be opened and closed while the product runs, whoever told its settings.
public interface Connector {
  Line line();

  /// From now on it hears; what carries messages out there, or nothing where clients fetch them.
  /// Waits for no server. Throws {@link RuntimeException} when it cannot be opened.
  Optional<Carrier> open();

  /// It takes nothing new. Waits for no server.
  void close();

  /// How it does at this moment.
  Reach reach();

  /// What carries messages out, and how patiently.
  record Carrier(ChannelAdapter adapter, RetryPolicy policy) {}
}
