package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the other side posts: one JSON object a call, signed with its time. The answer says whether
/// it was understood.
public final class WebhookHook implements Hook {
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final Answer UNDERSTOOD = new Answer("application/json", "{\"understood\":true}");
  private final WebhookSettings settings;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  public WebhookHook(WebhookSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
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
    return WebhookSettings.SIGNATURE.authentic(webhook, settings.secret(), clock.instant());
  }

  @Override
  public Answer confused(String why) {
    return new Answer(
        "application/json", json.writeValueAsString(Map.of("understood", false, "why", why)));
  }

  @Override
  public Telling read(String kept) {
    JsonNode root;
    try {
      root = json.readTree(kept);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
    if (!root.isObject()) throw new Unreadable("no JSON object");
    var type = WebhookEvent.text(root, "type");
    return switch (type) {
      case "message" -> done(type, WebhookEvent.message(root));
      case "edit" -> done(type, WebhookEvent.edit(root));
      case "withdrawal" -> done(type, WebhookEvent.withdrawal(root));
      case "receipt" -> {
        var key = "receipt:" + Signature.hash(kept.getBytes(StandardCharsets.UTF_8));
        yield new Telling(key, List.of(WebhookEvent.receipt(root)), UNDERSTOOD);
      }
      default -> throw new Unreadable("type must be message, edit, withdrawal or receipt");
    };
  }

  private static Telling done(String type, Occurrence.Done done) {
    return new Telling(type + ":" + done.key(), List.of(done), UNDERSTOOD);
  }
}
