package io.direktdraht.bot;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;

/// The catalogue that ships with the product.
public final class Catalogues {
  private static final Catalogue SHIPPED = read();

  private Catalogues() {}

  public static Catalogue shipped() {
    return SHIPPED;
  }

  private static Catalogue read() {
    return switch (CatalogueFiles.bundled()) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
