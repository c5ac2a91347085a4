package io.direktdraht.conversation.signal;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Signals within one process.
public final class LocalSignals implements Signals {
  private static final System.Logger LOG = System.getLogger(LocalSignals.class.getName());
  private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Signal signal) {
    for (var listener : listeners) {
      try {
        listener.accept(signal);
      } catch (RuntimeException failed) {
        // One listener's failure must not keep the hint from the others; the sweeps find what it
        // missed.
        LOG.log(Level.WARNING, "a listener failed on " + signal.getClass().getSimpleName(), failed);
      }
    }
  }

  @Override
  public Subscription subscribe(Consumer<Signal> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
