package io.direktdraht.conversation.log;

import io.direktdraht.conversation.outbox.DeliveriesContract;

class MemoryLogTest implements LogContract, DeliveriesContract {
  private final LogPorts ports = Memories.ports();

  @Override
  public LogPorts ports() {
    return ports;
  }
}
