package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Examples as a table with the columns `intent,lang,text`.
public final class CsvCatalogue {
  private static final List<String> HEADER = List.of("intent", "lang", "text");

  private CsvCatalogue() {}

  /// `language` tells that of an example whose `lang` is empty.
  public static Foreign read(Path file, Function<String, Language> language)
      throws BrokenForeignFile {
    var rows = table(file).rows();
    if (rows.isEmpty() || !rows.getFirst().fields().equals(HEADER))
      throw new BrokenForeignFile(file, 1, "expected the header " + String.join(",", HEADER));
    var found = new Foreign.Gathering();
    for (var row : rows.subList(1, rows.size())) {
      var fields = row.fields();
      if (fields.size() != HEADER.size())
        throw new BrokenForeignFile(
            file, row.line(), "expected " + HEADER.size() + " fields, found " + fields.size());
      var text = fields.get(2);
      if (fields.get(0).isBlank() || text.isBlank())
        throw new BrokenForeignFile(file, row.line(), "intent and text must not be empty");
      var spoken =
          switch (fields.get(1)) {
            case "de" -> Language.DE;
            case "en" -> Language.EN;
            case "" -> language.apply(text);
            default ->
                throw new BrokenForeignFile(
                    file, row.line(), "lang cannot be \"" + fields.get(1) + "\"");
          };
      found.example(fields.get(0), spoken, text);
    }
    return found.done();
  }

  public static String write(Catalogue catalogue) {
    var table = new StringBuilder(CsvTable.row(HEADER.toArray(String[]::new)));
    for (var intent : catalogue.intents().values())
      for (var language : Language.values())
        for (var example : intent.examples(language))
          table.append(CsvTable.row(intent.id(), language.code(), example));
    return table.toString();
  }

  private static CsvTable table(Path file) throws BrokenForeignFile {
    try {
      return CsvTable.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new BrokenForeignFile(file, 0, "does not exist");
    } catch (CharacterCodingException e) {
      throw new BrokenForeignFile(file, 0, "is not UTF-8");
    } catch (IOException e) {
      throw new BrokenForeignFile(file, 0, "cannot be read: " + e);
    } catch (CsvTable.Malformed e) {
      throw new BrokenForeignFile(file, e.line, String.valueOf(e.getMessage()));
    }
  }
}
