package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import java.time.InstantSource;
import java.util.stream.Collectors;

/// Finds the ways to the contact of a conversation as they are now.
public final class Wayfinding {
  private final Hearing hearing;
  private final Conversations conversations;
  private final Lines lines;
  private final Traffic traffic;
  private final InstantSource clock;

  public Wayfinding(
      ConversationLog log,
      Conversations conversations,
      Lines lines,
      Traffic traffic,
      InstantSource clock) {
    this.hearing = new Hearing(log, conversations);
    this.conversations = conversations;
    this.lines = lines;
    this.traffic = traffic;
    this.clock = clock;
  }

  public Ways of(Conversation conversation) {
    var contact = conversations.contact(conversation.contact()).orElseThrow();
    var delivering =
        Ways.lines(conversation, contact, lines).stream()
            .filter(lines::delivers)
            .collect(Collectors.toSet());
    var heard = hearing.on(delivering, conversation);
    return Ways.of(conversation, contact, heard, new Ways.View(lines, traffic, clock.instant()));
  }
}
