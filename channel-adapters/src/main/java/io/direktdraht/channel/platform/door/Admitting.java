package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.channel.render.Typed;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake.Admission;
import io.direktdraht.conversation.log.Revising;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Brings what one line's contacts did into the log.
final class Admitting {
  private static final int LOOK_BACK = 20;
  private static final int LONGEST_NAME = 200;
  private static final String DEFAULT_LANGUAGE = "de";
  private static final int FIRST_PLACES = 2; // a language may come before the first message
  private final Line line;
  private final Capabilities capabilities;
  private final PlatformPorts ports;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Worded worded = new Worded();
  private final OurWords ours;
  private final Receipts receipts;
  private final Elsewhere elsewhere;

  Admitting(
      Line line,
      Capabilities capabilities,
      PlatformPorts ports,
      InstantSource clock,
      MeterRegistry meters) {
    this.line = line;
    this.capabilities = capabilities;
    this.ports = ports;
    this.clock = clock;
    this.meters = meters;
    this.ours = new OurWords(line, ports.log());
    this.receipts = new Receipts(line, ours, ports, clock);
    this.elsewhere = new Elsewhere(line, capabilities, ports, clock);
  }

  void said(Said said, Brought brought) {
    var from = said.from();
    if (from.alias() != null) unite(from.id(), from.alias());
    var language = said.things().isEmpty() ? "" : language(from);
    var content = said.things().isEmpty() ? received(said) : whole(said, brought, language);
    var inbound =
        new Inbound(line.id(), from.id(), said.key(), content, from.language(), clock.instant());
    var admission = ports.intake().receive(inbound);
    if (!admission.repeated()) introduce(from, admission);
    if (!brought.missed().isEmpty()) miss(said, brought, admission, language);
  }

  void edited(Occurrence.Edited change) {
    if (!ports.revising().edit(wish(change, change.message()), change.words())) nothing("edited");
  }

  void withdrawn(Occurrence.Withdrawn change) {
    if (!ports.revising().withdraw(wish(change, change.message()))) nothing("withdrawn");
  }

  private Revising.Wish wish(Occurrence.Done change, String message) {
    return new Revising.Wish(line.id(), change.from().id(), message, change.key(), clock.instant());
  }

  /// What we never had, or have no more.
  private void nothing(String kind) {
    counts("ignored " + kind);
  }

  void overheard(Occurrence.Overheard heard) {
    if (!elsewhere.heard(heard)) nothing("overheard");
  }

  void turned(Occurrence.Turned turned) {
    if (!elsewhere.turned(turned)) nothing("turned");
  }

  /// Whoever is named by two ids is one contact, whichever of them was known before.
  private void unite(String id, String alias) {
    var one = new Contact.Point(line.id(), id);
    var other = new Contact.Point(line.id(), alias);
    var known = ports.conversations().contact(one).map(Contact::points).orElse(List.of());
    if (one.equals(other) || known.contains(other)) return;
    ports.joining().join(Join.proven(one, other, Proof.PLATFORM, clock.instant()));
  }

  /// What a file without a name is called.
  String named(Said said, String kind) {
    return worded.kind(kind, language(said.from()));
  }

  private Content whole(Said said, Brought brought, String language) {
    for (var _ : brought.files()) counts("file fetched");
    for (var one : brought.missed()) counts("file missed " + one.why());
    return worded.content(meant(said), said.things(), brought, language);
  }

  /// The contact hears at once what did not come, and agents see why.
  private void miss(Said said, Brought brought, Admission admission, String language) {
    var now = clock.instant();
    var told = worded.told(brought.missed(), language);
    var message = new Message(new Author.System(), line.id(), told, null);
    var note =
        new ConversationEvent.NoteAdded(
            Elsewhere.DOOR, line.channel(), worded.note(brought.missed()), said.key(), now);
    var events = List.<ConversationEvent>of(new ConversationEvent.MessageSent(message, now), note);
    var key = new Append.Key(line.id() + ":missed", said.key());
    var to = admission.conversation().id();
    ports.log().append(new Append(to, new Append.Condition.Always(), events, key));
  }

