package io.direktdraht.channel.mail;

import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.mail.MailThreads;
import java.time.InstantSource;

/// What a mail line reads and writes. `masking` hides what may not be stored, as it does in
/// messages.
public record MailPorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    Attaching attaching,
    Attachments attachments,
    MailThreads threads,
    Masking masking,
    InstantSource clock) {}
