package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Allowance;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.FileKind;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.conversation.live.ContactLog;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake.Admission;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.signal.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a visitor may do, whether by socket or by polling: come in, write, read what is theirs.
final class Reception {
  final Frames frames = new Frames();
  final ContactLog shown;
  final ClientFrame.Reader reader = new ClientFrame.Reader();
  private final WebPorts ports;
  private final WebSettings settings;
  private final VisitorTokens tokens;
  private final InstantSource clock;
  private final Allowance<Visitor> allowance;
  private final Recognised recognised;

  Reception(WebPorts ports, WebSettings settings, VisitorTokens tokens, InstantSource clock) {
    this.ports = ports;
    this.shown = new ContactLog(ports.log());
    this.settings = settings;
    this.tokens = tokens;
    this.clock = clock;
    this.allowance = new Allowance<>(settings.perMinute(), settings.burst());
    this.recognised = new Recognised(settings.identity(), ports, clock);
  }

  /// A refused frame.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final transient Refusal why;

    Refused(Refusal why) {
      super(why.message());
      this.why = why;
    }
  }

  /// Who came in, with a token to keep, and their newest conversation. `another`: not the one whose
  /// token was shown.
  record Guest(
      Visitor visitor,
      String token,
      @Nullable String language,
      @Nullable Conversation latest,
      boolean another) {}

  Guest admit(ClientFrame.Hello hello) throws Refused {
    if (!hello.line().equals(settings.line().value()))
      throw new Refused(Refusal.of(Refusal.Code.BAD_FRAME, "unknown line"));
    var customer = recognised.customer(hello.customer());
    var token = hello.token();
    if (token == null) return newcomer(hello, customer);
    var known = visitor(token);
    if (!recognised.fits(known, customer)) return newcomer(hello, customer);
    recognised.meet(known, customer);
    return new Guest(known, tokens.renew(token, known), hello.language(), newest(known), false);
  }

  private Guest newcomer(ClientFrame.Hello hello, Contact.@Nullable Point customer) {
    var visitor = tokens.fresh(settings.line());
    recognised.meet(visitor, customer);
    boolean another = hello.token() != null;
    return new Guest(visitor, tokens.issue(visitor), hello.language(), newest(visitor), another);
  }

  private @Nullable Conversation newest(Visitor visitor) {
    return latest(visitor).orElse(null);
  }

  Visitor visitor(String token) throws Refused {
    Optional<Visitor> visitor = tokens.verify(token, settings.line());
    if (visitor.isEmpty())
      throw new Refused(Refusal.of(Refusal.Code.BAD_TOKEN, "the token is not valid any more"));
    return visitor.get();
  }

  Admission receive(Visitor visitor, ClientFrame.Message message, @Nullable String language)
      throws Refused {
    check(visitor, message);
    var written =
        new Content(message.text(), message.payload(), List.of(), files(visitor, message));
    var key = visitor.id() + ":" + message.id();
    try {
      var content = ports.arrivals().receive(written, point(visitor));
      return ports
          .intake()
          .receive(
              new Inbound(visitor.line(), visitor.id(), key, content, language, clock.instant()));
    } catch (LogUnavailable outage) {
      var why = "not stored: please try again in a moment";
      throw new Refused(new Refusal(Refusal.Code.UNAVAILABLE, why, message.id(), 2L));
    }
  }

  private void check(Visitor visitor, ClientFrame.Message message) throws Refused {
    var text = message.text();
    if (message.files().isEmpty() && Content.text(text).invisible())
      throw new Refused(
          Refusal.of(Refusal.Code.TEXT_EMPTY, "the message is empty").about(message.id()));
    if (text.codePointCount(0, text.length()) > settings.longestText())
      throw new Refused(
          Refusal.of(
                  Refusal.Code.TEXT_TOO_LONG,
                  "a message has at most " + settings.longestText() + " characters")
              .about(message.id()));
    hurry(visitor, message.id());
  }

  /// Messages and files count alike.
  private void hurry(Visitor visitor, @Nullable String id) throws Refused {
    var wait = allowance.take(visitor, System.nanoTime());
    if (wait.isPresent())
      throw new Refused(
          new Refusal(
              Refusal.Code.TOO_FAST,
              "too many messages in a minute",
              id,
              Math.ceilDiv(wait.get().toMillis(), 1000)));
  }

  private List<Attachment> files(Visitor visitor, ClientFrame.Message message) throws Refused {
    if (message.files().isEmpty()) return List.of();
    return ports
        .attaching()
        .of(owner(visitor), message.files())
        .orElseThrow(() ->
            new Refused(
                Refusal.of(Refusal.Code.FILE_UNKNOWN, "a file is not there, or they are too many")
                    .about(message.id())));
  }

  Attaching.Result bring(Visitor visitor, String name, InputStream body)
      throws Refused, IOException {
    hurry(visitor, null);
    try {
      return ports.attaching().take(body, name, owner(visitor));
    } catch (LogUnavailable outage) {
      var why = "not stored: please try again in a moment";
      throw new Refused(new Refusal(Refusal.Code.UNAVAILABLE, why, null, 2L));
    }
  }

  /// The file, if the visitor brought it or it stands in a conversation of theirs.
  Optional<Attachment> file(Visitor visitor, Attachment.Id id) {
    return ports
        .attachments()
        .find(id)
        .filter(stored ->
            stored.owner().equals(owner(visitor))
                || stored.conversations().stream().anyMatch(one -> belongs(one, visitor)))
        .map(Attachments.Stored::attachment);
  }

  byte[] bytes(Attachment file) {
    return ports.attachments().bytes(file.id()).orElseThrow();
  }

  private static Contact.Point point(Visitor visitor) {
    return new Contact.Point(visitor.line(), visitor.id());
  }

  private boolean belongs(ConversationId conversation, Visitor visitor) {
    return find(conversation)
        .map(Conversation::contact)
        .flatMap(ports.conversations()::contact)
        .filter(contact -> contact.points().contains(point(visitor)))
        .isPresent();
  }

  private static String owner(Visitor visitor) {
    return visitor.line() + ":" + visitor.id();
  }

  String welcome(Guest guest) {
    var latest = guest.latest();
    var cursor = latest == null ? Cursor.NONE : teamCursor(latest);
    return frames.welcome(guest, desk(idOf(latest)), cursor, limits());
  }

  private Map<String, Object> limits() {
    var files = ports.attaching().limits();
    return Map.of(
        "text", settings.longestText(),
        "perMinute", settings.perMinute(),
        "ways", ports.lines().leadsOn(settings.line()),
        "files",
            Map.of(
                "most", files.most(),
                "longest", files.longest(),
                "types", Arrays.stream(FileKind.values()).map(FileKind::mediaType).toList()));
  }

  /// Addresses of other lines on which the visitor can go on.
  Onward.Ways ways(Visitor visitor, @Nullable String language) throws Refused {
    hurry(visitor, null);
    try {
      return ports.onward().issue(point(visitor), Objects.requireNonNullElse(language, "en"));
    } catch (LogUnavailable outage) {
      throw new Refused(new Refusal(Refusal.Code.UNAVAILABLE, "please try again", null, 2L));
    }
  }

  /// The addresses that the visitor has left and can prove, as far as they recognise them.
  Map<Contact.Detail, String> left(Visitor visitor) {
    return ports.proving().hints(point(visitor));
  }

  void sendCode(Visitor visitor, Contact.Detail to, @Nullable String language) throws Refused {
    hurry(visitor, null);
    ports.proving().send(point(visitor), to, Objects.requireNonNullElse(language, "en"));
  }

  /// Whether the code that they typed is the one that was sent.
  boolean proves(Visitor visitor, String code) throws Refused {
    hurry(visitor, null);
    return ports.proving().redeem(point(visitor), code);
  }

  Optional<Conversation> find(ConversationId id) {
    return ports.conversations().find(id);
  }

  Optional<Conversation> latest(Visitor visitor) {
    return ports.conversations().latest(visitor.line(), visitor.id());
  }

  Map<String, @Nullable Object> desk(@Nullable ConversationId conversation) {
    return Frames.desk(ports.desk(), conversation);
  }

  /// How far our side has read: what the bot answered, and what agents saw.
  private Cursor teamCursor(Conversation conversation) {
    return ports
        .cursors()
        .of(conversation.id(), Side.TEAM)
        .max(new Cursor(conversation.lastSeq(), conversation.marks().answered()));
  }

  void typing(ConversationId conversation, boolean active) {
    ports.signals().publish(new Signal.Typing(conversation, new Author.Contact(), active));
  }

  void seen(ConversationId conversation, ClientFrame.Seen seen) {
    long last = find(conversation).map(Conversation::lastSeq).orElse(0L);
    var to = new Cursor(Math.min(seen.delivered(), last), Math.min(seen.read(), last));
    var cursor = ports.cursors().advance(conversation, Side.CONTACT, to);
    ports.signals().publish(new Signal.CursorMoved(conversation, Side.CONTACT, cursor));
  }

  static @Nullable ConversationId idOf(@Nullable Conversation conversation) {
    return conversation == null ? null : conversation.id();
  }

  /// Whether a client that shows `conversation` up to a place already shows a part of this one.
  static long lastSeen(@Nullable String conversation, long lastSeq, Conversation latest) {
    return latest.id().toString().equals(conversation) ? lastSeq : 0;
  }

  Line.Id line() {
    return settings.line();
  }
}
