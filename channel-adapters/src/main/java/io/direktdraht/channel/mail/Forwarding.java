package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.Uuid7;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Sends an agent's answer by e-mail when the contact who asked on the website has gone and left an
/// address: what is not read after a while. Who answers the mail goes on in the same conversation.
public final class Forwarding implements AutoCloseable {
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final String WEBSITE = "web"; // other clients do not tell what was read
  private static final int MOST = 10_000;
  private static final int PAGE = 500;
  private final Supplier<Optional<MailLine>> open;
  private final Habits habits;
  private final Ports ports;
  private final Map<ConversationId, Instant> unread = new ConcurrentHashMap<>();
  private final Pulse pulse;
  private final Signals.Subscription subscription;
  private boolean recalled; // of the pulse's thread alone

  /// What it reads and writes besides a mail line's own ports.
  public record Ports(
      MailPorts mail, Cursors cursors, Joining joining, Lines lines, Signals signals) {}

  /// `unreadFor`: so long a message may be unread. `company` writes.
  public record Habits(Duration unreadFor, String company) {
    public Habits {
      if (unreadFor.compareTo(Duration.ofSeconds(1)) < 0)
        throw new IllegalArgumentException(
            "mail.unread-for must be at least 1 s, was " + unreadFor);
    }

    private String subject(Contact contact) {
      var begin =
          "en".equals(contact.details().language()) ? "Your enquiry at " : "Ihre Anfrage bei ";
      return begin + company;
    }

    private Duration sweep() {
      return unreadFor.compareTo(SWEEP) < 0 ? unreadFor : SWEEP;
    }
  }

  /// `open`: the mailbox at this moment, by which it writes.
  public Forwarding(Supplier<Optional<MailLine>> open, Habits habits, Ports ports) {
    this.open = open;
    this.habits = habits;
    this.ports = ports;
    subscription = ports.signals().subscribe(this::hear);
    pulse = new Pulse("forwarding", habits.sweep(), _ -> forward());
  }

  @Override
  public void close() {
    subscription.close();
    pulse.close();
  }

  /// What was answered before the start, or before there was a mailbox.
  private void recall() {
    var now = ports.mail().clock().instant();
    for (var stage : List.of(Stage.Kind.WITH_AGENT, Stage.Kind.RESOLVED))
      for (var conversation : ports.mail().conversations().inStage(stage, MOST))
        if (conversation.touchedAt().isAfter(now.minus(LOOK_BACK)))
          unread.putIfAbsent(conversation.id(), conversation.touchedAt());
  }

  private void hear(Signal signal) {
    if (!(signal instanceof Signal.Committed(var conversation, var recorded, _))) return;
    for (var one : recorded)
      if (one.event() instanceof ConversationEvent.MessageSent(var message, var at)
          && answers(message)) unread.put(conversation.id(), at);
  }

  private boolean answers(Message message) {
    return message.author() instanceof Author.Agent
        && ports.lines().channel(message.line()).equals(WEBSITE);
  }

  /// Forwards what was unread for long enough; nothing while no mailbox is open.
  private void forward() {
    var mail = open.get().map(MailLine::id).orElse(null);
    if (mail == null) {
      unread.clear();
      recalled = false;
      return;
    }
    if (!recalled) recall();
    recalled = true;
    forward(mail);
  }

  private void forward(Line.Id mail) {
    var ripe = ports.mail().clock().instant().minus(habits.unreadFor);
    unread.forEach((id, since) -> {
      if (since.isAfter(ripe)) return;
      ports.mail().conversations().find(id).ifPresent(found -> forward(found, mail));
      unread.remove(id, since); // unless something was answered meanwhile
    });
  }

  private void forward(Conversation conversation, Line.Id mail) {
    var contact = ports.mail().conversations().contact(conversation.contact()).orElse(null);
    if (contact == null || contact.points().isEmpty()) return;
    var address = contact.details().email();
    if (address == null) return;
    unseen(conversation)
        .ifPresent(range -> {
          begin(contact, address, mail);
          var now = ports.mail().clock().instant();
          var event = new ConversationEvent.Forwarded(range.from, range.upTo, mail, now);
          var key = new Append.Key("forward", conversation.id() + ":" + range.upTo);
          ports
              .mail()
              .log()
              .append(
                  new Append(
                      conversation.id(), new Append.Condition.Always(), List.of(event), key));
        });
  }

  private record Range(long from, long upTo) {}

  /// The agent's messages since the contact last read or wrote, or was last forwarded any.
  private Optional<Range> unseen(Conversation conversation) {
    long read = ports.cursors().of(conversation.id(), Cursors.Side.CONTACT).read();
    long from = 0;
    long upTo = 0;
    var page = ports.mail().log().read(conversation.id(), read, PAGE);
    while (!page.isEmpty()) {
      for (var one : page)
        switch (one.event()) {
          case ConversationEvent.MessageReceived _, ConversationEvent.Forwarded _ -> from = 0;
          case ConversationEvent.MessageSent(var message, _) when answers(message) -> {
            if (from == 0) from = one.seq();
            upTo = one.seq();
          }
          default -> {}
        }
      page = ports.mail().log().read(conversation.id(), page.getLast().seq(), PAGE);
    }
    return from == 0 ? Optional.empty() : Optional.of(new Range(from, upTo));
  }

  /// The contact's thread, begun by us if they never wrote a mail. A crash in between begins it
  /// twice; the second one is used.
  private void begin(Contact contact, String address, Line.Id mail) {
    if (contact.points().stream().anyMatch(point -> point.line().equals(mail))) return;
    var now = ports.mail().clock().instant();
    var thread = MailIds.newThread(Uuid7.at(now));
    var entry =
        new MailThreads.Entry(
            "begun:" + thread,
            thread,
            MailThreads.Kind.WRITTEN,
            address,
            contact.details().name(),
            List.of(),
            habits.subject(contact),
            now);
    ports.mail().threads().note(mail, entry);
    var point = new Contact.Point(mail, thread);
    ports.joining().join(Join.proven(contact.points().getFirst(), point, Proof.NAMED, now));
  }
}
