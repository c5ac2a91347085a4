package io.direktdraht.console.desk.route;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import java.time.Instant;

/// A conversation that an agent is asked to take until a moment. It is not theirs yet.
public record Offer(ConversationId conversation, AgentId agent, Instant until) {}
