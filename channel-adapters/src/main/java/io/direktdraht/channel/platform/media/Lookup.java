package io.direktdraht.channel.platform.media;

import java.net.URI;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads where a platform says that a file is.
public final class Lookup {
  private static final JsonMapper JSON = new JsonMapper();

  private Lookup() {}

  /// Missing when it is no JSON.
  public static JsonNode read(byte[] answer) {
    try {
      return JSON.readTree(answer);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }

  /// Empty for what is no address at all.
  public static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text)).filter(URI::isAbsolute);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
