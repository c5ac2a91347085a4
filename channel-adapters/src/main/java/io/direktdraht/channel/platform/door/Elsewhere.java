package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence.Overheard;
import io.direktdraht.channel.platform.Occurrence.Turned;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Rendering;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.outbox.OutboundMessage;
import io.direktdraht.conversation.way.Hearing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What people say in a platform's own inbox, or on the phone that a number belongs to as well:
/// agents shall know it, and the bot shall not talk over them.
final class Elsewhere {
  static final AgentId DOOR = new AgentId("door");

  /// So long after a word of theirs the contact is left to whoever wrote it.
  private static final Duration TALKING = Duration.ofHours(1);

  private static final int LOOK_BACK = 20;

  /// How the key of a note begins that tells what somebody answered.
  private static final String ANSWERED = "answered:";

  private final Line line;
  private final Capabilities capabilities;
  private final PlatformPorts ports;
  private final InstantSource clock;
  private final Hearing hearing;
  private final Worded worded = new Worded();

  Elsewhere(Line line, Capabilities capabilities, PlatformPorts ports, InstantSource clock) {
    this.line = line;
    this.capabilities = capabilities;
    this.ports = ports;
    this.clock = clock;
    hearing = new Hearing(ports.log(), ports.conversations());
  }

  /// A note, so that nobody has to ask again what was said. False when there is nothing to note.
  boolean heard(Overheard heard) {
    var to = ports.conversations().latest(line.id(), heard.contact()).orElse(null);
    if (to == null || (!heard.theirs() && ours(to, heard))) return false;
    var text = worded.overheard(heard.theirs(), ports.masking().masked(heard.text()));
    var now = clock.instant();
    var key = heard.theirs() ? Hearing.overheard(line.id(), heard.key()) : ANSWERED + heard.key();
    var note = new ConversationEvent.NoteAdded(DOOR, line.channel(), text, key, now);
    var append = new Append.Key(line.id() + ":overheard", heard.key());
    ports.log().append(new Append(to.id(), new Append.Condition.Always(), List.of(note), append));
    return true;
  }

  /// What the platform says of who may answer. False when it was so already.
  boolean turned(Turned turned) {
    var to = ports.conversations().latest(line.id(), turned.contact()).orElse(null);
    if (to == null || hearing.on(line.id(), to).elsewhere() == turned.elsewhere()) return false;
    var event =
        new ConversationEvent.HandledElsewhere(
            line.id(), turned.elsewhere(), null, clock.instant());
    var append = new Append.Key(line.id() + ":turned", turned.key());
    ports.log().append(new Append(to.id(), new Append.Condition.Always(), List.of(event), append));
    return true;
  }

  /// Whether somebody answers this contact there at this moment: our own word since ends that, and
  /// whoever gave the contact back.
  boolean talking(Conversation with) {
    var since = clock.instant().minus(TALKING);
    return ports
        .log()
        .backwards(with)
        .limit(LOOK_BACK)
        .map(Recorded::event)
        .filter(event -> ended(event) || answered(event, Instant.MIN))
        .findFirst()
        .filter(event -> answered(event, since))
        .isPresent();
  }

  private static boolean ended(ConversationEvent event) {
    return event instanceof ConversationEvent.MessageSent
        || (event instanceof ConversationEvent.HandledElsewhere turned && !turned.elsewhere());
  }

  private static boolean answered(ConversationEvent event, Instant since) {
    return event instanceof ConversationEvent.NoteAdded(var agent, _, _, var key, var at)
        && agent.equals(DOOR)
        && key.startsWith(ANSWERED)
        && at.isAfter(since);
  }

  /// A platform tells us of our own messages too, perhaps without our mark and before its answer.
  private boolean ours(Conversation conversation, Overheard heard) {
    if (ports.deliveries().named(line.id(), heard.key()).isPresent()) return true;
    return ports
        .log()
        .backwards(conversation)
        .limit(LOOK_BACK)
        .anyMatch(recorded -> says(conversation, recorded, heard.text().strip()));
  }

  private boolean says(Conversation conversation, Recorded recorded, String text) {
    return recorded.event() instanceof ConversationEvent.MessageSent(var message, _)
        && message.line().equals(line.id())
        && Rendering.parts(outbound(conversation, recorded, message), capabilities, ports.links())
            .stream()
            .anyMatch(part -> part.text().strip().equals(text));
  }

  private static OutboundMessage outbound(
      Conversation conversation, Recorded recorded, Message message) {
    return new OutboundMessage(
        conversation.id(), recorded.seq(), "", message.author(), message.content());
  }
}
