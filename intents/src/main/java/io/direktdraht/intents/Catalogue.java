package io.direktdraht.intents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything the bot can understand and say, immutable, named by the hash of its content.
public record Catalogue(String version, Map<String, Intent> intents) {
  public Catalogue {
    intents = Collections.unmodifiableMap(new LinkedHashMap<>(intents));
  }

  public Intent intent(String id) {
    var found = intents.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no intent " + id + " in catalogue " + version);
    }
    return found;
  }

  public boolean has(String id) {
    return intents.containsKey(id);
  }
}
