package io.direktdraht.bot.escalation;

import io.direktdraht.bot.escalation.RuleFile.Read;
import io.direktdraht.intents.catalogue.Problem;
import io.direktdraht.intents.catalogue.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads all rules together, because some problems show only between them.
final class RulesReading {
  private final SourceFile source;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Rules.Ready> ready = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private RulesReading(SourceFile source) {
    this.source = source;
  }

  static Read read(SourceFile source) {
    return new RulesReading(source).all();
  }

  private Read all() {
    var root = source.root(problems);
    if (root instanceof SequenceNode list) {
      var reader = new RuleReader(source.name(), problems);
      for (var node : list.getValue()) reader.read(node).ifPresent(one -> keep(one, node));
      if (problems.isEmpty()) Rails.check(source.name(), rules(), problems);
    } else if (root != null) {
      problems.add(new Problem(source.name(), 1, "expected a list of rules"));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return problems.isEmpty()
        ? new Read.Valid(new Rules(SourceFile.version(List.of(source)), ready))
        : new Read.Broken(problems);
  }

  private void keep(Rules.Ready one, Node node) {
    int line = node.getStartMark().getLine() + 1;
    var first = lines.putIfAbsent(one.rule().id(), line);
    if (first != null)
      problems.add(
          new Problem(
              source.name(), line, "id " + one.rule().id() + " is already used in line " + first));
    ready.add(one);
  }

  private List<Rails.Placed> rules() {
    return ready.stream()
        .map(one -> new Rails.Placed(one.rule(), lines.getOrDefault(one.rule().id(), 0)))
        .toList();
  }
}
