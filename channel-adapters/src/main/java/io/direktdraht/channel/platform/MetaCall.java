package io.direktdraht.channel.platform;

import io.direktdraht.channel.platform.Hook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Meta posts, in the same envelope on all its platforms. `key` is the same for every
/// repetition.
public record MetaCall(String key, List<JsonNode> entries) {
  private static final JsonMapper JSON = new JsonMapper();

  public MetaCall {
    entries = List.copyOf(entries);
  }

  /// The entries; none where it is not that envelope.
  public static List<JsonNode> entriesOf(String body) {
    try {
      return of(body).entries;
    } catch (Unreadable broken) {
      return List.of();
    }
  }

  /// Throws {@link Unreadable} when it is not that envelope.
  public static MetaCall of(String body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException broken) {
      throw new Unreadable("no JSON");
    }
    if (!root.path("entry").isArray()) throw new Unreadable("no entry");
    var key = "sha256:" + Signature.hash(body.getBytes(StandardCharsets.UTF_8));
    return new MetaCall(key, root.path("entry").valueStream().toList());
  }
}
