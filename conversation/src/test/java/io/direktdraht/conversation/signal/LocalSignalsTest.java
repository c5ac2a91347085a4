package io.direktdraht.conversation.signal;

final class LocalSignalsTest implements SignalsContract {
  private final LocalSignals signals = new LocalSignals();

  @Override
  public Signals signals() {
    return signals;
  }
}
