package io.direktdraht.bot.turn;

import java.util.concurrent.atomic.AtomicReference;

/// The brain in use. A turn takes it once and keeps it to its end.
public final class Brains {
  private final AtomicReference<Brain> current;

  public Brains(Brain first) {
    current = new AtomicReference<>(first);
  }

  public Brain current() {
    return current.get();
  }

  public void publish(Brain next) {
    current.set(next);
  }
}
