package io.direktdraht.bot.escalation;

import io.direktdraht.bot.escalation.Conditions.Compiled;
import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.Fields;
import io.direktdraht.intents.catalogue.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Turns one rule of the file into one that can be asked, and notes every problem on the way.
final class RuleReader {
  private static final String INFORMAL = "du";
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "reason",
          "when",
          "priority",
          "team",
          "skill",
          "words",
          "ask",
          "strikes",
          "enabled");

  private final String file;
  private final List<Problem> problems;
  private final Conditions conditions = new Conditions();

  RuleReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  static String label(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /// Empty when something is wrong with it.
  Optional<Rules.Ready> read(Node node) {
    int before = problems.size();
    var fields = new Fields(file, node, problems).only(KEYS);
    var id = fields.text("id");
    var reason = reason(fields);
    var when = fields.text("when");
    var condition = when.isEmpty() ? null : condition(fields, when);
    var needs = needs(fields);
    int strikes = number(fields, "strikes", 0);
    var words = words(fields);
    boolean ask = flag(fields, "ask", false);
    boolean enabled = flag(fields, "enabled", true);
    if (problems.size() > before || reason == null || condition == null) return Optional.empty();
    var rule = new Rule(id, reason, when, needs, words, informal(fields), ask, strikes, enabled);
    return Optional.of(new Rules.Ready(rule, condition));
  }

  private @Nullable Reason reason(Fields fields) {
    var name = fields.text("reason");
    var node = fields.optional("reason");
    var found =
        Arrays.stream(Reason.values()).filter(reason -> label(reason).equals(name)).findFirst();
    if (node != null && found.isEmpty())
      fields.problem(
          node,
          "unknown reason "
              + name
              + ", known are "
              + Arrays.stream(Reason.values())
                  .map(RuleReader::label)
                  .collect(Collectors.joining(", ")));
    return found.orElse(null);
  }

  private @Nullable Condition condition(Fields fields, String when) {
    return switch (conditions.compile(when)) {
      case Compiled.Right(var condition) -> condition;
      case Compiled.Wrong(var mistakes) -> {
        var node = fields.optional("when");
        for (var mistake : mistakes)
          fields.problem(firstLine(node) + mistake.line() - 1, "condition: " + mistake.message());
        yield null;
      }
    };
  }

  /// A block begins below its sign.
  private static int firstLine(@Nullable Node node) {
    if (node == null) return 0;
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return Fields.lineOf(node) + (block ? 1 : 0);
  }

  private Needs needs(Fields fields) {
    int priority = number(fields, "priority", -1);
    var node = fields.required("priority");
    boolean fits = priority >= 0 && priority <= Needs.MOST_URGENT;
    if (node != null && !fits) fields.problem(node, "priority must be 0 to " + Needs.MOST_URGENT);
    return new Needs(optional(fields, "team"), optional(fields, "skill"), fits ? priority : 0);
  }

  private Map<Language, String> words(Fields parent) {
    var words = new EnumMap<Language, String>(Language.class);
    if (parent.optional("words") == null) return words;
    var fields = parent.mapping("words");
    if (fields == null) return words;
    fields.only(Set.of(Language.DE.code(), INFORMAL, Language.EN.code()));
    for (var language : List.of(Language.DE, Language.EN))
      words.put(language, fields.text(language.code()));
    return words;
  }

  private static @Nullable String informal(Fields parent) {
    var fields = parent.optional("words") == null ? null : parent.mapping("words");
    return fields == null ? null : optional(fields, INFORMAL);
  }

  private static @Nullable String optional(Fields fields, String key) {
    return fields.optional(key) == null ? null : fields.text(key);
  }

  private static boolean flag(Fields fields, String key, boolean otherwise) {
    var node = fields.optional(key);
    if (node == null) return otherwise;
    var text = fields.text(node, key);
    if (!text.equals("true") && !text.equals("false"))
      fields.problem(node, key + " must be true or false, was " + text);
    return text.equals("true");
  }

  private static int number(Fields fields, String key, int otherwise) {
    var node = fields.optional(key);
    if (node == null) return otherwise;
    var text = fields.text(node, key);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOne) {
      fields.problem(node, key + " must be a whole number, was " + text);
      return otherwise;
    }
  }
}
