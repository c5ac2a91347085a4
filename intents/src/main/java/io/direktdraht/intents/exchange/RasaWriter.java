package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import java.util.ArrayList;
import java.util.List;

/// A catalogue's examples as Rasa 3 training data, one entry per intent and language; `metadata`
/// keeps the language.
public record RasaWriter(String text, List<String> notes) {
  public RasaWriter {
    notes = List.copyOf(notes);
  }

  public static RasaWriter of(Catalogue catalogue) {
    var text = new StringBuilder("version: \"3.1\"\n\nnlu:\n");
    var notes = new ArrayList<String>();
    for (var intent : catalogue.intents().values()) {
      for (var language : Language.values()) {
        var examples = intent.examples(language);
        if (examples.isEmpty()) continue;
        text.append("- intent: ").append(Quoted.name(intent.id())).append('\n');
        text.append("  metadata:\n    language: ").append(language.code()).append('\n');
        text.append("  examples: |\n");
        for (var example : examples) {
          text.append("    - ").append(PlainText.line(example)).append('\n');
          if (!RasaReader.withoutEntities(example).equals(example))
            notes.add(intent.id() + ": Rasa will read an entity in \"" + example + "\"");
        }
        text.append('\n');
      }
    }
    return new RasaWriter(text.toString(), notes);
  }
}
