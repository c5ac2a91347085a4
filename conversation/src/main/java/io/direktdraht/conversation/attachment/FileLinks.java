package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.Attachment;

/// Links to files for receivers that have no token of ours. Who has a link gets the file.
public interface FileLinks {
  String to(Attachment attachment);
}
