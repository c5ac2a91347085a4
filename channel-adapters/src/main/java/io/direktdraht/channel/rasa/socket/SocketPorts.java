package io.direktdraht.channel.rasa.socket;

import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.signal.Signals;

/// What the line reads and writes.
public record SocketPorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    FileLinks links,
    Signals signals) {}
