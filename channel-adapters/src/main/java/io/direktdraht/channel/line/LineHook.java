package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// LINE's webhooks: a list of events, which is empty when the console verifies the address.
public final class LineHook implements Hook {
  private static final int LONGEST_BODY = 1024 * 1024;
  private final LineSettings settings;
  private final JsonMapper json = new JsonMapper();

  public LineHook(LineSettings settings) {
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
        .header("X-Line-Signature")
        .filter(given -> Signature.hmac64(settings.secret(), webhook.body(), given))
        .isPresent();
  }

  @Override
  public Telling read(String kept) {
    JsonNode root;
    try {
      root = json.readTree(kept);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
    if (!root.path("events").isArray()) throw new Unreadable("no events");
    var occurrences =
        root.path("events")
            .valueStream()
            .map(event -> Occurrence.guarded(() -> LineEvent.read(event)))
            .toList();
    // A redelivery differs in a flag; its events keep their ids.
    var key = "sha256:" + Signature.hash(kept.getBytes(StandardCharsets.UTF_8));
    return new Telling(key, occurrences);
  }
}
