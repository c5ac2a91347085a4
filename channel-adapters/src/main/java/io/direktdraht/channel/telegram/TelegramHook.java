package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks with one update each. Telegram signs nothing; it shows the secret it was given.
public final class TelegramHook implements Hook {
  private static final int LONGEST_BODY = 1024 * 1024;
  private final TelegramSettings settings;
  private final JsonMapper json = new JsonMapper();

  public TelegramHook(TelegramSettings settings) {
    this.settings = settings;
  }

  @Override
  public Line line() {
    return settings.asLine();
  }

  @Override
  public int longestBody() {
    return LONGEST_BODY;
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return webhook
        .header("X-Telegram-Bot-Api-Secret-Token")
        .filter(given -> Signature.same(settings.secret(), given))
        .isPresent();
  }

  @Override
  public Telling read(String body) {
    JsonNode update;
    try {
      update = json.readTree(body);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
    if (!update.path("update_id").isIntegralNumber()) throw new Unreadable("no update_id");
    long id = update.path("update_id").asLong();
    var key = "update:" + id;
    var query = update.path("callback_query");
    if (query.isObject()) return new Telling(key, List.of(pressed(id, query)), acknowledged(query));
    return new Telling(key, List.of(told(id, update)));
  }

  private static Occurrence told(long id, JsonNode update) {
    if (update.path("message").isObject()) return TelegramMessage.read(id, update.path("message"));
    if (update.path("edited_message").isObject())
      return TelegramMessage.edited(id, update.path("edited_message"));
    return update.path("my_chat_member").isObject()
        ? member(id, update.path("my_chat_member"))
        : new Occurrence.Ignored("update");
  }

  /// Whoever blocks the bot puts it out of their chat.
  private static Occurrence member(long update, JsonNode change) {
    var contact = change.path("chat").path("id");
    var now = change.path("new_chat_member").path("status").asString("");
    boolean known = now.equals("kicked") || now.equals("member");
    if (!known || !TelegramMessage.isPrivate(change) || !contact.isIntegralNumber())
      return new Occurrence.Ignored("my_chat_member");
    // Update numbers start anew after a quiet week.
    var key = "member:" + update + ":" + change.path("date").asLong(0);
    return new Occurrence.Reach(Long.toString(contact.asLong()), key, now.equals("member"));
  }

  private static Occurrence pressed(long update, JsonNode query) {
    var message = query.path("message");
    var data = query.path("data").asString("");
    var id = query.path("id").asString("");
    if (data.isEmpty() || id.isEmpty()) throw new Unreadable("a callback without id or data");
    if (!TelegramMessage.isPrivate(message)) return new Occurrence.Ignored("group");
    var title = title(message, data);
    var content = new Content(title == null ? data : title, data, List.of());
    var person = TelegramMessage.person(message, query.path("from"));
    var key = TelegramSender.PRESSED + message.path("message_id").asLong(0) + ":" + id;
    return new Occurrence.Said(person, key, update, content);
  }

  /// What stands on the button that carries this data.
  private static @Nullable String title(JsonNode message, String data) {
    for (var row : message.path("reply_markup").path("inline_keyboard"))
      for (var button : row)
        if (button.path("callback_data").asString("").equals(data))
          return button.path("text").asString(data);
    return null;
  }

  /// A method in the answer to a webhook is carried out: the button stops spinning.
  private Answer acknowledged(JsonNode query) {
    return new Answer(
        "application/json",
        json.writeValueAsString(
            Map.of(
                "method",
                "answerCallbackQuery",
                "callback_query_id",
                query.path("id").asString(""))));
  }
}
