package io.direktdraht.channel.mail;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Uuid7;
import io.direktdraht.conversation.attachment.Attaching.Result;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.mail.MailThreads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings a mail to its conversation. Everything here may happen twice: what was done before a
/// crash is known by the mail's id.
final class Mailroom {
  private static final int LONGEST = 20_000; // characters of a message; the rest is in the file
  private static final int MOST_FILES = 20;
  static final AgentId POST = new AgentId("mail");
  private final MailLine line;
  private final MailPorts ports;
  private final MailIds ids;
  private final Reports reports;

  /// What became of a mail.
  sealed interface Taken {
    record Received(ConversationId conversation, long seq) implements Taken {}

    /// A report about a mail of ours.
    record Reported(ConversationId conversation) implements Taken {}

    /// From ourselves, or a report about nothing of ours.
    record Ignored() implements Taken {}
  }

  /// The thread of a mail, and whether its sender wrote or was written to in it before.
  private record Route(String thread, boolean fresh, boolean newcomer) {}

  Mailroom(MailLine line, MailPorts ports, MailIds ids) {
    this.line = line;
    this.ports = ports;
    this.ids = ids;
    this.reports = new Reports(line, ports, ids);
  }

  Taken take(Mail read) {
    var mail = read.masked(ports.masking());
    var bounce = mail.origin().bounce();
    var reported = bounce == null ? Optional.<Taken>empty() : reports.take(mail, bounce);
    if (reported.isPresent()) return reported.get();
    if (line.own(mail.from().address())) return new Taken.Ignored();
    var route = route(mail);
    var notes = new ArrayList<String>();
    var content = content(mail, route, notes);
    var now = ports.clock().instant();
    var inbound = new Inbound(line.id(), noted(mail, route, now), mail.id(), content, null, now);
    var admission = ports.intake().receive(inbound);
    if (route.fresh()) introduce(admission.conversation(), mail);
    if (route.newcomer()) notes.add("Neu in diesem Gespräch: " + said(mail.from()));
    if (mail.origin().unverified())
      notes.add("Der Absender ist nicht bestätigt (DMARC): " + said(mail.from()));
    if (mail.origin().automatic())
      notes.add("Von einem Programm geschrieben; der Bot antwortet nicht.");
    if (!notes.isEmpty()) note(admission.conversation(), mail, notes);
    return new Taken.Received(admission.conversation().id(), admission.seq());
  }

  /// The first hit counts: the mail itself was here before; an id or address that we signed; a mail
  /// that came to us. Everything else begins a thread of its own.
  private Route route(Mail mail) {
    var before = ports.threads().find(line.id(), mail.id());
    if (before.isPresent()) {
      var first = ports.threads().of(line.id(), before.get().thread()).getFirst();
      return new Route(first.thread(), first.id().equals(mail.id()), false);
    }
    for (var refers : mail.refers()) {
      var signed =
          ids.ours(refers)
              .flatMap(ours -> thread(refers, ours.conversation()))
              .or(() -> ids.thread(refers))
              .or(() -> ids.reported(refers).flatMap(this::thread));
      if (signed.isPresent())
        return new Route(signed.get(), false, !takesPart(mail.from().address(), signed.get()));
    }
    for (var refers : mail.refers()) {
      var known = ports.threads().find(line.id(), refers).map(MailThreads.Entry::thread);
      if (known.isPresent())
        return new Route(known.get(), false, !takesPart(mail.from().address(), known.get()));
    }
    var fresh = MailIds.newThread(Uuid7.at(ports.clock().instant()));
    return new Route(fresh, true, false);
  }

  private Optional<String> thread(MailIds.Ours ours) {
    return thread(ids.of(ours.conversation(), ours.seq()), ours.conversation());
  }

  /// A contact may have several threads: the one in which we wrote this mail, as far as that was
  /// noted, else the one that was proven last.
  private Optional<String> thread(String ours, ConversationId conversation) {
    return ports
        .threads()
        .find(line.id(), ours)
        .map(MailThreads.Entry::thread)
        .or(() ->
            ports
                .conversations()
                .find(conversation)
                .map(Conversation::contact)
                .flatMap(ports.conversations()::contact)
                .flatMap(contact -> contact.newest(line.id()))
                .map(Contact.Point::externalId));
  }

