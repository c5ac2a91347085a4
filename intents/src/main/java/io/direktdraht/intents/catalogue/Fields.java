package io.direktdraht.intents.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The keys of one YAML mapping; whatever does not fit is noted with its line.
public final class Fields {
  private final String file;
  private final int line;
  private final List<Problem> problems;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  public Fields(String file, Node node, List<Problem> problems) {
    this.file = file;
    this.line = lineOf(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problem(node, "expected keys with values");
      return;
    }
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(tuple.getKeyNode(), "expected a simple key");
      } else if (nodes.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problem(key, "key " + key.getValue() + " appears twice");
      }
    }
  }

  public static int lineOf(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  public Fields only(Set<String> known) {
    nodes.forEach((key, node) -> {
      if (!known.contains(key)) {
        problem(node, "unknown key " + key);
      }
    });
    return this;
  }

  public @Nullable Node optional(String key) {
    return nodes.get(key);
  }

  public @Nullable Node required(String key) {
    var node = nodes.get(key);
    if (node == null) {
      problems.add(new Problem(file, line, "missing " + key));
    }
    return node;
  }

  public @Nullable Fields mapping(String key) {
    var node = required(key);
    return node == null ? null : new Fields(file, node, problems);
  }

  public String text(String key) {
    var node = required(key);
    return node == null ? "" : text(node, key);
  }

  public String text(Node node, String what) {
    if (!(node instanceof ScalarNode scalar)) {
      problem(node, what + " must be text");
      return "";
    }
    if (scalar.getValue().isBlank()) {
      problem(node, "empty " + what);
    }
    return scalar.getValue().strip();
  }

  public List<Node> list(@Nullable Node node, String what) {
    return switch (node) {
      case null -> List.of();
      case SequenceNode sequence -> new ArrayList<>(sequence.getValue());
      default -> {
        problem(node, what + " must be a list");
        yield List.of();
      }
    };
  }

  public void problem(Node node, String message) {
    problems.add(new Problem(file, lineOf(node), message));
  }

  public void problem(int atLine, String message) {
    problems.add(new Problem(file, atLine, message));
  }
}
