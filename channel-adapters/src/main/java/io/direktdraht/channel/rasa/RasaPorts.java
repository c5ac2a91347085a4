package io.direktdraht.channel.rasa;

import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.live.Doorbell;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.OwedWork;

/// What the Rasa lines read and write.
public record RasaPorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    OwedWork owed,
    Doorbell doorbell,
    FileLinks links) {}
