package io.direktdraht.conversation.log;

import io.direktdraht.conversation.outbox.DeliveriesContract;

class MemoryLogTest
    implements LogContract, RevisingContract, DeliveriesContract, DirectoryContract {
  private final LogPorts ports = Memories.ports();

  @Override
  public LogPorts ports() {
    return ports;
  }

  @Override
  public Directory directory() {
    return new MemoryDirectory((MemoryLog) ports.log(), Logs.LINES);
  }
}
