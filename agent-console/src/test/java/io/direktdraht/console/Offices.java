package io.direktdraht.console;

import static io.direktdraht.conversation.log.Logs.*;

import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.desk.DeskRules;
import io.direktdraht.console.desk.Desks;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.MemoryPeople;
import io.direktdraht.console.view.ViewPorts;
import io.direktdraht.console.work.Reunions;
import io.direktdraht.console.work.TakingBack;
import io.direktdraht.console.work.Templating;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryCursors;
import io.direktdraht.conversation.log.MemoryDirectory;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.template.MemoryTemplates;
import io.direktdraht.conversation.way.Takeover;
import io.direktdraht.conversation.way.Traffic;
import io.direktdraht.conversation.way.Wayfinding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A whole office over memory ports, whose clock stands still until it is set.
public final class Offices {
  public static final Account ANNA = account("ana", "Ana Berger");
  public static final Account BERND = account("ben", "Ben Kurz");
  public static final OpeningHours HOURS = Desks.OFFICE;
  public final LocalSignals signals = new LocalSignals();
  public final LogPorts ports = Memories.ports(signals);
  public final Attachments attachments = new MemoryAttachments((MemoryLog) ports.log());
  public final Attaching attaching = Files.attaching(attachments);
  public final MemoryPeople people = new MemoryPeople();
  public final MemoryCursors cursors = new MemoryCursors();
  public Customers.Standing standing = Customers.Standing.UNKNOWN;
  public Instant now = NINE.minusSeconds(3600); // when it starts; nobody is judged absent at first
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final Presence presence = new Presence(signals, () -> now);
  public final Desk desk =
      new Desk(
          new Desk.Ports(ports.log(), ports.conversations(), ports.owed(), signals, Logs.LINES),
          presence,
          Desks.OFFICE_RULES,
          () -> now,
          meters);

  /// How the lines carry answers.
  public final Map<Line.Id, Traffic.Flow> traffic = new HashMap<>();

  public final Wayfinding ways =
      new Wayfinding(
          ports.log(),
          ports.conversations(),
          Logs.LINES,
          line -> traffic.getOrDefault(line, Traffic.Flow.FREE),
          () -> now);
  private final Workplace.Ports work =
      new Workplace.Ports(ports.log(), ports.conversations(), people, desk, ways);
  public final Workplace workplace = new Workplace(work, () -> now);

  /// What the platform says to whoever takes a contact back, and whom it was asked for.
  public Takeover.Result inbox = new Takeover.Result.Taken();

  public final List<Contact.Point> taken = new ArrayList<>();
  public final TakingBack taking =
      new TakingBack(
          work,
          point -> {
            taken.add(point);
            return inbox;
          },
          () -> now);

  public final MemoryTemplates templates = new MemoryTemplates(() -> now);
  public final Templating templating = new Templating(workplace, ports.conversations(), templates);

  public final Reunions reunions =
      new Reunions(new MemoryJoining((MemoryLog) ports.log()), ports.conversations(), () -> now);

  public Offices() {
    now = NINE;
    people.save(ANNA);
    people.save(BERND);
  }

  /// As after a restart.
  public Desk anotherDesk() {
    return anotherDesk(Desks.OFFICE_RULES);
  }

  public Desk anotherDesk(DeskRules rules) {
    return anotherDesk(rules, ports.log());
  }

  /// One that writes through another log.
  public Desk anotherDesk(ConversationLog log) {
    return anotherDesk(Desks.OFFICE_RULES, log);
  }

  private Desk anotherDesk(DeskRules rules, ConversationLog log) {
    return new Desk(
        new Desk.Ports(log, ports.conversations(), ports.owed(), signals, Logs.LINES),
        presence,
        rules,
        () -> now,
        new SimpleMeterRegistry());
  }

  /// How many goals of this kind ended like this.
  public double goals(String kind, String result) {
    return meters.get("direktdraht.goals").tags("goal", kind, "result", result).counter().count();
  }

  public ViewPorts views(Orders orders) {
    return new ViewPorts(
        ports.log(),
        ports.conversations(),
        cursors,
        orders,
        _ -> standing,
        people,
        desk,
        Logs.LINES,
        ways,
        new MemoryDirectory((MemoryLog) ports.log(), Logs.LINES));
  }

  public Conversation received() {
    return ports.intake().receive(hello(WEB, fresh(), fresh(), now)).conversation();
  }

  /// A contact who asked for a person at this moment.
  public Conversation waiting() {
    return waiting(((ConversationEvent.HandoffRequested) handoff()).why());
  }

  public Conversation waiting(Escalation why) {
    var seen = received();
    append(seen, new ConversationEvent.HandoffRequested(why, now));
    return now(seen);
  }

  public void append(Conversation seen, ConversationEvent... events) {
    ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(events)));
  }

  public Conversation now(Conversation seen) {
    return ports.conversations().find(seen.id()).orElseThrow();
  }

  public List<ConversationEvent> events(Conversation seen) {
    return ports.log().read(seen.id(), 0, 1000).stream().map(one -> one.event()).toList();
  }

  /// What the system said, newest last.
  public List<String> told(Conversation seen) {
    return events(seen).stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message())
        .filter(message -> message.author() instanceof Author.System)
        .map(message -> message.content().text())
        .toList();
  }

  /// The payloads of the buttons under what the system said last.
  public List<String> choices(Conversation seen) {
    return events(seen).reversed().stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message().content().choices())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(choice -> choice.payload())
        .toList();
  }

  public void says(Conversation seen, String text) {
    var message = new Message(new Author.Contact(), WEB, Content.text(text), null);
    append(seen, new ConversationEvent.MessageReceived(message, now));
  }

  /// The bot does what it owes.
  public void botAnswers(Conversation seen) {
    ports.log().append(botAnswer(now(seen), "Gern."));
  }

  /// The contact presses a button.
  public void presses(Conversation seen, String payload) {
    var content = new Content("…", payload, List.of());
    var message = new Message(new Author.Contact(), WEB, content, null);
    append(seen, new ConversationEvent.MessageReceived(message, now));
  }

  private static Account account(String name, String displayName) {
    return new Account(new AgentId(name), displayName, "{noop}x", Account.Role.AGENT);
  }
}
