package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Catalogue;
import java.util.List;

/// What came of reading a folder: a catalogue, or everything that is wrong with it.
public sealed interface Loaded {
  record Valid(Catalogue catalogue) implements Loaded {}

  record Broken(List<Problem> problems) implements Loaded {
    public Broken {
      problems = List.copyOf(problems);
    }
  }
}
