package io.direktdraht.conversation.join;

class MemoryPinsTest implements PinsContract {
  private final Pins pins = new MemoryPins();

  @Override
  public Pins pins() {
    return pins;
  }
}
