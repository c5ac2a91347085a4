package io.direktdraht.intents.catalogue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// A file of YAML that an operator wrote, as it was read.
public record SourceFile(String name, String text) {
  static final String SUFFIX = ".yaml";

  String id() {
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /// Null when there is nothing to read; the problem is noted.
  public @Nullable Node root(List<Problem> problems) {
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) problems.add(new Problem(name, 0, "is empty"));
      return root;
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      problems.add(new Problem(name, line, "broken YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      problems.add(new Problem(name, 0, "broken YAML: " + e.getMessage()));
    }
    return null;
  }

  /// The name of a content: the same files, the same name.
  public static String version(List<SourceFile> sources) {
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
