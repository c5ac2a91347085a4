package io.direktdraht.channel.web;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.LINES;
import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.POSTED;
import static io.direktdraht.conversation.log.Logs.PUSHED;
import static io.direktdraht.conversation.log.Logs.WEB;

import io.direktdraht.channel.access.Sessions;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.desk.QuietDesk;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.MemoryCodes;
import io.direktdraht.conversation.join.MemoryPins;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.conversation.join.Onward.Target;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryCursors;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

/// The web line over memory ports, and browsers that connect to it.
final class Widgets implements AutoCloseable {
  final LocalSignals signals = new LocalSignals();
  final LogPorts ports = Memories.ports(signals);
  final Attachments attachments = new MemoryAttachments((MemoryLog) ports.log());
  private static final List<Target> TARGETS =
      List.of(new Target(PUSHED, "Messenger", "https://chat.example/?text={text}"));
  final MemoryCodes codes = new MemoryCodes();
  final Mailbox mailbox = new Mailbox();
  final Texts texts = new Texts();
  final MemoryJoining joining = new MemoryJoining((MemoryLog) ports.log());
  final VisitorTokens tokens = new VisitorTokens(new byte[32], Duration.ofDays(30), () -> NINE);
  final Reception reception;
  final Hub hub;
  private final WidgetSocket socket;
  private final AtomicInteger ids = new AtomicInteger();

  /// The log cannot be read.
  volatile boolean away;

  private final class Outages implements ConversationLog {
    @Override
    public Appended append(Append append) {
      return ports.log().append(append);
    }

    @Override
    public List<Recorded> read(ConversationId conversation, long after, int limit) {
      if (away) throw new LogUnavailable("away", new IllegalStateException());
      return ports.log().read(conversation, after, limit);
    }

    @Override
    public Optional<Recorded> received(Line.Id line, String key) {
      return ports.log().received(line, key);
    }
  }

  /// Keeps what it would mail.
  static final class Mailbox implements Proving.Post {
    final Map<String, Pin> mailed = new HashMap<>();

    @Override
    public Contact.Detail reads() {
      return Contact.Detail.EMAIL;
    }

    @Override
    public boolean takes(String address) {
      return true;
    }

    @Override
    public boolean send(String address, Pin pin, String language) {
      mailed.put(address, pin);
      return true;
    }

    @Override
    public Optional<Contact.Point> point(String address) {
      return Optional.of(new Contact.Point(POSTED, "thread of " + address));
    }
  }

  /// The same by SMS, to numbers of one country.
  static final class Texts implements Proving.Post {
    final Map<String, Pin> texted = new HashMap<>();

    @Override
    public Contact.Detail reads() {
      return Contact.Detail.PHONE;
    }

    @Override
    public boolean takes(String number) {
      return number.startsWith("+49");
    }

    @Override
    public boolean send(String number, Pin pin, String language) {
      texted.put(number, pin);
      return true;
    }

    @Override
    public Optional<Contact.Point> point(String number) {
      return Optional.of(new Contact.Point(PUSHED, number));
    }
  }

  Widgets() {
    this(settings(1000, 1000));
  }

  Widgets(WebSettings settings) {
    var web =
        new WebPorts(
            ports.intake(),
            new Outages(),
            ports.conversations(),
            new MemoryCursors(),
            LINES.leadingTo(List.of(PUSHED)),
            new QuietDesk(0, 0),
            Files.attaching(attachments),
            attachments,
            new Onward(TARGETS, LINES, codes, Duration.ofMinutes(30), () -> NINE),
            joining,
            new Arrivals(codes, joining, ports.conversations(), () -> NINE),
            new Proving(
                List.of(mailbox, texts),
                new MemoryPins(),
                joining,
                ports.conversations(),
                () -> NINE),
            signals);
    reception = new Reception(web, settings, tokens, () -> NINE);
    hub = new Hub(reception, signals);
    socket = new WidgetSocket(reception, hub);
  }

  static WebSettings settings(int perMinute, int burst) {
    return new WebSettings(
        WEB,
        List.of(),
        4000,
        perMinute,
        burst,
        Duration.ofDays(30),
        new Identity("test_identity_secret"));
  }

  /// A browser that connected and said nothing yet.
  Sessions connect() throws Exception {
    var session = new Sessions("s" + ids.incrementAndGet());
    session.hungUp = () -> leave(session);
    socket.afterConnectionEstablished(session);
    return session;
  }

  /// A browser that said hello and was welcomed.
  Sessions welcomed(String token) throws Exception {
    var session = connect();
    send(session, hello(token));
    until("welcome", () -> !session.ofType("welcome").isEmpty());
    return session;
  }

  void send(Sessions session, String frame) throws Exception {
    socket.handleMessage(session, new TextMessage(frame));
  }

  void say(Sessions session, String id, String text) throws Exception {
    send(session, message(id, text));
  }

  void leave(Sessions session) {
    socket.afterConnectionClosed(session, CloseStatus.NORMAL);
  }

  WidgetSocket socket() {
    return socket;
  }

  static String hello(String token) {
    var quoted = token == null ? "null" : "\"" + token + "\"";
    return "{\"type\":\"hello\",\"line\":\"web\",\"token\":" + quoted + ",\"language\":\"de\"}";
  }

  static String message(String id, String text) {
    return "{\"type\":\"message\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
  }

  @Override
  public void close() {
    socket.close();
    hub.close();
  }
}
