package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Language;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An exported Dialogflow ES agent, as its ZIP or as a folder of the same: `intents/NAME.json` with
/// the answers, `intents/NAME_usersays_LANG.json` with the examples.
public final class DialogflowReader {
  private static final Pattern SAYINGS = Pattern.compile("(.+)_usersays_([A-Za-z-]+)\\.json");

  /// `$parameter` and `#context.parameter` are filled in by Dialogflow, braces by the catalogue.
  private static final Pattern FILLED_IN = Pattern.compile("[$#][a-zA-Z]|[{}]");

  private static final int MOST_ANSWERS = 3;
  private final Path source;
  private final JsonMapper json = new JsonMapper();
  private final Foreign.Gathering found = new Foreign.Gathering();

  private DialogflowReader(Path source) {
    this.source = source;
  }

  public static Foreign read(Path source) throws BrokenForeignFile {
    return new DialogflowReader(source).all();
  }

  private Foreign all() throws BrokenForeignFile {
    try {
      if (Files.isDirectory(source)) return folder(source);
      try (var zip = FileSystems.newFileSystem(source)) {
        return folder(zip.getPath("/"));
      }
    } catch (NoSuchFileException e) {
      throw new BrokenForeignFile(source, 0, "does not exist");
    } catch (ProviderNotFoundException | ZipException e) {
      throw new BrokenForeignFile(source, 0, "is neither a ZIP file nor a folder");
    } catch (IOException e) {
      throw new BrokenForeignFile(source, 0, "cannot be read: " + e);
    }
  }

  private Foreign folder(Path root) throws IOException, BrokenForeignFile {
    List<Path> files;
    try (var all = Files.walk(root)) {
      files = all.filter(DialogflowReader::isOfAnIntent).sorted().toList();
    }
    if (files.isEmpty()) throw new BrokenForeignFile(source, 0, "holds no intents/*.json");
    var sayings =
        files.stream()
            .filter(file -> sayings(file).matches())
            .collect(Collectors.groupingBy(file -> sayings(file).replaceAll("$1")));
    for (var file : files) {
      if (sayings(file).matches()) continue;
      var base = name(file).substring(0, name(file).length() - ".json".length());
      intent(file, sayings.getOrDefault(base, List.of()));
    }
    return found.done();
  }

  private void intent(Path file, List<Path> sayings) throws BrokenForeignFile {
    var intent = parsed(file);
    var name = intent.path("name").asString("");
    if (name.isBlank()) throw broken(file, 0, "has no name");
    if (intent.path("fallbackIntent").asBoolean(false)) {
      found.note(name + ": left out, a fallback is not an intent here");
      return;
    }
    found.intent(name);
    for (var saying : sayings) {
      var code = sayings(saying);
      if (!code.matches()) continue;
      var language = language(code.group(2));
      if (language.isEmpty()) found.note(name + ": language " + code.group(2) + " left out");
      else examples(name, language.get(), parsed(saying));
    }
    for (var response : intent.path("responses"))
      for (var message : response.path("messages")) answers(name, message);
  }

  private void examples(String name, Language language, JsonNode sayings) {
    for (var saying : sayings) {
      var text =
          StreamSupport.stream(saying.path("data").spliterator(), false)
              .map(part -> part.path("text").asString(""))
              .collect(Collectors.joining());
      if (saying.path("isTemplate").asBoolean(false))
        found.note(name + ": template \"" + text + "\" left out");
      else found.example(name, language, text);
    }
  }

  /// Only plain text; cards, quick replies and payloads belong to a channel.
  private void answers(String name, JsonNode message) {
    if (!message.path("type").asString("").equals("0")) {
      found.note(name + ": an answer that is not text left out");
      return;
    }
    var language = language(message.path("lang").asString(""));
    if (language.isEmpty()) return;
    var speech = message.path("speech");
    var texts = speech.isArray() ? speech.values().stream().toList() : List.of(speech);
    texts.stream()
        .map(text -> text.asString(""))
        .filter(text -> !text.isBlank())
        .limit(MOST_ANSWERS)
        .forEach(text -> {
          if (FILLED_IN.matcher(text).find())
            found.note(name + ": answer \"" + text + "\" left out, Dialogflow fills it in");
          else found.answer(name, language.get(), text);
        });
  }

  private JsonNode parsed(Path file) throws BrokenForeignFile {
    try {
      return json.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw broken(file, place == null ? 0 : place.getLineNr(), "is not JSON");
    } catch (IOException e) {
      throw broken(file, 0, "cannot be read: " + e);
    }
  }

  /// Names the file inside the ZIP too.
  private BrokenForeignFile broken(Path file, int line, String message) {
    var place = Files.isDirectory(source) ? file : source.resolve("intents").resolve(name(file));
    return new BrokenForeignFile(place, line, message);
  }

  private static Optional<Language> language(String code) {
    return switch (code.toLowerCase(Locale.ROOT).split("-", 2)[0]) {
      case "de" -> Optional.of(Language.DE);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  private static boolean isOfAnIntent(Path file) {
    var folder = file.getParent();
    return folder != null
        && folder.getFileName() != null
        && name(folder).equals("intents")
        && name(file).endsWith(".json");
  }

  private static Matcher sayings(Path file) {
    return SAYINGS.matcher(name(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
