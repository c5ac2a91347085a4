package io.direktdraht.bot.turn;

import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.recognise.Recogniser;

/// One catalogue version, the recogniser learnt from it, and the rules by which the bot lets go;
/// they change together, never apart.
public record Brain(Catalogue catalogue, Recogniser recogniser, Rules rules) {
  public Brain {
    if (!catalogue.version().equals(recogniser.catalogueVersion()))
      throw new IllegalArgumentException(
          "catalogue "
              + catalogue.version()
              + " with a recogniser of "
              + recogniser.catalogueVersion());
  }

  /// Names everything a decision depends on. Changed rules alone need no new learning, so that they
  /// have a name of their own in it.
  public String version() {
    return catalogue.version() + "." + rules.version();
  }

  public Brain with(Rules other) {
    return new Brain(catalogue, recogniser, other);
  }
}
