package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryLog;

class MemoryAttachmentsTest implements AttachmentsContract {
  private final LogPorts ports = Memories.ports();
  private final Attachments attachments = new MemoryAttachments((MemoryLog) ports.log());

  @Override
  public Attachments attachments() {
    return attachments;
  }

  @Override
  public LogPorts ports() {
    return ports;
  }
}
