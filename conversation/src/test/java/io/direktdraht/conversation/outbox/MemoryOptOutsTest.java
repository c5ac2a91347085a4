package io.direktdraht.conversation.outbox;

class MemoryOptOutsTest implements OptOutsContract {
  private final OptOuts optOuts = new MemoryOptOuts();

  @Override
  public OptOuts optOuts() {
    return optOuts;
  }
}
