package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.mail.MemoryMailThreads;
import io.direktdraht.conversation.outbox.OutboundMessage;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Instant;
import java.util.List;

/// A mail line over memory ports.
final class Rooms {
  static final String IBAN = "DE89 3704 0044 0532 0130 00";
  static final Masking HIDDEN = text -> text.replace(IBAN, "DE…3000");
  final MailLine line;
  final MemoryLog log;
  final Attachments attachments;
  final MailThreads threads;
  final MailPorts ports;
  final MailIds ids;
  final Mailroom room;
  Instant now = NINE;

  Rooms(MailLine line) {
    this(line, new MemoryMailThreads());
  }

  Rooms(MailLine line, MailThreads threads) {
    this.line = line;
    this.threads = threads;
    this.log =
        new MemoryLog(
            Lines.of(new Line(line.id(), "email", true)),
            IntakeRules.DEFAULT.hiding(HIDDEN),
            new LocalSignals());
    this.attachments = new MemoryAttachments(log);
    this.ports =
        new MailPorts(
            log, log, log, Files.attaching(attachments), attachments, threads, HIDDEN, () -> now);
    this.ids = new MailIds(line, new byte[32]);
    this.room = new Mailroom(line, ports, ids);
  }

  /// The conversation that this mail came into.
  Conversation takes(Mails mail) {
    var taken = (Mailroom.Taken.Received) room.take(mail.read());
    return log.find(taken.conversation()).orElseThrow();
  }

  List<ConversationEvent> events(ConversationId id) {
    return log.read(id, 0, 1000).stream().map(one -> one.event()).toList();
  }

  List<Content> received(ConversationId id) {
    return events(id).stream()
        .filter(ConversationEvent.MessageReceived.class::isInstance)
        .map(event -> ((ConversationEvent.MessageReceived) event).message().content())
        .toList();
  }

  List<String> notes(ConversationId id) {
    return events(id).stream()
        .filter(ConversationEvent.NoteAdded.class::isInstance)
        .map(event -> ((ConversationEvent.NoteAdded) event).text())
        .toList();
  }

  String thread(Conversation conversation) {
    return log.contact(conversation.contact()).orElseThrow().points().getFirst().externalId();
  }

  OutboundMessage bot(Conversation conversation, long seq, Content content) {
    return new OutboundMessage(
        conversation.id(), seq, thread(conversation), new Author.Bot(), content);
  }

  OutboundMessage ana(Conversation conversation, long seq, Content content) {
    var ana = new Author.Agent(new AgentId("ana"), "Ana Berger");
    return new OutboundMessage(conversation.id(), seq, thread(conversation), ana, content);
  }
}
