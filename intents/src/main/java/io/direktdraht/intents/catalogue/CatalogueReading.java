package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.text.NormalText;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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
        ? new Loaded.Valid(new Catalogue(version(sources), intents))
        : new Loaded.Broken(problems);
  }

  private void one(SourceFile source) {
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(source.text()));
      if (root == null) {
        problems.add(new Problem(source.name(), 0, "is empty"));
        return;
      }
      var reader = new IntentReader(source, problems);
      var intent = reader.read(root);
      examples.addAll(reader.exampleLines());
      if (intents.putIfAbsent(intent.id(), intent) != null) {
        problems.add(new Problem(source.name(), 1, "id " + intent.id() + " is used twice"));
      }
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      problems.add(new Problem(source.name(), line, "broken YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      problems.add(new Problem(source.name(), 0, "broken YAML: " + e.getMessage()));
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

  private static String version(List<SourceFile> sources) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var source : sources) {
        digest.update((source.name() + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update((source.text() + '\0').getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
