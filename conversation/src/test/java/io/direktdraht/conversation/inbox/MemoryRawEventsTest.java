package io.direktdraht.conversation.inbox;

class MemoryRawEventsTest implements RawEventsContract {
  private final RawEvents events = new MemoryRawEvents();

  @Override
  public RawEvents rawEvents() {
    return events;
  }
}
