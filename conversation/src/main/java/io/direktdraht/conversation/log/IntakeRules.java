package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a received message does, given the contact's latest conversation. `reopens` is how long
/// after its end a message still continues the same conversation. What `masking` hides is hidden on
/// every line: nothing received stays by another way.
public record IntakeRules(Duration reopens, Masking masking) {
  public static final IntakeRules DEFAULT = new IntakeRules(Duration.ofHours(24), Masking.NONE);

  public IntakeRules {
    if (reopens.isNegative())
      throw new IllegalArgumentException("reopens must not be negative, was " + reopens);
  }

  public IntakeRules hiding(Masking what) {
    return new IntakeRules(reopens, what);
  }

  /// Whether the message belongs to this conversation; otherwise it opens a new one.
  public boolean continues(@Nullable Conversation latest, Inbound inbound) {
    return latest != null
        && (latest.open() || latest.touchedAt().plus(reopens).isAfter(inbound.at()));
  }

  public List<ConversationEvent> events(Conversation conversation, Inbound inbound) {
    var events = new ArrayList<ConversationEvent>();
    if (!conversation.open()) events.add(new ConversationEvent.Reopened(inbound.at()));
    if (conversation.lastSeq() == 0 && inbound.language() != null)
      events.add(
          new ConversationEvent.DetailGiven(
              Contact.Detail.LANGUAGE, inbound.language(), inbound.at()));
    var message =
        new Message(
            new Author.Contact(),
            inbound.line(),
            masked(inbound.content()),
            inbound.key(),
            inbound.sender(),
            null);
    events.add(new ConversationEvent.MessageReceived(message, inbound.at()));
    return events;
  }

  private Content masked(Content content) {
    var payload = content.payload();
    return new Content(
        masking.masked(content.text()),
        payload == null ? null : masking.masked(payload),
        content.choices(),
        content.attachments(),
        unmasked(content.echo()));
  }

  /// Word for word or not at all.
  private @Nullable String unmasked(@Nullable String echo) {
    return echo == null || masking.masked(echo).equals(echo) ? echo : null;
  }
}
