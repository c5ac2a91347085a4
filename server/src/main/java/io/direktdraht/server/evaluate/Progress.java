package io.direktdraht.server.evaluate;

import java.util.function.Consumer;

/// Tells how far a file has been read, every tenth of it.
final class Progress implements Runnable {
  private static final int TENTHS = 10;
  private final String what;
  private final int all;
  private final Consumer<String> teller;
  private int done;
  private int told;

  Progress(String what, int all, Consumer<String> teller) {
    this.what = what;
    this.all = all;
    this.teller = teller;
  }

  @Override
  public void run() {
    done++;
    int tenths = (int) ((long) TENTHS * done / all);
    if (tenths == told) return;
    told = tenths;
    teller.accept(what + ": " + 10 * tenths + " %");
  }
}
