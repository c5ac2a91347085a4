package io.direktdraht.conversation.log;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Things to append, for tests of every driver.
public final class Logs {
  public static final Line.Id WEB = new Line.Id("web");
  public static final Line.Id PUSHED = new Line.Id("callback");

  public static final Line.Id POSTED = new Line.Id("post");

  /// What the rules fall over.
  public static final String TOO_MUCH = "too much for the rules";

  /// What customers call their secret is hidden.
  public static final IntakeRules RULES = IntakeRules.DEFAULT.hiding(Logs::hidden);

  public static final Lines LINES =
      Lines.of(
          new Line(WEB, "web", false),
          new Line(PUSHED, "rasa", true),
          new Line(POSTED, "email", true));
  public static final AgentId ANA = new AgentId("ana");
  public static final AgentId BEN = new AgentId("ben");
  public static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private Logs() {}

  static String hidden(String text) {
    if (text.equals(TOO_MUCH)) throw new StackOverflowError("as a regular expression may");
    return text.replaceAll("secret \\d+", "secret …");
  }

  public static Inbound hello(Line.Id line, String sender, String key) {
    return hello(line, sender, key, NINE);
  }

  public static Inbound hello(Line.Id line, String sender, String key, Instant at) {
    return new Inbound(line, sender, key, Content.text("Hallo"), "de", at);
  }

  public static String fresh() {
    return UUID.randomUUID().toString();
  }

  public static ConversationEvent said(Author author, Line.Id line, String text) {
    return new ConversationEvent.MessageSent(
        new Message(author, line, Content.text(text), null), NINE);
  }

  public static ConversationEvent note(String text) {
    return new ConversationEvent.NoteAdded(ANA, "Ana", text, fresh(), NINE);
  }

  public static ConversationEvent handoff() {
    return new ConversationEvent.HandoffRequested(
        new Escalation(Escalation.Reason.HUMAN_WISH, "human_wish", List.of("Mensch")), NINE);
  }

  public static ConversationEvent turn(long epoch, long upTo) {
    var dialogue = Turn.Dialogue.fresh(epoch, "de", Map.of());
    var understood = new Turn.Understood("de", List.of(), List.of(), false, 0, List.of());
    return new ConversationEvent.TurnDecided(
        new Turn("answer", "greeting", understood, dialogue, "v1", upTo, 1), NINE);
  }

  /// The bot's answer to everything received so far.
  public static Append botAnswer(Conversation seen, String text) {
    return new Append(
        seen.id(),
        new Append.Condition.Speaking(Owed.Kind.TURN, seen.lastSeq(), seen.epoch()),
        List.of(turn(seen.epoch(), seen.lastSeq()), said(new Author.Bot(), seen.line(), text)));
  }

  public static Append claim(Conversation seen, AgentId agent) {
    return new Append(
        seen.id(),
        new Append.Condition.SameEpoch(seen.epoch()),
        List.of(new ConversationEvent.AgentJoined(agent, agent.value(), NINE)));
  }

  public static Append agentAnswer(Conversation seen, AgentId agent, @Nullable String key) {
    var message = said(new Author.Agent(agent, agent.value()), seen.line(), "Guten Tag");
    return new Append(
        seen.id(),
        new Append.Condition.Owner(agent, seen.epoch()),
        List.of(message),
        key == null ? null : new Append.Key("agent:" + agent, key));
  }
}
