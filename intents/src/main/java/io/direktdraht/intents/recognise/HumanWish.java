package io.direktdraht.intents.recognise;

import java.util.List;

/// Whether the customer asks for a person, and the words that say so, verbatim.
public record HumanWish(boolean wanted, List<String> words) {
  public static final HumanWish NONE = new HumanWish(false, List.of());

  public HumanWish {
    words = List.copyOf(words);
  }
}
