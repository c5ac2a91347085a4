package io.direktdraht.conversation.signal;

import java.util.function.Consumer;

/// One ephemeral port for everything that is worth knowing at once and need not be kept.
public interface Signals {
  void publish(Signal signal);

  /// Listeners are called in the publisher's thread and must hand on anything slow.
  Subscription subscribe(Consumer<Signal> listener);

  /// Ends a subscription.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