  /// What the contact told, or spoke last, or set on the device.
  private String language(Person from) {
    var conversation = ports.conversations().latest(line.id(), from.id());
    return conversation
        .map(Conversation::contact)
        .flatMap(ports.conversations()::contact)
        .map(contact -> contact.details().language())
        .or(() -> conversation.flatMap(this::spoken))
        .or(() -> Optional.ofNullable(from.language()))
        .orElse(DEFAULT_LANGUAGE);
  }

  private Optional<String> spoken(Conversation conversation) {
    return ports
        .log()
        .backwards(conversation)
        .limit(LOOK_BACK)
        .flatMap(recorded -> turn(recorded.event()).stream())
        .map(turn -> turn.dialogue().language())
        .findFirst();
  }

  private static Optional<Turn> turn(ConversationEvent event) {
    return event instanceof ConversationEvent.TurnDecided(var turn, _)
        ? Optional.of(turn)
        : Optional.empty();
  }

  /// What is told about our messages.
  Receipts receipts() {
    return receipts;
  }

  void counts(String what) {
    meters
        .counter("direktdraht.webhooks.events", "line", line.id().value(), "what", what)
        .increment();
  }

  private Content received(Said said) {
    var by = new Contact.Point(line.id(), said.from().id());
    return ports.arrivals().receive(meant(said), by);
  }

  /// A pressed or typed choice means what its payload says.
  private Content meant(Said said) {
    var content = said.content();
    var payload = content.payload();
    if (payload == null) return leftToOthers(with(content, typed(said)), said.from());
    var place = Reference.of(payload);
    return place.isEmpty() ? content : with(content, pressed(place.get(), said.from()));
  }

  /// While a person answers in the platform's own inbox, the bot is silent.
  private Content leftToOthers(Content content, Person from) {
    boolean left =
        content.payload() == null
            && ports
                .conversations()
                .latest(line.id(), from.id())
                .filter(elsewhere::talking)
                .isPresent();
    return left ? content.meaning(Content.AUTOMATIC) : content;
  }

  private static Content with(Content content, Optional<Choice> choice) {
    return content.meaning(choice.map(Choice::payload).orElse(null));
  }

  private Optional<Choice> typed(Said said) {
    return ports
        .conversations()
        .latest(line.id(), said.from().id())
        .map(this::offered)
        .flatMap(
            offered -> Typed.choice(said.content().text(), offered, capabilities.numbers(offered)));
  }

  /// Choices lapse with the next message of ours.
  private List<Choice> offered(Conversation conversation) {
    return ports
        .log()
        .backwards(conversation)
        .limit(LOOK_BACK)
        .flatMap(recorded -> ours.in(recorded.event()).stream())
        .findFirst()
        .map(Content::choices)
        .orElse(List.of());
  }

  /// Only of a message that this contact was sent.
  private Optional<Choice> pressed(Reference place, Person by) {
    var theirs =
        ports
            .conversations()
            .find(place.conversation())
            .map(Conversation::contact)
            .flatMap(ports.conversations()::contact)
            .filter(contact -> contact.points().contains(new Contact.Point(line.id(), by.id())));
    return theirs
        .flatMap(_ -> ours.at(place))
        .map(Content::choices)
        .filter(choices -> place.index() < choices.size())
        .map(choices -> choices.get(place.index()));
  }

  /// The platform knows a name that nobody had to ask for.
  private void introduce(Person from, Admission admission) {
    var name = from.name();
    if (name == null || name.isBlank() || admission.seq() > FIRST_PLACES) return;
    boolean unknown =
        ports
            .conversations()
            .contact(admission.conversation().contact())
            .filter(contact -> contact.details().name() == null)
            .isPresent();
    if (unknown) name(admission.conversation().id(), name);
  }

  private void name(ConversationId id, String name) {
    var shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    var storable = Content.text(shortened).text(); // a platform's text may hold what no store can
    var given = new ConversationEvent.DetailGiven(Contact.Detail.NAME, storable, clock.instant());
    ports.log().append(new Append(id, new Append.Condition.Always(), List.of(given)));
  }
}
