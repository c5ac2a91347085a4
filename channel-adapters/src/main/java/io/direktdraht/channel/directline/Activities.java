package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.StrictJson;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.event.ConversationEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Our events as activities (Bot Framework Activity schema, as far as Direct Line clients read it).
final class Activities {
  private final Function<Line.Id, @Nullable DirectLineSettings> lines;
  private final FileLinks links;

  /// `lines`: the settings of a line that is open.
  Activities(Function<Line.Id, @Nullable DirectLineSettings> lines, FileLinks links) {
    this.lines = lines;
    this.links = links;
  }

  static String id(Address address, long place) {
    return address.conversation() + "|" + place;
  }

  /// Activities and the place up to which they go; null tells a client to keep the one it has.
  static String set(List<Map<String, Object>> activities, @Nullable Long watermark) {
    var set = new LinkedHashMap<String, Object>();
    set.put("activities", activities);
    if (watermark != null) set.put("watermark", watermark.toString());
    return Activity.JSON.write(set);
  }

  /// Empty for an event that clients of this kind know nothing of.
  Optional<Map<String, Object>> of(Address address, Transcript.Shown shown) {
    var event = shown.recorded().event();
    var place = Watermark.of(shown.conversation(), shown.recorded().seq());
    return body(address, event)
        .map(body -> {
          var activity = head(address, id(address, place), event.at());
          activity.putAll(body);
          return activity;
        });
  }

  Map<String, Object> typing(Address address, Author author) {
    var activity = new LinkedHashMap<String, Object>();
    activity.put("type", "typing");
    activity.put("channelId", DirectLineSettings.CHANNEL);
    activity.put("conversation", Map.of("id", address.conversation()));
    activity.putAll(sender(address, author));
    return activity;
  }

  /// What is not kept, as it goes back to its sender.
  static Map<String, Object> echo(Address address, String id, Activity activity, Instant at) {
    var back = head(address, id, at);
    back.put("type", activity.type());
    var name = activity.said().get("name");
    if (name != null && name.isString()) back.put("name", name);
    back.putAll(activity.echo());
    return back;
  }

  private static Map<String, Object> head(Address address, String id, Instant at) {
    var activity = new LinkedHashMap<String, Object>();
    activity.put("id", id);
    activity.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    activity.put("channelId", DirectLineSettings.CHANNEL);
    activity.put("conversation", Map.of("id", address.conversation()));
    return activity;
  }

  private Optional<Map<String, Object>> body(Address address, ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.MessageReceived(var message, _) ->
          Optional.of(received(address, message));
      case ConversationEvent.MessageSent(var message, _) -> Optional.of(sent(address, message));
      case ConversationEvent.HandoffRequested _,
          ConversationEvent.Requeued _,
          ConversationEvent.PromiseMade _ ->
          Optional.of(handoff(address, "queued"));
      case ConversationEvent.AgentJoined _, ConversationEvent.Transferred _ ->
          Optional.of(handoff(address, "accepted"));
      case ConversationEvent.HandoffWithdrawn _,
          ConversationEvent.ReturnedToBot _,
          ConversationEvent.Resolved _ ->
          Optional.of(handoff(address, "completed"));
      case ConversationEvent.Reopened _,
          ConversationEvent.MessageEdited _,
          ConversationEvent.MessageWithdrawn _ ->
          Optional.empty();
      case ConversationEvent.TurnDecided _,
          ConversationEvent.SendFailed _,
          ConversationEvent.SendConfirmed _,
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
          ConversationEvent.Forwarded _,
          ConversationEvent.HandledElsewhere _,
          ConversationEvent.ReachChanged _ ->
          throw new IllegalArgumentException("not for contacts: " + event.getClass());
    };
  }

  private Map<String, Object> received(Address address, Message message) {
    var body = words(message.content());
    var echo = message.line().equals(address.line()) ? message.content().echo() : null;
    if (echo == null) body.putAll(remembered(address, message));
    else parsed(echo).forEachEntry(body::put);
    return body;
  }

  private static JsonNode parsed(String echo) {
    try {
      return Activity.JSON.object(echo);
    } catch (StrictJson.Broken impossible) {
      throw new IllegalStateException(impossible); // we wrote it
    }
  }

  /// What the key still tells when the echo was not to be kept: by it the client knows its message.
  private static Map<String, Object> remembered(Address address, Message message) {
    var key = message.key();
    var parts = key == null ? new String[0] : key.split(":", -1);
    boolean ours = message.line().equals(address.line()) && parts.length == 3;
    if (!ours) return Map.of("from", Map.of("id", "user", "role", "user"));
    return Map.of(
        "from", Map.of("id", decoded(parts[2]), "role", "user"),
        "channelData", Map.of("clientActivityID", decoded(parts[1])));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private Map<String, Object> sent(Address address, Message message) {
    var body = words(message.content());
    body.putAll(sender(address, message.author()));
    body.put("inputHint", "acceptingInput");
    var choices = message.content().choices();
    if (!choices.isEmpty())
      body.put("suggestedActions", Map.of("actions", choices.stream().map(this::action).toList()));
    return body;
  }

  /// A button that shows its title as the customer's words and sends its payload in `value`.
  private Map<String, Object> action(Content.Choice choice) {
    return Map.of(
        "type", "messageBack",
        "title", choice.title(),
        "text", choice.title(),
        "displayText", choice.title(),
        "value", Map.of("payload", choice.payload()));
  }

  private Map<String, Object> words(Content content) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "message");
    body.put("text", content.text());
    body.put("textFormat", "plain");
    if (!content.attachments().isEmpty())
      body.put("attachments", content.attachments().stream().map(this::file).toList());
    return body;
  }

  private Map<String, Object> file(Attachment file) {
    return Map.of(
        "contentType", file.mediaType(), "contentUrl", links.to(file), "name", file.name());
  }

  private Map<String, Object> handoff(Address address, String state) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "event");
    body.put("name", "handoff.status");
    body.put("value", Map.of("state", state));
    body.putAll(sender(address, new Author.System()));
    return body;
  }

  /// Role `bot` is the left side. An agent is known by the name that customers see: account names
  /// are nobody's business.
  private Map<String, Object> sender(Address address, Author author) {
    return switch (author) {
      case Author.Agent(_, var name) -> from("agent-" + name, name, "agent");
      case Author.Bot() -> from("bot", botName(address), "bot");
      case Author.System() -> from("system", botName(address), "system");
      case Author.Contact() -> throw new IllegalArgumentException("a contact is no sender of ours");
    };
  }

  private static Map<String, Object> from(String id, String name, String kind) {
    return Map.of(
        "from", Map.of("id", id, "name", name, "role", "bot"),
        "channelData", Map.of("sender", kind));
  }

  private String botName(Address address) {
    var settings = lines.apply(address.line());
    return settings == null || settings.name() == null ? "Bot" : settings.name();
  }
}
