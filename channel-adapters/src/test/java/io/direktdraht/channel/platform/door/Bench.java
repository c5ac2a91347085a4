package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.join.MemoryCodes;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.MemoryCursors;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.outbox.MemoryOptOuts;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// One line of a platform over memory ports, from its webhooks to its calls, step by step and with
/// a clock that stands still.
final class Bench implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMillis(300);
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
  final Dialect dialect;
  final FakePlatform platform;
  final MemoryLog log;
  final RawEvents raw;
  final Cursors cursors = new MemoryCursors();
  final MemoryCodes codes = new MemoryCodes();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final MemoryOptOuts optOuts = new MemoryOptOuts();

  /// Nobody can say who opted out.
  volatile boolean outage;

  final Reached reached = new Reached();
  final Outbox outbox;
  final LocalSignals signals = new LocalSignals();
  final MemoryAttachments attachments;

  /// Between attempts to fetch a file.
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /// Where files are to be had.
  volatile String links = "https://chat.example/files/";

  private final String path;
  private final Platforms.PlatformLine line;
  private final Inbox inbox;
  private final MockMvc http;
  volatile Instant now = NINE;

  Bench(Dialect dialect) {
    this(dialect, new MemoryRawEvents(), Duration.ofSeconds(20));
  }

  Bench(Dialect dialect, RawEvents raw, Duration timeout) {
    this(dialect, raw, timeout, new Media(null, Runnable::run));
  }

  /// Where files are, if not where messages go, and the threads on which they are fetched.
  record Media(@Nullable URI url, Executor threads) {}

  Bench(Dialect dialect, RawEvents raw, Duration timeout, Media media) {
    this.dialect = dialect;
    this.raw = raw;
    platform = dialect.platform();
    var url = media.url() == null ? platform.url() : media.url();
    line = dialect.line(url, timeout, () -> now);
    var hook = line.hook();
    log = new MemoryLog(Lines.of(hook.line()), IntakeRules.DEFAULT.hiding(Poison::masked), signals);
    attachments = new MemoryAttachments(log);
    var deliveries = new MemoryDeliveries(log);
    var ports = BenchPorts.of(this, deliveries, signals);
    var admitting =
        new Admitting(hook.line(), line.sender().capabilities(), ports, () -> now, meters);
    var lanes = new Lanes(fetching(ports), media.threads());
    var clockwork = new Inbox.Clockwork(() -> now, PATIENCE, reached);
    inbox = new Inbox(hook, ports, admitting, lanes, clockwork);
    path = hook.line().channel() + "/" + hook.line().id();
    var doors = Map.of(path, new WebhookHttp.Door(hook, () -> {}));
    var controller = new WebhookHttp(doors, raw, new Probe("secret"), () -> now, meters);
    http = MockMvcBuilders.standaloneSetup(controller).build();
    var senders = Map.of(hook.line().id(), line.sender());
    var around = new Showing.Around(id -> Optional.ofNullable(senders.get(id)), () -> now, meters);
    new Showing(ports, around, Runnable::run);
    outbox =
        new Outbox(
            new PlatformAdapter(line.sender(), ports, reached, () -> now),
            deliveries,
            log,
            log,
            new Outbox.Clockwork(() -> now, POLICY));
  }

  /// Three attempts; no time passes between them.
  private Fetching fetching(PlatformPorts ports) {
    var patience = new Fetching.Patience(3, Duration.ofSeconds(2));
    Fetching.Rest rest =
        pause -> {
          if (pause.isPositive()) pauses.add(pause);
          return true;
        };
    return new Fetching(line(), line.shelf(), ports.attaching(), patience, rest);
  }

  MockHttpServletResponse post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  MockHttpServletResponse post(byte[] body) {
    return post("/webhooks/" + path, dialect.signed(body), body);
  }

  MockHttpServletResponse post(Dialect.Told told) {
    var body = told.body().getBytes(StandardCharsets.UTF_8);
    var query = told.query().isEmpty() ? "" : "?" + told.query();
    return post("/webhooks/" + path + query, dialect.signed(body, told.query()), body);
  }

  MockHttpServletResponse post(HttpHeaders headers, byte[] body) {
    return post("/webhooks/" + path, headers, body);
  }

  MockHttpServletResponse post(String to, HttpHeaders headers, byte[] body) {
    try {
      var request =
          MockMvcRequestBuilders.post(java.net.URI.create(to)).headers(headers).content(body);
      return http.perform(request).andReturn().getResponse();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  MockHttpServletResponse get(String query) throws Exception {
    var request = MockMvcRequestBuilders.get("/webhooks/" + path + query);
    return http.perform(request).andReturn().getResponse();
  }

  /// The worker, after everything had time to come late.
  void work() throws InterruptedException {
    now = now.plus(PATIENCE);
    inbox.work(() -> {});
  }

  /// The same for whoever cannot be interrupted.
  void workNow() {
    try {
      inbox.work(() -> {});
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /// The worker at this moment.
  void workAtOnce() throws InterruptedException {
    inbox.work(() -> {});
  }

  /// The contact writes, and it is in the log.
  Conversation hears(int contact, int order, String text) throws InterruptedException {
    post(dialect.wrote(contact, order, text));
    work();
    return conversation(contact);
  }

  Conversation conversation(int contact) {
    return log.latest(line.hook().line().id(), dialect.id(contact)).orElseThrow();
  }

  void says(Conversation to, String text, Choice... choices) {
    says(to, new Content(text, null, List.of(choices)));
  }

  void says(Conversation to, Content content) {
    says(to, new Author.Bot(), content);
  }

  void says(Conversation to, Author author, Content content) {
    var message = new Message(author, line.hook().line().id(), content, null);
    var said = new ConversationEvent.MessageSent(message, now);
    log.append(new Append(to.id(), new Append.Condition.Always(), List.of(said)));
  }

  /// The way out, until the time has come for everything.
  void carry() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      carryOnce();
      now = now.plusSeconds(31);
    }
  }

  void carryOnce() throws InterruptedException {
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
  }

  List<ConversationEvent> events(int contact) {
    return log.read(conversation(contact).id(), 0, 10_000).stream()
        .map(recorded -> recorded.event())
        .toList();
  }

  List<Content> received(int contact) {
    return events(contact).stream()
        .filter(ConversationEvent.MessageReceived.class::isInstance)
        .map(event -> ((ConversationEvent.MessageReceived) event).message().content())
        .toList();
  }

  List<String> texts(int contact) {
    return received(contact).stream().map(Content::text).toList();
  }

  List<String> failures(int contact) {
    return events(contact).stream()
        .filter(ConversationEvent.SendFailed.class::isInstance)
        .map(event -> ((ConversationEvent.SendFailed) event).failure())
        .toList();
  }

  long confirmed(int contact) {
    return events(contact).stream()
        .filter(ConversationEvent.SendConfirmed.class::isInstance)
        .count();
  }

  /// What the platform took, in order.
  List<String> shown() {
    return platform.accepted().stream().map(dialect::text).toList();
  }

  Cursors.Cursor cursor(int contact) {
    return cursors.of(conversation(contact).id(), Cursors.Side.CONTACT);
  }

  Line.Id line() {
    return line.hook().line().id();
  }

  /// The worker, again and again, for what happens on other threads.
  void until(BooleanSupplier seen) {
    Patience.until(
        "it is in the log",
        () -> {
          workNow();
          return seen.getAsBoolean();
        });
  }

  /// How often the platform answered so to a gesture.
  int shown(String gesture, String what) {
    return (int) meters.counter("direktdraht.gestures", "gesture", gesture, "what", what).count();
  }

  int stored() {
    return raw.waiting(line.hook().line().id(), 1000).size() + quarantined();
  }

  int quarantined() {
    return raw.quarantined(line.hook().line().id());
  }

  @Override
  public void close() {
    line.shelf().close();
    platform.close();
  }
}
