package io.direktdraht.channel.platform.door;

import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.OptOuts;
import io.direktdraht.conversation.signal.Signals;

/// What platforms' lines read and write.
public record PlatformPorts(
    RawEvents raw,
    Attaching attaching,
    Intake intake,
    Revising revising,
    ConversationLog log,
    Conversations conversations,
    Cursors cursors,
    Deliveries deliveries,
    OptOuts optOuts,
    FileLinks links,
    Arrivals arrivals,
    Joining joining,
    Signals signals,
    Masking masking) {}
