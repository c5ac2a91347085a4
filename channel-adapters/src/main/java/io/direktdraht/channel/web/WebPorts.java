package io.direktdraht.channel.web;

import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.signal.Signals;

/// What the web channel reads and writes.
public record WebPorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    Cursors cursors,
    Lines lines,
    DeskStatus desk,
    Attaching attaching,
    Attachments attachments,
    Onward onward,
    Joining joining,
    Arrivals arrivals,
    Proving proving,
    Signals signals) {}