  private boolean takesPart(String address, String thread) {
    return ports.threads().of(line.id(), thread).stream()
        .anyMatch(entry -> entry.address().equals(address) || entry.others().contains(address));
  }

  /// The thread under which the mail is known, perhaps by another node that was first.
  private String noted(Mail mail, Route route, Instant now) {
    ports.threads().note(line.id(), entry(mail, route.thread(), now));
    return ports.threads().find(line.id(), mail.id()).orElseThrow().thread();
  }

  private Content content(Mail mail, Route route, List<String> notes) {
    var body = mail.body();
    var files = new ArrayList<Attachment>();
    for (var file : body.files())
      if (files.size() < MOST_FILES) keep(route, file, notes).ifPresent(files::add);
      else notes.add("Nicht übernommen, zu viele Dateien: " + file.name());
    var text = words(mail, route);
    boolean cut = text.length() > LONGEST;
    if (body.shortened() || cut) {
      var full = body.full().getBytes(StandardCharsets.UTF_8);
      keep(route, new Mail.File("E-Mail.txt", full), notes).ifPresent(files::add);
    }
    var shown =
        cut
            ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + " …"
            : text;
    return new Content(shown, payload(mail.origin()), List.of(), files);
  }

  /// Of whoever may be another the bot does nothing; a person looks.
  private static @Nullable String payload(Mail.Origin origin) {
    if (origin.automatic()) return Content.AUTOMATIC;
    return origin.unverified() ? Content.PERSON : null;
  }

  /// The subject says what a first mail is about; whoever is not the first to write is named.
  private String words(Mail mail, Route route) {
    if (route.fresh())
      return mail.subject().isBlank()
          ? mail.body().text()
          : mail.subject() + "\n\n" + mail.body().text();
    var first = ports.threads().of(line.id(), route.thread()).stream().findFirst();
    boolean same = first.filter(one -> one.address().equals(mail.from().address())).isPresent();
    return same ? mail.body().text() : said(mail.from()) + ":\n" + mail.body().text();
  }

  private Optional<Attachment> keep(Route route, Mail.File file, List<String> notes) {
    try {
      var owner = line.id() + ":" + route.thread();
      var body = new ByteArrayInputStream(file.bytes());
      return switch (ports.attaching().takeAny(body, file.name(), owner)) {
        case Result.Taken(var attachment) -> Optional.of(attachment);
        case Result.Empty() -> Optional.empty();
        case Result.TooBig _, Result.TooManyPixels _, Result.TooMuch _, Result.OtherKind _ -> {
          notes.add("Nicht übernommen, zu groß: " + file.name());
          yield Optional.empty();
        }
      };
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static MailThreads.Entry entry(Mail mail, String thread, Instant now) {
    return new MailThreads.Entry(
        mail.id(),
        thread,
        MailThreads.Kind.RECEIVED,
        mail.from().address(),
        mail.from().name(),
        mail.others().stream().map(Mail.Person::address).toList(),
        mail.subject(),
        now);
  }

  private void introduce(Conversation conversation, Mail mail) {
    var now = ports.clock().instant();
    var details = new ArrayList<ConversationEvent>();
    details.add(
        new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, mail.from().address(), now));
    var name = mail.from().name();
    if (name != null)
      details.add(new ConversationEvent.DetailGiven(Contact.Detail.NAME, name, now));
    append(conversation.id(), details, "details:" + mail.id());
  }

  private void note(Conversation conversation, Mail mail, List<String> notes) {
    var text = String.join("\n", notes);
    var note =
        new ConversationEvent.NoteAdded(POST, "E-Mail", text, mail.id(), ports.clock().instant());
    append(conversation.id(), List.of(note), "note:" + mail.id());
  }

  private void append(ConversationId conversation, List<ConversationEvent> events, String key) {
    var source = "mail:" + line.id();
    var bounded = key.substring(0, Math.min(key.length(), Inbound.LONGEST_ID));
    ports
        .log()
        .append(
            new Append(
                conversation,
                new Append.Condition.Always(),
                events,
                new Append.Key(source, bounded)));
  }

  private static String said(Mail.Person person) {
    return person.name() == null ? person.address() : person.name() + " <" + person.address() + ">";
  }
}
