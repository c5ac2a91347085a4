package io.direktdraht.conversation.log;

import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signals;

/// The memory drivers, put together.
public final class Memories {
  private Memories() {}

  public static LogPorts ports() {
    return ports(new LocalSignals());
  }

  public static LogPorts ports(Signals signals) {
    var log = new MemoryLog(Logs.LINES, Logs.RULES, signals);
    return new LogPorts(log, log, log, log, new MemoryDeliveries(log));
  }
}
