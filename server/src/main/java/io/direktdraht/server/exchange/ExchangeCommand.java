package io.direktdraht.server.exchange;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.exchange.BrokenForeignFile;
import io.direktdraht.intents.exchange.CatalogueImport;
import io.direktdraht.intents.exchange.CsvCatalogue;
import io.direktdraht.intents.exchange.DialogflowReader;
import io.direktdraht.intents.exchange.Foreign;
import io.direktdraht.intents.exchange.RasaReader;
import io.direktdraht.intents.exchange.RasaWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out `./direktdraht import` and `export`; what was done and what was left out is told on
/// `err`.
public final class ExchangeCommand {
  private static final int DONE = 0;
  private static final int UNUSABLE = 2;
  private final Function<@Nullable Path, Loaded> catalogues;
  private final Function<String, Language> languages;
  private final PrintStream err;

  /// `languages` tells in which language an example is written.
  public ExchangeCommand(
      Function<@Nullable Path, Loaded> catalogues,
      Function<String, Language> languages,
      PrintStream err) {
    this.catalogues = catalogues;
    this.languages = languages;
    this.err = err;
  }

  /// The exit status: 2 when a file cannot be used or would be written over.
  public int run(ExchangeOrder order) {
    try {
      switch (order) {
        case ExchangeOrder.Import read -> bringIn(read);
        case ExchangeOrder.Export write -> bringOut(write);
      }
      return DONE;
    } catch (BrokenForeignFile | Unusable broken) {
      err.println(broken.getMessage());
    } catch (FileAlreadyExistsException there) {
      err.println(there.getMessage() + ": exists already, nothing was imported");
    } catch (IOException unwritten) {
      err.println("cannot be written: " + unwritten);
    }
    return UNUSABLE;
  }

  private void bringIn(ExchangeOrder.Import order) throws BrokenForeignFile, Unusable, IOException {
    var result = CatalogueImport.of(foreign(order), present(order.into()));
    if (result.files().isEmpty())
      throw new Unusable(order.file() + ": holds no intent with an example");
    result.writeInto(order.into());
    result.notes().forEach(err::println);
    err.println("imported " + result.files().size() + " intents into " + order.into());
  }

  private Foreign foreign(ExchangeOrder.Import order) throws BrokenForeignFile {
    var told = order.language();
    Function<String, Language> language = told == null ? languages : _ -> told;
    return switch (order.from()) {
      case RASA -> RasaReader.read(order.file(), language);
      case DIALOGFLOW -> DialogflowReader.read(order.file());
      case CSV -> CsvCatalogue.read(order.file(), language);
    };
  }

  private void bringOut(ExchangeOrder.Export order) throws Unusable, IOException {
    var catalogue = valid(catalogues.apply(order.catalogue()));
    switch (order.to()) {
      case RASA -> {
        var rasa = RasaWriter.of(catalogue);
        Files.writeString(order.file(), rasa.text());
        rasa.notes().forEach(err::println);
      }
      case CSV -> Files.writeString(order.file(), CsvCatalogue.write(catalogue));
      case DIALOGFLOW -> throw new IllegalStateException("no export order names dialogflow");
    }
    err.println("exported " + catalogue.intents().size() + " intents to " + order.file());
  }

  /// What the imported intents join: nothing where the folder is new or holds no intent.
  private static Catalogue present(Path into) throws Unusable, IOException {
    if (!Files.isDirectory(into)) return new Catalogue("", Map.of());
    try (var files = Files.list(into)) {
      if (files.noneMatch(file -> file.toString().endsWith(".yaml")))
        return new Catalogue("", Map.of());
    }
    return valid(CatalogueFiles.load(into));
  }

  private static Catalogue valid(Loaded loaded) throws Unusable {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) ->
          throw new Unusable("the catalogue is broken: " + problems.getFirst());
    };
  }

  /// Something given cannot be worked with.
  private static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }
}
