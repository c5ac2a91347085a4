package io.direktdraht.conversation.join;

import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.signal.LocalSignals;

class MemoryJoiningTest implements JoiningContract {
  private final MemoryLog log = new MemoryLog(Logs.LINES, Logs.RULES, new LocalSignals());
  private final Joining joining = new MemoryJoining(log);
  private final Codes codes = new MemoryCodes();

  @Override
  public LogPorts ports() {
    return new LogPorts(log, log, log, log, new MemoryDeliveries(log));
  }

  @Override
  public Joining joining() {
    return joining;
  }

  @Override
  public Codes codes() {
    return codes;
  }
}
