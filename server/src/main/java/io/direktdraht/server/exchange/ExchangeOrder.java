package io.direktdraht.server.exchange;

import io.direktdraht.intents.Language;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to carry over from another tool, or to one.
public sealed interface ExchangeOrder {
  /// Where no language is given, each example tells its own.
  record Import(ForeignFormat from, Path file, Path into, @Nullable Language language)
      implements ExchangeOrder {}

  /// Without a catalogue it is the published one.
  record Export(ForeignFormat to, Path file, @Nullable Path catalogue) implements ExchangeOrder {
    public Export {
      if (to == ForeignFormat.DIALOGFLOW)
        throw new IllegalArgumentException("--to must be one of rasa, csv, was dialogflow");
    }
  }
}
