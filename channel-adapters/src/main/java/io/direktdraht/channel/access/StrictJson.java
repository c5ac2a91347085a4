package io.direktdraht.channel.access;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what strangers send: one value, not too deep, no field twice, nothing behind it.
public final class StrictJson {
  private final JsonMapper json;

  /// Says what is wrong with a text.
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    public Broken(String message) {
      super(message);
    }
  }

  public StrictJson(int deepest) {
    json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  public JsonNode object(String text) throws Broken {
    var node = any(text);
    if (!node.isObject()) throw new Broken("not a JSON object");
    return node;
  }

  /// Any one value.
  public JsonNode any(String text) throws Broken {
    try {
      return json.readTree(text);
    } catch (JacksonException broken) {
      throw new Broken("not JSON: " + broken.getOriginalMessage());
    }
  }

  public String write(Object value) {
    return json.writeValueAsString(value);
  }
}
