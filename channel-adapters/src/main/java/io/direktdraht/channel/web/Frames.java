package io.direktdraht.channel.web;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Cursors.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The frames that the server sends to a widget, as JSON.
final class Frames {
  private final JsonMapper json = new JsonMapper();

  String welcome(
      Reception.Guest guest,
      Map<String, @Nullable Object> desk,
      Cursor cursor,
      Map<String, Object> limits) {
    var conversation = guest.latest();
    var frame = frame("welcome");
    frame.put("token", guest.token());
    frame.put("another", guest.another());
    frame.put("conversation", conversation == null ? null : conversation.id().toString());
    frame.put("lastSeq", conversation == null ? 0 : conversation.marks().lastShown());
    frame.put("desk", desk);
    frame.put("cursors", Map.of("delivered", cursor.delivered(), "read", cursor.read()));
    frame.put("limits", limits);
    return write(frame);
  }

  String event(Recorded recorded, Stage stage) {
    var frame = frame("event");
    frame.put("conversation", recorded.conversation().toString());
    frame.put("seq", recorded.seq());
    frame.put("prev", recorded.prevShown());
    frame.put("event", view(recorded.event(), stage));
    return write(frame);
  }

  String ack(String id, ConversationId conversation, long seq) {
    var frame = frame("ack");
    frame.put("id", id);
    frame.put("conversation", conversation.toString());
    frame.put("seq", seq);
    return write(frame);
  }

  String cursors(Cursor cursor) {
    var frame = frame("cursors");
    frame.put("delivered", cursor.delivered());
    frame.put("read", cursor.read());
    return write(frame);
  }

  String desk(Map<String, @Nullable Object> desk) {
    var frame = frame("desk");
    frame.put("desk", desk);
    return write(frame);
  }

  String typing(Author author, boolean active) {
    var frame = frame("typing");
    frame.put("author", author.kind());
    if (author instanceof Author.Agent(_, var name)) frame.put("name", name);
    frame.put("active", active);
    return write(frame);
  }

  String error(Refusal refusal) {
    var frame = frame("error");
    frame.put("code", refusal.code().text());
    frame.put("message", refusal.message());
    if (refusal.id() != null) frame.put("id", refusal.id());
    if (refusal.retryAfter() != null) frame.put("retryAfter", refusal.retryAfter());
    return write(frame);
  }

  String plain(String type) {
    return write(frame(type));
  }

  String bye(double retryAfter) {
    var frame = frame("bye");
    frame.put("reason", "restart");
    frame.put("retryAfter", retryAfter);
    return write(frame);
  }

  static Map<String, @Nullable Object> desk(
      DeskStatus status, @Nullable ConversationId conversation) {
    var now = status.now();
    var position = conversation == null ? Optional.<Integer>empty() : status.position(conversation);
    var wait =
        conversation == null || position.isEmpty()
            ? status.expectedWait()
            : status.expectedWait(conversation);
    var desk = new LinkedHashMap<String, @Nullable Object>();
    desk.put("available", now.staffed());
    desk.put("waiting", now.waiting());
    desk.put("position", position.orElse(null));
    desk.put(
        "waitMinutes",
        wait.map(range -> Map.of("from", minutes(range.from()), "to", minutes(range.to())))
            .orElse(null));
    return desk;
  }

  private static long minutes(Duration duration) {
    return Math.ceilDiv(duration.toSeconds(), 60);
  }

