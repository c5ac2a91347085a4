package io.direktdraht.conversation.log;

import io.direktdraht.conversation.outbox.Deliveries;

/// Every port over one log, as one driver provides them.
public record LogPorts(
    Intake intake,
    ConversationLog log,
    Conversations conversations,
    OwedWork owed,
    Deliveries deliveries) {}
