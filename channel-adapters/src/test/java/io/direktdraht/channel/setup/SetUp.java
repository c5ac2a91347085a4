package io.direktdraht.channel.setup;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.door.PlatformConnector;
import io.direktdraht.channel.platform.door.PlatformPorts;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.platform.media.Shelf;
import io.direktdraht.channel.setup.Kind.Field;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.channel.whatsapp.WhatsAppHook;
import io.direktdraht.channel.whatsapp.WhatsAppSender;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.MemoryCodes;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.line.MemoryKeptLines;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.MemoryCursors;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.MemoryDeliveries;
import io.direktdraht.conversation.outbox.MemoryOptOuts;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// A product with one kind of channel, WhatsApp, that operators can set up, and one line, "web",
/// that is there already.
final class SetUp implements AutoCloseable {
  static final Line.Id LINE = new Line.Id("whatsapp-de");
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
  final WhatsAppDialect dialect = new WhatsAppDialect();
  final FakePlatform platform = dialect.platform();
  final KeptLines kept;
  final Lines lines = Lines.of(new Line(new Line.Id("web"), "web", false));
  final MemoryRawEvents raw = new MemoryRawEvents();
  final MemoryOptOuts optOuts = new MemoryOptOuts();
  final Platforms platforms;
  final Outboxes outboxes;
  final Roster roster;
  final MemoryLog log;
  private final PlatformConnector.Around around;
  private final MockMvc http;

  SetUp() {
    this(new MemoryKeptLines(), 1, URI.create("https://chat.example"));
  }

  /// Another node, or a later start, with another master key or the same.
  SetUp(KeptLines kept, int key, URI address) {
    this.kept = kept;
    var signals = new LocalSignals();
    var clock = InstantSource.fixed(NINE);
    log = new MemoryLog(lines, IntakeRules.DEFAULT, signals);
    var deliveries = new MemoryDeliveries(log);
    var probe = new Probe("secret");
    platforms =
        new Platforms(
            ports(signals, deliveries),
            new Platforms.Rhythm(
                SELDOM, Duration.ZERO, Duration.ofDays(30), SELDOM, 1, Duration.ZERO),
            probe,
            clock,
            new SimpleMeterRegistry());
    outboxes =
        new Outboxes(
            new Outboxes.Ports(deliveries, log, log, signals),
            clock,
            new Outboxes.Habits(SELDOM, 4));
    var vault = new Vault(VaultTest.key(key));
    var board = new Switchboard(lines, outboxes);
    board.settle(new Fixed(new Line(new Line.Id("web"), "web", false), null, null));
    var running = new Survey.Ports(lines, board, outboxes, raw, deliveries);
    around = new PlatformConnector.Around(platforms, POLICY, probe, clock);
    roster =
        new Roster(
            List.of(kind(around)),
            new Roster.Ports(kept, vault, lines, board),
            this::read,
            SELDOM,
            clock);
    var survey = new Survey(roster, running, address);
    http =
        MockMvcBuilders.standaloneSetup(
                new LineHttp(roster, survey, running, platforms::wake), platforms.http())
            .build();
  }

  private PlatformPorts ports(LocalSignals signals, Deliveries deliveries) {
    var joining = new MemoryJoining(log);
    var files = new MemoryAttachments(log);
    var limits = new Attaching.Limits(1000, 3, 10_000);
    return new PlatformPorts(
        raw,
        new Attaching(files, limits, Masking.NONE, InstantSource.system()),
        log,
        new Revising(log, Masking.NONE),
        log,
        log,
        new MemoryCursors(),
        deliveries,
        optOuts,
        file -> "https://chat.example/files/" + file.id(),
        new Arrivals(new MemoryCodes(), joining, log, InstantSource.system()),
        joining,
        signals,
        Masking.NONE);
  }

  private static Kind<WhatsAppSettings> kind(PlatformConnector.Around around) {
    return new Kind<>(
        WhatsAppSettings.CHANNEL,
        List.of(
            Field.needed("phone-number-id"),
            Field.needed("verify-token"),
            Field.secret("app-secret"),
            Field.secret("access-token"),
            Field.destination("url")),
        WhatsAppSettings.class,
        one ->
            new PlatformConnector(
                new PlatformLine(
                    new WhatsAppHook(one, around.clock()),
                    new WhatsAppSender(one, around.clock()),
                    Shelf.NONE),
                around));
  }

  private <S> S read(Class<S> type, Map<String, String> values) {
    var url = values.get("url");
    return type.cast(
        new WhatsAppSettings(
            new Line.Id(values.getOrDefault("line", "")),
            values.getOrDefault("phone-number-id", ""),
            values.get("waba-id"),
            values.getOrDefault("app-secret", ""),
            values.getOrDefault("verify-token", ""),
            values.getOrDefault("access-token", ""),
            url == null ? null : URI.create(url),
            null,
            null,
            false,
            null));
  }

  /// What an operator tells of the line, changed in places.
  Map<String, String> told(String... changes) {
    var values =
        new HashMap<>(
            Map.of(
                "phone-number-id", WhatsAppDialect.PHONE,
                "app-secret", WhatsAppDialect.APP_SECRET,
                "verify-token", WhatsAppDialect.VERIFY_TOKEN,
                "access-token", WhatsAppDialect.ACCESS_TOKEN,
                "url", platform.url().toString()));
    for (int i = 0; i < changes.length; i += 2) values.put(changes[i], changes[i + 1]);
    return values;
  }

  /// The line, without anybody having set it up.
  Connector connector() {
    var values = told("line", LINE.value());
    return kind(around).line().apply(read(WhatsAppSettings.class, values));
  }

  void keep(String... changes) {
    roster.keep(LINE, WhatsAppSettings.CHANNEL, told(changes), "olga");
  }

  /// A webhook by which a contact writes.
  MockHttpServletResponse hears(String body) {
    var headers = new HttpHeaders();
    headers.addAll(dialect.signed(body.getBytes(StandardCharsets.UTF_8)));
    return perform(
        MockMvcRequestBuilders.post("/webhooks/whatsapp/" + LINE).headers(headers).content(body));
  }

  /// The bot answers a contact.
  void say(int contact, String text) {
    var to = log.latest(LINE, dialect.id(contact)).orElseThrow().id();
    var message = new Message(new Author.Bot(), LINE, Content.text(text), null);
    var said = List.<ConversationEvent>of(new ConversationEvent.MessageSent(message, NINE));
    log.append(new Append(to, new Append.Condition.Always(), said));
  }

  MockHttpServletResponse get(String path) {
    return perform(MockMvcRequestBuilders.get(URI.create(path)));
  }

  MockHttpServletResponse post(String path, String json) {
    return perform(MockMvcRequestBuilders.post(path).contentType("application/json").content(json));
  }

  MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request.principal(() -> "olga")).andReturn().getResponse();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    roster.close();
    outboxes.close();
    platforms.close();
    platform.close();
  }
}
