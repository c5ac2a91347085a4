package io.direktdraht.bot.turn;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// The brain in use. A turn takes it once and keeps it to its end.
public final class Brains {
  private final AtomicReference<Brain> current;

  public Brains(Brain first) {
    current = new AtomicReference<>(first);
  }

  public Brain current() {
    return current.get();
  }

  /// Publishes what follows from the current one. Catalogue and rules change at any time, and
  /// neither may undo the other.
  public Brain publish(UnaryOperator<Brain> change) {
    return current.updateAndGet(change);
  }
}
