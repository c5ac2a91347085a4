package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.text.NormalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads all files together, because some problems show only between them.
final class CatalogueReading {
  private final List<Problem> problems = new ArrayList<>();
  private final List<ExampleLine> examples = new ArrayList<>();
  private final LinkedHashMap<String, Intent> intents = new LinkedHashMap<>();

  private CatalogueReading() {}

  static Loaded read(List<SourceFile> sources, String where) {
    return new CatalogueReading().all(sources, where);
  }

  private Loaded all(List<SourceFile> sources, String where) {
    if (sources.isEmpty()) {
      problems.add(new Problem(where, 0, "holds no intent"));
    }
    sources.forEach(this::one);
    findDuplicateExamples();
    problems.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
    return problems.isEmpty()
        ? new Loaded.Valid(new Catalogue(SourceFile.version(sources), intents))
        : new Loaded.Broken(problems);
  }

  private void one(SourceFile source) {
    var root = source.root(problems);
    if (root == null) {
      return;
    }
    var reader = new IntentReader(source, problems);
    var intent = reader.read(root);
    examples.addAll(reader.exampleLines());
    if (intents.putIfAbsent(intent.id(), intent) != null) {
      problems.add(new Problem(source.name(), 1, "id " + intent.id() + " is used twice"));
    }
  }

  private void findDuplicateExamples() {
    var seen = new HashMap<String, ExampleLine>();
    for (var example : examples) {
      var key = example.language() + ' ' + NormalText.fold(example.text());
      var first = seen.putIfAbsent(key, example);
      if (first != null && !first.file().equals(example.file())) {
        var message = "same example as " + first.file() + ":" + first.line();
        problems.add(new Problem(example.file(), example.line(), message));
      }
    }
  }
}
