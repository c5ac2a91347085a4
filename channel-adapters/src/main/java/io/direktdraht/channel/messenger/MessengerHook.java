package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks of objects `page` and `instagram`, signed with the app's secret.
public final class MessengerHook implements Hook {
  private static final int LONGEST_BODY = 5 * 1024 * 1024;
  private final MessengerSettings settings;
  private final Network network;
  private final JsonMapper json = new JsonMapper();

  public MessengerHook(MessengerSettings settings, Network network) {
    this.settings = settings;
    this.network = network;
  }

  @Override
  public Line line() {
    return settings.asLine(network);
  }

  @Override
  public int longestBody() {
    return LONGEST_BODY;
  }

  @Override
  public Optional<String> handshake(Map<String, String> query) {
    return settings.app().handshake(query);
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return settings.app().authentic(webhook);
  }

  @Override
  public String kept(Webhook webhook) {
    return webhook.text();
  }

  @Override
  public Telling read(String kept) {
    JsonNode root;
    try {
      root = json.readTree(kept);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
    if (!root.path("entry").isArray()) throw new Unreadable("no entry");
    var occurrences = new ArrayList<Occurrence>();
    for (var entry : root.path("entry")) {
      boolean ours = entry.path("id").asString("").equals(settings.accountId());
      for (var event : entry.path("messaging"))
        occurrences.add(ours ? guarded(event) : new Occurrence.Ignored("other page"));
      // Somebody answers in Meta's own inbox: the bot stays silent.
      for (var _ : entry.path("standby")) occurrences.add(new Occurrence.Ignored("standby"));
    }
    var key = "sha256:" + Signature.hash(kept.getBytes(StandardCharsets.UTF_8));
    return new Telling(key, occurrences);
  }

  private static Occurrence guarded(JsonNode event) {
    try {
      return MessengerEvent.read(event);
    } catch (Unreadable broken) {
      return new Occurrence.Unread(String.valueOf(broken.getMessage()));
    } catch (RuntimeException defect) {
      return new Occurrence.Unread(defect.getClass().getSimpleName());
    }
  }
}
