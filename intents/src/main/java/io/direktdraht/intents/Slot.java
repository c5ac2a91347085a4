package io.direktdraht.intents;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// One piece a form needs, the kind of entity that fills it, and how to ask for it.
public record Slot(String name, String entity, Map<Language, String> ask) {
  public Slot {
    ask = Collections.unmodifiableMap(new EnumMap<>(ask));
  }

  public String ask(Language language) {
    return ask.getOrDefault(language, name);
  }
}
