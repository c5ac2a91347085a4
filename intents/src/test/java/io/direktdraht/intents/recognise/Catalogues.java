package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Answer;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Small catalogues made in a test.
final class Catalogues {
  private Catalogues() {}

  /// German examples, one a line, by intent.
  static Catalogue of(Map<String, String> examples) {
    var intents = new LinkedHashMap<String, Intent>();
    for (var one : new TreeMap<>(examples).entrySet())
      intents.put(
          one.getKey(),
          new Intent(
              one.getKey(),
              Map.of(Language.DE, one.getKey()),
              Map.of(Language.DE, one.getValue().lines().toList()),
              Map.of(Language.DE, List.of(new Answer("ja", List.of()))),
              null,
              null,
              List.of()));
    return new Catalogue("of " + examples.hashCode(), intents);
  }
}