  private Map<String, @Nullable Object> view(ConversationEvent event, Stage stage) {
    return switch (event) {
      case ConversationEvent.MessageReceived(var message, _) -> theirs(message, event);
      case ConversationEvent.MessageSent(var message, _) -> message(message, event);
      case ConversationEvent.MessageEdited(long message, _, var text, var at) ->
          revised("edited", message, text, at);
      case ConversationEvent.MessageWithdrawn(long message, var at) ->
          revised("messageWithdrawn", message, "", at);
      case ConversationEvent.HandoffRequested _,
          ConversationEvent.HandoffWithdrawn _,
          ConversationEvent.AgentJoined _,
          ConversationEvent.Transferred _,
          ConversationEvent.Requeued _,
          ConversationEvent.ReturnedToBot _,
          ConversationEvent.PromiseMade _,
          ConversationEvent.Resolved _,
          ConversationEvent.Reopened _ ->
          stage(event, stage);
      case ConversationEvent.TurnDecided _,
          ConversationEvent.SendFailed _,
          ConversationEvent.SendConfirmed _,
          ConversationEvent.ReachChanged _,
          ConversationEvent.HandledElsewhere _,
          ConversationEvent.NoteAdded _,
          ConversationEvent.PromiseKept _,
          ConversationEvent.PromiseBroken _,
          ConversationEvent.HandoffJudged _,
          ConversationEvent.DetailGiven _,
          ConversationEvent.FactGiven _,
          ConversationEvent.FactsConfirmed _,
          ConversationEvent.StandingAsked _,
          ConversationEvent.ContactJoined _,
          ConversationEvent.ContactParted _,
          ConversationEvent.Forwarded _ ->
          throw new IllegalArgumentException("not for contacts: " + event.getClass());
    };
  }

  private static Map<String, @Nullable Object> theirs(Message message, ConversationEvent event) {
    var view = message(message, event);
    view.put("id", clientId(message));
    return view;
  }

  /// The key is the visitor's id and the client's own; the client knows only the latter.
  private static @Nullable String clientId(Message message) {
    var key = message.key();
    return key == null ? null : key.substring(key.lastIndexOf(':') + 1);
  }

  private static Map<String, @Nullable Object> message(Message message, ConversationEvent event) {
    var author = new LinkedHashMap<String, Object>();
    author.put("kind", message.author().kind());
    if (message.author() instanceof Author.Agent(_, var name)) author.put("name", name);
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("kind", "message");
    view.put("author", author);
    view.put("text", message.content().text());
    if (message.content().isWithdrawn()) view.put("withdrawn", true);
    view.put(
        "choices",
        message.content().choices().stream()
            .map(choice -> Map.of("title", choice.title(), "payload", choice.payload()))
            .toList());
    view.put(
        "attachments", message.content().attachments().stream().map(Frames::attachment).toList());
    view.put("at", event.at().toString());
    return view;
  }

  /// What a message says from now on.
  private static Map<String, @Nullable Object> revised(
      String kind, long message, String text, Instant at) {
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("kind", kind);
    view.put("message", message);
    view.put("text", text);
    view.put("at", at.toString());
    return view;
  }

  static Map<String, Object> attachment(Attachment file) {
    return Map.of(
        "id", file.id().toString(),
        "name", file.name(),
        "mediaType", file.mediaType(),
        "size", file.size());
  }

  /// What the stage became by this event; `now` says what the event itself does not.
  private static Map<String, @Nullable Object> stage(ConversationEvent event, Stage now) {
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("kind", "stage");
    switch (event) {
      case ConversationEvent.HandoffRequested _, ConversationEvent.Requeued _ ->
          view.put("stage", now instanceof Stage.Promised ? "promised" : "waiting");
      case ConversationEvent.PromiseMade made -> {
        view.put("stage", "promised");
        view.put("due", made.due().toString());
      }
      case ConversationEvent.AgentJoined(_, var name, _) -> withAgent(view, name);
      case ConversationEvent.Transferred transferred -> withAgent(view, transferred.toName());
      case ConversationEvent.Resolved _ -> view.put("stage", "resolved");
      default -> view.put("stage", "withBot");
    }
    if (now instanceof Stage.Promised promised) view.putIfAbsent("due", promised.due().toString());
    view.put("at", event.at().toString());
    return view;
  }

  private static void withAgent(Map<String, @Nullable Object> view, String name) {
    view.put("stage", "withAgent");
    view.put("agent", name);
  }

  private static Map<String, @Nullable Object> frame(String type) {
    var frame = new LinkedHashMap<String, @Nullable Object>();
    frame.put("type", type);
    return frame;
  }

  private String write(Map<String, @Nullable Object> frame) {
    return json.writeValueAsString(frame);
  }

  /// For tests and polling: frames as one list.
  String list(List<String> frames) {
    return "{\"frames\":[" + String.join(",", frames) + "]}";
  }
}
