package io.direktdraht.bot.turn;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.recognise.Recogniser;

/// One catalogue version and the recogniser learnt from it; they change together, never apart.
public record Brain(Catalogue catalogue, Recogniser recogniser) {
  public Brain {
    if (!catalogue.version().equals(recogniser.catalogueVersion()))
      throw new IllegalArgumentException(
          "catalogue "
              + catalogue.version()
              + " with a recogniser of "
              + recogniser.catalogueVersion());
  }
}
