package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Answer;
import io.direktdraht.intents.Escalate;
import io.direktdraht.intents.Form;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.QuickReply;
import io.direktdraht.intents.Slot;
import io.direktdraht.intents.recognise.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Turns the YAML of one file into an intent and notes every problem on the way.
final class IntentReader {
  private static final Set<String> KEYS =
      Set.of("id", "title", "examples", "answers", "form", "escalate", "collect");

  /// The German wording for contacts who are addressed informally.
  private static final String INFORMAL = "du";

  /// What the bot knows how to ask of somebody who waits.
  private static final List<String> COLLECTED =
      List.of(Entity.Kind.ORDER_NUMBER.label(), Intent.PHOTO);

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private final SourceFile source;
  private final List<Problem> problems;
  private final List<ExampleLine> lines = new ArrayList<>();

  IntentReader(SourceFile source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  List<ExampleLine> exampleLines() {
    return lines;
  }

  Intent read(Node root) {
    var fields = new Fields(source.name(), root, problems).only(KEYS);
    var id = fields.text("id");
    var idNode = fields.optional("id");
    if (idNode != null && !id.isEmpty() && !id.equals(source.id())) {
      fields.problem(idNode, "id " + id + " must equal the file name " + source.id());
    }
    return new Intent(
        id,
        perLanguage(fields, "title", Fields::text),
        perLanguage(fields, "examples", this::examples),
        perLanguage(fields, "answers", this::answers),
        form(fields),
        escalate(fields),
        collect(fields));
  }

  private <T> Map<Language, T> perLanguage(
      Fields parent, String key, BiFunction<Fields, String, T> read) {
    var result = new EnumMap<Language, T>(Language.class);
    var fields = parent.mapping(key);
    if (fields != null) {
      fields.only(key.equals("ask") ? Set.of("de", INFORMAL, "en") : Set.of("de", "en"));
      for (var language : Language.values()) {
        result.put(language, read.apply(fields, language.code()));
      }
    }
    return result;
  }

  private List<String> examples(Fields fields, String language) {
    var node = fields.required(language);
    if (node == null || isEmptyList(node)) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    int line = Fields.lineOf(node) + 1; // a literal block begins below its bar
    for (var text : fields.text(node, "examples").isEmpty() ? List.<String>of() : block(node)) {
      if (!text.isBlank()) {
        texts.add(text.strip());
        lines.add(new ExampleLine(source.name(), line, language, text.strip()));
      }
      line++;
    }
    return texts;
  }

  /// `[]` says that nobody writes in this language yet, as after an import.
  private static boolean isEmptyList(Node node) {
    return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  private static List<String> block(Node node) {
    return ((ScalarNode) node).getValue().lines().toList();
  }

  private List<Answer> answers(Fields fields, String language) {
    var node = fields.required(language);
    var nodes = fields.list(node, "answers");
    if (node != null && nodes.isEmpty()) {
      fields.problem(node, "no answer in " + language);
    }
    return nodes.stream().map(answer -> answer(fields, answer)).toList();
  }

  private Answer answer(Fields fields, Node node) {
    if (!(node instanceof MappingNode)) {
      return new Answer(answerText(fields, node), List.of());
    }
    var answer =
        new Fields(source.name(), node, problems).only(Set.of("text", INFORMAL, "quick_replies"));
    var text = answer.required("text");
    var replies = answer.list(answer.optional("quick_replies"), "quick_replies");
    if (replies.size() > 3) {
      answer.problem(node, "more than 3 quick replies");
    }
    return new Answer(
        text == null ? "" : answerText(answer, text),
        informal(answer),
        replies.stream().map(reply -> quickReply(answer, reply)).toList());
  }

  private @Nullable String informal(Fields fields) {
    var node = fields.optional(INFORMAL);
    return node == null ? null : answerText(fields, node);
  }

  private String answerText(Fields fields, Node node) {
    var text = fields.text(node, "answer");
    var variables = VARIABLE.matcher(text);
    while (variables.find()) {
      if (!Answer.VARIABLES.contains(variables.group(1))) {
        fields.problem(node, "unknown variable {" + variables.group(1) + "}");
      }
    }
    return text;
  }

  private QuickReply quickReply(Fields parent, Node node) {
    if (!(node instanceof MappingNode)) {
      var text = parent.text(node, "quick reply");
      return new QuickReply(text, text);
    }
    var fields = new Fields(source.name(), node, problems).only(Set.of("title", "payload"));
    return new QuickReply(fields.text("title"), fields.text("payload"));
  }

  private @Nullable Form form(Fields parent) {
    if (parent.optional("form") == null) {
      return null;
    }
    var fields = parent.mapping("form");
    if (fields == null) {
      return null;
    }
    fields.only(Set.of("action", "slots"));
    var slots = fields.list(fields.required("slots"), "slots");
    return new Form(fields.text("action"), slots.stream().map(this::slot).toList());
  }

  private Slot slot(Node node) {
    var fields = new Fields(source.name(), node, problems).only(Set.of("name", "entity", "ask"));
    var entity = fields.text("entity");
    var entityNode = fields.optional("entity");
    if (entityNode != null && Entity.Kind.named(entity).isEmpty()) {
      fields.problem(entityNode, "unknown entity " + entity);
    }
    var ask = fields.mapping("ask");
    return new Slot(
        fields.text("name"),
        entity,
        perLanguage(fields, "ask", Fields::text),
        ask == null ? null : informal(ask));
  }

  private List<String> collect(Fields parent) {
    var nodes = parent.list(parent.optional("collect"), "collect");
    for (var node : nodes) {
      var entity = parent.text(node, "collect");
      if (!COLLECTED.contains(entity)) {
        parent.problem(node, "only " + COLLECTED + " can be collected, not " + entity);
      }
    }
    return nodes.stream().map(node -> parent.text(node, "collect")).toList();
  }

  private @Nullable Escalate escalate(Fields parent) {
    if (parent.optional("escalate") == null) {
      return null;
    }
    var fields = parent.mapping("escalate");
    return fields == null ? null : new Escalate(fields.only(Set.of("reason")).text("reason"));
  }
}
