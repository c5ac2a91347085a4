package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.Allowance;
import io.direktdraht.channel.access.Languages;
import io.direktdraht.channel.access.StrictJson;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.live.ContactLog;
import io.direktdraht.conversation.live.Viewers;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.LogUnavailable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a Rasa web chat may do: begin or resume a session, write, hear the answers.
final class Reception {
  private static final int LONGEST_PAYLOAD = 500;
  final ContactLog shown;
  final Viewers<String, Chat> chats;
  final StrictJson json = new StrictJson(32);
  private final Intake intake;
  private final Conversations conversations;
  private final FileLinks links;
  private final SocketSettings settings;
  private final SessionIds sessions;
  private final InstantSource clock;
  private final Allowance<String> allowance;

  Reception(SocketPorts ports, SocketSettings settings, SessionIds sessions, InstantSource clock) {
    this.shown = new ContactLog(ports.log());
    this.chats = new Viewers<>(ports.signals());
    this.intake = ports.intake();
    this.conversations = ports.conversations();
    this.links = ports.links();
    this.settings = settings;
    this.sessions = sessions;
    this.clock = clock;
    this.allowance = new Allowance<>(settings.perMinute(), settings.burst());
  }

  /// Why an event changed nothing.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }
  }

  String userEvent() {
    return settings.userEvent();
  }

  /// `session_request`: the same session if we gave it, else a new one. `customData.lastSeq` is
  /// what the client has seen; without it old clients show their own history, so nothing is
  /// repeated.
  void begin(Connection connection, JsonNode said) {
    var asked = text(said, "session_id");
    var visitor = asked == null ? null : sessions.visitor(asked).orElse(null);
    var session = asked == null || visitor == null ? sessions.fresh() : asked;
    var known = visitor == null ? sessions.visitor(session).orElseThrow() : visitor;
    var chat = chat(connection, known);
    connection.engine.socket.send(event("session_confirm", session));
    var seen = said.path("customData").path("lastSeq");
    conversations
        .latest(SocketSettings.LINE, known)
        .ifPresent(latest -> {
          var after = seen.canConvertToLong() ? seen.longValue() : latest.lastSeq();
          chats.follow(chat, latest, after);
        });
  }

  /// The visitor's chat on this connection, which shows one at a time.
  private Chat chat(Connection connection, String visitor) {
    synchronized (connection) {
      var before = connection.chat();
      if (before != null && before.visitor.equals(visitor)) return before;
      if (before != null) chats.leave(before.visitor, before);
      var chat = new Chat(visitor, connection.engine, this);
      connection.show(chat);
      chats.enter(visitor, chat);
      return chat;
    }
  }

  /// `{"message","session_id","customData","metadata"}`. Rasa's buttons send their payload as the
  /// message: it begins with a slash.
  void receive(Connection connection, JsonNode said) throws Refused {
    var visitor = sessions.visitor(String.valueOf(text(said, "session_id")));
    if (visitor.isEmpty())
      throw new Refused("bad_session", "session_id is missing or not one of ours");
    var text = text(said, "message");
    if (text == null || Content.text(text).invisible())
      throw new Refused("text_empty", "message must be a string and not empty");
    if (text.codePointCount(0, text.length()) > settings.longestText())
      throw new Refused(
          "text_too_long", "a message has at most " + settings.longestText() + " characters");
    if (allowance.take(visitor.get(), System.nanoTime()).isPresent())
      throw new Refused("too_fast", "too many messages in a minute");
    hear(connection, visitor.get());
    store(visitor.get(), content(text), said);
  }

  private static Content content(String text) {
    boolean pressed = text.startsWith("/") && text.length() <= LONGEST_PAYLOAD;
    return new Content(text, pressed ? text : null, List.of());
  }

  /// Who writes without asking for the session first hears what is said from now on.
  private void hear(Connection connection, String visitor) {
    var chat = chat(connection, visitor);
    if (chat.conversation() == null)
      conversations
          .latest(SocketSettings.LINE, visitor)
          .ifPresent(latest -> chats.follow(chat, latest, latest.lastSeq()));
  }

  private void store(String visitor, Content content, JsonNode said) throws Refused {
    var language = text(said.path("customData"), "language");
    var id = text(said.path("metadata"), "message_id");
    var key = visitor + ":" + (id == null || id.length() > 100 ? UUID.randomUUID() : id);
    try {
      var admission =
          intake.receive(
              new Inbound(
                  SocketSettings.LINE,
                  visitor,
                  key,
                  content,
                  language == null ? null : Languages.of(language),
                  clock.instant()));
      chats.joinAll(visitor, admission.conversation());
    } catch (LogUnavailable outage) {
      throw new Refused("unavailable", "not stored: please try again in a moment");
    }
  }

  /// As Rasa sends it: the text, with buttons as quick replies, and each file as an attachment.
  List<String> uttered(Message message, long seq) {
    var content = message.content();
    var frames = new ArrayList<String>();
    var metadata = Map.of("author", author(message.author()), "seq", seq);
    if (!content.text().isEmpty()) {
      var words = new LinkedHashMap<String, Object>();
      words.put("text", content.text());
      if (!content.choices().isEmpty())
        words.put("quick_replies", content.choices().stream().map(Reception::reply).toList());
      words.put("metadata", metadata);
      frames.add(event(settings.botEvent(), words));
    }
    for (var file : content.attachments())
      frames.add(
          event(settings.botEvent(), Map.of("attachment", attachment(file), "metadata", metadata)));
    return frames;
  }

  private static Map<String, Object> reply(Content.Choice choice) {
    return Map.of("content_type", "text", "title", choice.title(), "payload", choice.payload());
  }

  private Map<String, Object> attachment(Attachment file) {
    var type = file.picture() ? "image" : file.mediaType().startsWith("audio/") ? "audio" : "file";
    return Map.of("type", type, "payload", Map.of("src", links.to(file), "name", file.name()));
  }

  /// An event as a message of Engine.IO.
  String event(String name, Object data) {
    return Engine.MESSAGE + "2" + json.write(List.of(name, data));
  }

  private static String author(Author author) {
    return switch (author) {
      case Author.Contact() -> "contact";
      case Author.Bot() -> "bot";
      case Author.Agent(_, var name) -> name;
      case Author.System() -> "system";
    };
  }

  private static @Nullable String text(JsonNode object, String name) {
    var value = object.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }
}
