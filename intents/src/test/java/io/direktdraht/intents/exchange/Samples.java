package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// Files as other tools write them, and the shipped catalogue.
final class Samples {
  static final Catalogue NOTHING = new Catalogue("", Map.of());

  private static final Set<String> GERMAN = Set.of("wann", "wie", "guten", "nein", "was");

  private Samples() {}

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Samples.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// Told by the first word.
  static Function<String, Language> language() {
    return text ->
        GERMAN.contains(text.split("\\s")[0].toLowerCase(Locale.ROOT)) ? Language.DE : Language.EN;
  }

  static Catalogue shipped() {
    return valid(CatalogueFiles.bundled());
  }

  static Catalogue valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
