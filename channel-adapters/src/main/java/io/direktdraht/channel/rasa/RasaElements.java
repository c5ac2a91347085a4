package io.direktdraht.channel.rasa;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our events as elements of Rasa's answer, closed by one `custom` element that says what was
/// decided.
final class RasaElements {
  private final FileLinks links;

  RasaElements(FileLinks links) {
    this.links = links;
  }

  List<Map<String, @Nullable Object>> of(
      String sender, Conversation conversation, List<Recorded> events) {
    var elements = new ArrayList<Map<String, @Nullable Object>>();
    Turn decided = null;
    for (var recorded : events) {
      switch (recorded.event()) {
        case ConversationEvent.MessageSent(var message, _) -> {
          var element = message(sender, message.author(), message.content());
          element.put("seq", recorded.seq());
          elements.add(element);
        }
        case ConversationEvent.TurnDecided(var turn, _) -> decided = turn;
        default -> {}
      }
    }
    elements.add(custom(sender, conversation, decided));
    return elements;
  }

  /// `{"recipient_id","text","buttons","image","attachment"}` as Rasa's own channels send it: the
  /// first picture as `image`, the first other file as `attachment`. Who speaks, and every file,
  /// stands in `metadata`.
  Map<String, @Nullable Object> message(String sender, Author author, Content content) {
    var element = new LinkedHashMap<String, @Nullable Object>();
    element.put("recipient_id", sender);
    element.put("text", content.text());
    if (!content.choices().isEmpty())
      element.put(
          "buttons",
          content.choices().stream()
              .map(choice -> Map.of("title", choice.title(), "payload", choice.payload()))
              .toList());
    files(element, content.attachments());
    element.put(
        "metadata",
        Map.of(
            "author", author.kind(),
            "attachments", content.attachments().stream().map(this::payload).toList()));
    return element;
  }

  private void files(Map<String, @Nullable Object> element, List<Attachment> files) {
    for (var file : files)
      if (file.picture()) element.putIfAbsent("image", links.to(file));
      else element.putIfAbsent("attachment", Map.of("type", type(file), "payload", payload(file)));
  }

  private Map<String, Object> payload(Attachment file) {
    return Map.of("src", links.to(file), "name", file.name(), "mediaType", file.mediaType());
  }

  private static String type(Attachment file) {
    return file.mediaType().startsWith("audio/") ? "audio" : "file";
  }

  private static Map<String, @Nullable Object> custom(
      String sender, Conversation conversation, @Nullable Turn turn) {
    var custom = new LinkedHashMap<String, @Nullable Object>();
    custom.put("conversation", conversation.id().toString());
    custom.put("seq", conversation.lastSeq());
    custom.put("decision", turn == null ? "silence" : turn.decision());
    custom.put("intent", turn == null ? null : intent(turn));
    custom.put("confidence", turn == null ? null : confidence(turn));
    custom.put("stage", stage(conversation.stage()));
    var element = new LinkedHashMap<String, @Nullable Object>();
    element.put("recipient_id", sender);
    element.put("custom", custom);
    return element;
  }

  private static @Nullable String intent(Turn turn) {
    if (turn.intent() != null) return turn.intent();
    var candidates = turn.understood().candidates();
    return candidates.isEmpty() ? null : candidates.getFirst().intent();
  }

  private static @Nullable Double confidence(Turn turn) {
    var intent = intent(turn);
    return turn.understood().candidates().stream()
        .filter(candidate -> candidate.intent().equals(intent))
        .map(Turn.Candidate::probability)
        .findFirst()
        .orElse(null);
  }

  private static String stage(Stage stage) {
    return switch (stage.kind()) {
      case WITH_BOT -> "withBot";
      case WAITING -> "waiting";
      case PROMISED -> "promised";
      case WITH_AGENT -> "withAgent";
      case RESOLVED -> "resolved";
    };
  }
}
