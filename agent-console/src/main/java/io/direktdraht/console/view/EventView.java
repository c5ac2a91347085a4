package io.direktdraht.console.view;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event of the log as agents see it.
public final class EventView {
  private final Lines lines;

  public EventView(Lines lines) {
    this.lines = lines;
  }

  public List<Map<String, @Nullable Object>> of(List<Recorded> events) {
    return events.stream().map(this::of).toList();
  }

  public Map<String, @Nullable Object> of(Recorded recorded) {
    var view = Fields.of("seq", recorded.seq()).with("at", recorded.event().at());
    return describe(view, recorded.event()).map();
  }

  private Fields describe(Fields view, ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.MessageReceived(var message, _) -> message(view, message);
      case ConversationEvent.MessageSent(var message, _) -> message(view, message);
      case ConversationEvent.TurnDecided(var turn, _) -> turn(view, turn);
      case ConversationEvent.SendFailed failed -> failed(view, failed);
      case ConversationEvent.SendConfirmed(long place, _) -> about(view, "sendConfirmed", place);
      case ConversationEvent.MessageEdited edited -> edited(view, edited);
      case ConversationEvent.MessageWithdrawn(long at, _) -> about(view, "messageWithdrawn", at);
      case ConversationEvent.ReachChanged changed -> reach(view, changed);
      case ConversationEvent.HandledElsewhere turned -> elsewhere(view, turned);
      case ConversationEvent.HandoffRequested(var why, _) -> handoff(view, why);
      case ConversationEvent.HandoffWithdrawn _ -> kind(view, "withdrawn");
      case ConversationEvent.AgentJoined(var agent, var name, _) ->
          kind(view, "joined").with("agent", agent).with("name", name);
      case ConversationEvent.NoteAdded note -> note(view, note);
      case ConversationEvent.Transferred transferred -> transferred(view, transferred);
      case ConversationEvent.ReturnedToBot returned -> returned(view, returned);
      case ConversationEvent.Requeued requeued -> requeued(view, requeued);
      case ConversationEvent.PromiseMade made -> promise(view, made);
      case ConversationEvent.PromiseBroken(var id, _) -> kind(view, "promiseBroken").with("id", id);
      case ConversationEvent.HandoffJudged(var agent, var verdict, _) ->
          kind(view, "judged").with("agent", agent).with("verdict", lower(verdict));
      case ConversationEvent.PromiseKept(var id, _) -> kind(view, "promiseKept").with("id", id);
      case ConversationEvent.DetailGiven(var detail, var value, _) ->
          kind(view, "detail").with("field", lower(detail)).with("value", value);
      case ConversationEvent.FactGiven(var fact, var before, var value, _) ->
          kind(view, "fact").with("field", fact).with("before", before).with("value", value);
      case ConversationEvent.FactsConfirmed(var facts, _) ->
          kind(view, "factsConfirmed").with("facts", facts);
      case ConversationEvent.StandingAsked _ -> kind(view, "standingAsked");
      case ConversationEvent.Forwarded forwarded -> forwarded(view, forwarded);
      case ConversationEvent.ContactJoined joined -> joined(view, joined);
      case ConversationEvent.ContactParted(var id, _) ->
          kind(view, "contactParted").with("join", id);
      case ConversationEvent.Resolved(var outcome, var by, _) ->
          kind(view, "resolved").with("outcome", camel(outcome)).with("agent", by);
      case ConversationEvent.Reopened _ -> kind(view, "reopened");
    };
  }

  private static Fields about(Fields view, String kind, long message) {
    return kind(view, kind).with("message", message);
  }

  private static Fields reach(Fields view, ConversationEvent.ReachChanged changed) {
    return kind(view, "reach").with("line", changed.line()).with("reachable", changed.reachable());
  }

  private static Fields elsewhere(Fields view, ConversationEvent.HandledElsewhere turned) {
    return kind(view, "elsewhere")
        .with("line", turned.line())
        .with("elsewhere", turned.elsewhere())
        .with("agent", turned.by());
  }

  private static Fields edited(Fields view, ConversationEvent.MessageEdited edited) {
    return about(view, "edited", edited.message())
        .with("before", edited.before())
        .with("text", edited.text());
  }

  private static Fields returned(Fields view, ConversationEvent.ReturnedToBot returned) {
    return kind(view, "returned").with("agent", returned.agent()).with("note", returned.note());
  }

  private Fields forwarded(Fields view, ConversationEvent.Forwarded forwarded) {
    return kind(view, "forwarded")
        .with("from", forwarded.from())
        .with("upTo", forwarded.upTo())
        .with("channel", lines.channel(forwarded.line()));
  }

  private Fields joined(Fields view, ConversationEvent.ContactJoined joined) {
    return kind(view, "contactJoined")
        .with("join", joined.join())
        .with("line", joined.line())
        .with("channel", lines.channel(joined.line()))
        .with("proof", lower(joined.proof()))
        .with("agent", joined.by())
        .with("merged", joined.merged());
  }

  private static Fields failed(Fields view, ConversationEvent.SendFailed failed) {
    return kind(view, "sendFailed")
        .with("message", failed.message())
        .with("class", failed.failure())
        .with("reason", failed.reason());
  }

  private static Fields handoff(Fields view, Escalation why) {
    return kind(view, "handoff")
        .with("reason", reason(why.reason()))
        .with("rule", why.rule())
        .with("words", why.words())
        .with("team", why.needs().team())
        .with("facts", why.evidence().facts());
  }

  private static Fields transferred(Fields view, ConversationEvent.Transferred transferred) {
    return kind(view, "transferred")
        .with("from", transferred.from())
        .with("to", transferred.to())
        .with("note", transferred.note());
  }

  private static Fields requeued(Fields view, ConversationEvent.Requeued requeued) {
    return kind(view, "requeued")
        .with("from", requeued.from())
        .with("cause", lower(requeued.cause()))
        .with("team", requeued.team())
        .with("note", requeued.note());
  }

  private static Fields promise(Fields view, ConversationEvent.PromiseMade made) {
    return kind(view, "promise")
        .with("id", made.promise())
        .with("due", made.due())
        .with("what", lower(made.kind()));
  }

  private static Fields note(Fields view, ConversationEvent.NoteAdded note) {
    return kind(view, "note")
        .with("agent", note.agent())
        .with("name", note.name())
        .with("text", note.text())
        .with("id", note.key());
  }

  private Fields message(Fields view, Message message) {
    var filled = message.content().filled();
    return kind(view, "message")
        .with("author", author(message.author()))
        .with("text", message.content().text())
        .with(
            "choices",
            message.content().choices().stream()
                .map(choice -> Map.of("title", choice.title(), "payload", choice.payload()))
                .toList())
        .with(
            "attachments",
            message.content().attachments().stream().map(EventView::attachment).toList())
        .with("line", message.line())
        .with("channel", lines.channel(message.line()))
        .with("template", filled == null ? null : filled.template())
        .with("id", clientId(message))
        .with("repeats", message.repeats())
        .with("withdrawn", message.content().isWithdrawn() ? true : null);
  }

  public static Map<String, Object> attachment(Attachment file) {
    return Map.of(
        "id", file.id().toString(),
        "name", file.name(),
        "mediaType", file.mediaType(),
        "size", file.size());
  }

  /// A visitor's message carries the visitor's id before the client's own; only the client's is
  /// shown.
  private static @Nullable String clientId(Message message) {
    var key = message.key();
    return key == null ? null : key.substring(key.lastIndexOf(':') + 1);
  }

  private static Fields turn(Fields view, Turn turn) {
    var understood = turn.understood();
    var dialogue = turn.dialogue();
    return kind(view, "turn")
        .with("decision", turn.decision())
        .with("language", understood.language())
        .with(
            "candidates",
            understood.candidates().stream()
                .map(c ->
                    Map.of(
                        "intent", c.intent(),
                        "title", c.title(),
                        "probability", c.probability()))
                .toList())
        .with(
            "entities",
            understood.entities().stream()
                .map(entity -> Map.of("kind", entity.kind(), "value", entity.value()))
                .toList())
        .with("humanWish", understood.humanWish())
        .with("words", understood.words())
        .with("mood", understood.mood())
        .with("slots", dialogue.slots())
        .with("failures", dialogue.failures())
        .with("catalogue", turn.catalogue())
        .with("millis", turn.millis());
  }

  static Map<String, @Nullable Object> author(Author author) {
    return switch (author) {
      case Author.Contact() -> Fields.of("kind", "contact").map();
      case Author.Bot() -> Fields.of("kind", "bot").map();
      case Author.Agent(var id, var name) ->
          Fields.of("kind", "agent").with("name", name).with("agent", id).map();
      case Author.System() -> Fields.of("kind", "system").map();
    };
  }

  static String reason(Enum<?> reason) {
    return lower(reason);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// `SOLVED_BY_AGENT` as `SolvedByAgent`.
  static String camel(Enum<?> value) {
    var camel = new StringBuilder();
    for (var word : value.name().split("_", -1))
      camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    return camel.toString();
  }

  private static Fields kind(Fields view, String kind) {
    return view.with("kind", kind);
  }
}
