package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found in the files of another tool; the notes tell what was left out.
public record Foreign(List<ForeignIntent> intents, List<String> notes) {
  public Foreign {
    intents = List.copyOf(intents);
    notes = List.copyOf(notes);
  }

  /// An intent by the id it gets here and the name it had there.
  public record ForeignIntent(
      String id,
      String name,
      Map<Language, Set<String>> examples,
      Map<Language, Set<String>> answers) {
    public ForeignIntent {
      examples = copy(examples);
      answers = copy(answers);
    }

    public Set<String> examples(Language language) {
      return examples.getOrDefault(language, Set.of());
    }

    public Set<String> answers(Language language) {
      return answers.getOrDefault(language, Set.of());
    }

    private static Map<Language, Set<String>> copy(Map<Language, Set<String>> sets) {
      var copy = new EnumMap<Language, Set<String>>(Language.class);
      sets.forEach((language, set) ->
          copy.put(language, Collections.unmodifiableSet(new LinkedHashSet<>(set))));
      return Collections.unmodifiableMap(copy);
    }
  }

  /// Grows while the files are read.
  static final class Gathering {
    private final Map<String, ForeignIntent> intents = new LinkedHashMap<>();
    private final Map<String, Map<Language, Set<String>>> examples = new LinkedHashMap<>();
    private final Map<String, Map<Language, Set<String>>> answers = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    void intent(String name) {
      var id = PlainText.id(name);
      var first = intents.putIfAbsent(id, new ForeignIntent(id, name, Map.of(), Map.of()));
      if (first != null && !first.name().equals(name)) {
        var note = "\"" + name + "\" and \"" + first.name() + "\" both become " + id;
        if (!notes.contains(note)) notes.add(note);
      }
    }

    void example(String name, Language language, String text) {
      intent(name);
      put(examples, name, language, PlainText.line(text));
    }

    void answer(String name, Language language, String text) {
      intent(name);
      put(answers, name, language, PlainText.lines(text));
    }

    void note(String note) {
      notes.add(note);
    }

    Foreign done() {
      var all =
          intents.values().stream()
              .map(intent ->
                  new ForeignIntent(
                      intent.id(),
                      intent.name(),
                      examples.getOrDefault(intent.id(), Map.of()),
                      answers.getOrDefault(intent.id(), Map.of())))
              .toList();
      return new Foreign(all, notes);
    }

    private static void put(
        Map<String, Map<Language, Set<String>>> into, String name, Language language, String text) {
      if (text.isBlank()) return;
      into.computeIfAbsent(PlainText.id(name), _ -> new EnumMap<>(Language.class))
          .computeIfAbsent(language, _ -> new LinkedHashSet<>())
          .add(text);
    }
  }
}
