package io.direktdraht.server.evaluate;

import io.direktdraht.bot.evaluate.Script;
import io.direktdraht.bot.evaluate.Script.Expected;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.evaluate.LineFile;
import io.direktdraht.intents.evaluate.LineFile.BadLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `conversations.jsonl`: one JSON object a line.
final class ConversationLines {
  private final JsonMapper json = new JsonMapper();

  LineFile<Script> in(Path file) {
    return new LineFile<>(file, null, this::script);
  }

  private Script script(String line) throws BadLine {
    try {
      var node = json.readTree(line);
      if (!node.isObject()) throw new BadLine("expected a JSON object");
      var turns = turns(node.path("turns"));
      return new Script(
          text(node, "id"), language(text(node, "lang")), turns, expected(node, turns.size()));
    } catch (JacksonException e) {
      throw new BadLine("is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new BadLine(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> turns(JsonNode node) throws BadLine {
    var turns = new ArrayList<String>();
    if (!node.isArray()) throw new BadLine("turns must be a list");
    for (var turn : node) {
      if (!turn.isString() || turn.stringValue().isBlank())
        throw new BadLine("turns cannot hold " + turn);
      turns.add(turn.stringValue());
    }
    return turns;
  }

  /// Where no turn is named, a person must come by the last.
  private static Expected expected(JsonNode node, int last) throws BadLine {
    var due = node.path("by_turn");
    boolean open = due.isMissingNode() || due.isNull();
    if (!open && !due.isInt()) throw new BadLine("by_turn must be a number or null, was " + due);
    var expected = text(node, "expected");
    return switch (expected) {
      case "bot" -> new Expected.Bot();
      case "escalate" -> new Expected.Person(open ? last : due.intValue());
      default -> throw new BadLine("expected cannot be \"" + expected + "\"");
    };
  }

  private static Language language(String code) throws BadLine {
    return switch (code) {
      case "de" -> Language.DE;
      case "en" -> Language.EN;
      default -> throw new BadLine("lang cannot be \"" + code + "\"");
    };
  }

  private static String text(JsonNode node, String name) throws BadLine {
    var value = node.path(name);
    if (!value.isString() || value.stringValue().isBlank())
      throw new BadLine(name + " must be a text");
    return value.stringValue();
  }
}
