package io.direktdraht.intents;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One piece a form needs, the kind of entity that fills it, and how to ask for it; `du` is how to
/// ask in German where contacts are addressed informally.
public record Slot(String name, String entity, Map<Language, String> ask, @Nullable String du) {
  public Slot {
    ask = Collections.unmodifiableMap(new EnumMap<>(ask));
  }

  public Slot(String name, String entity, Map<Language, String> ask) {
    this(name, entity, ask, null);
  }

  public String ask(Language language, Formality formality) {
    var formal = ask.getOrDefault(language, name);
    return language == Language.DE ? formality.of(formal, du) : formal;
  }
}
