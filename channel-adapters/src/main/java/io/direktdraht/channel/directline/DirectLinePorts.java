package io.direktdraht.channel.directline;

import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.signal.Signals;

/// What the Direct Lines read and write.
public record DirectLinePorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    Attaching attaching,
    FileLinks links,
    Signals signals) {}
