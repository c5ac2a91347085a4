package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Rasa 3 training data: the intents under `nlu`. What else such a file may hold is noted, not
/// read. `metadata: {language: de}`, as the export writes it, comes before `language`.
public final class RasaReader {
  private static final int LARGEST = 200 << 20;

  /// `[text](entity)`, `[text]{"entity": …}` or `[text][{"entity": …}, …]`.
  private static final Pattern ENTITY =
      Pattern.compile("\\[([^\\]]+?)](?:\\([^)]*\\)|\\{[^}]*}|\\[\\{.*?}])");

  private static final Set<String> SILENT = Set.of("version", "nlu");
  private final Path file;
  private final Function<String, Language> language;
  private final Foreign.Gathering found = new Foreign.Gathering();

  private RasaReader(Path file, Function<String, Language> language) {
    this.file = file;
    this.language = language;
  }

  /// `language` tells that of an example.
  public static Foreign read(Path file, Function<String, Language> language)
      throws BrokenForeignFile {
    return new RasaReader(file, language).all();
  }

  static String withoutEntities(String example) {
    return ENTITY.matcher(example).replaceAll("$1");
  }

  private Foreign all() throws BrokenForeignFile {
    var root = fields(root(), "a Rasa file");
    root.keySet().stream()
        .filter(key -> !SILENT.contains(key))
        .forEach(key -> found.note(key + ": not read, only nlu is"));
    if (!(root.get("nlu") instanceof SequenceNode nlu))
      throw new BrokenForeignFile(file, 1, "holds no list nlu");
    for (var item : nlu.getValue()) section(item);
    return found.done();
  }

  private Node root() throws BrokenForeignFile {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    try {
      var root = new Yaml(options).compose(new StringReader(Files.readString(file)));
      if (root == null) throw new BrokenForeignFile(file, 0, "is empty");
      return root;
    } catch (NoSuchFileException e) {
      throw new BrokenForeignFile(file, 0, "does not exist");
    } catch (CharacterCodingException e) {
      throw new BrokenForeignFile(file, 0, "is not UTF-8");
    } catch (IOException e) {
      throw new BrokenForeignFile(file, 0, "cannot be read: " + e);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      throw new BrokenForeignFile(file, line, "broken YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new BrokenForeignFile(file, 0, "broken YAML: " + e.getMessage());
    }
  }

  private void section(Node node) throws BrokenForeignFile {
    var fields = fields(node, "an entry of nlu");
    if (!(fields.get("intent") instanceof ScalarNode intent)) {
      var kind = fields.isEmpty() ? "entry" : fields.keySet().iterator().next();
      var name = fields.get(kind) instanceof ScalarNode scalar ? " " + scalar.getValue() : "";
      found.note(kind + name + ": not read, only intents are");
      return;
    }
    var name = intent.getValue();
    var told = told(fields.get("metadata"));
    found.intent(name);
    switch (fields.get("examples")) {
      case ScalarNode block -> block(name, told, block);
      case SequenceNode list -> list(name, told, list);
      case null, default -> found.note(name + ": has no examples");
    }
  }

  private void block(String name, @Nullable Language told, ScalarNode block) {
    int number = line(block);
    for (var line : block.getValue().lines().toList()) {
      number++; // a literal block begins below its bar
      if (line.isBlank()) continue;
      if (line.startsWith("-")) example(name, told, line.substring(1));
      else found.note(name + ": line " + number + " does not begin with \"-\" and is left out");
    }
  }

  private void list(String name, @Nullable Language told, SequenceNode list)
      throws BrokenForeignFile {
    for (var item : list.getValue()) {
      if (item instanceof ScalarNode text) {
        example(name, told, text.getValue());
        continue;
      }
      var fields = fields(item, "an example");
      var own = told(fields.get("metadata"));
      if (fields.get("text") instanceof ScalarNode text)
        example(name, own == null ? told : own, text.getValue());
      else found.note(name + ": an example in line " + line(item) + " has no text");
    }
  }

  private void example(String name, @Nullable Language told, String example) {
    var text = withoutEntities(example.strip());
    found.example(name, told == null ? language.apply(text) : told, text);
  }

  private @Nullable Language told(@Nullable Node metadata) throws BrokenForeignFile {
    if (!(metadata instanceof MappingNode)) return null;
    if (!(fields(metadata, "metadata").get("language") instanceof ScalarNode code)) return null;
    return switch (code.getValue()) {
      case "de" -> Language.DE;
      case "en" -> Language.EN;
      default -> null;
    };
  }

  private Map<String, Node> fields(Node node, String what) throws BrokenForeignFile {
    if (!(node instanceof MappingNode mapping))
      throw new BrokenForeignFile(file, line(node), what + " must have keys with values");
    var fields = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue())
      if (tuple.getKeyNode() instanceof ScalarNode key)
        fields.put(key.getValue(), tuple.getValueNode());
    return fields;
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }
}
