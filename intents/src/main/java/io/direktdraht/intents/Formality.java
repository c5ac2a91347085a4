package io.direktdraht.intents;

import org.jspecify.annotations.Nullable;

/// How a contact is addressed in German: formally by `Sie`, informally by `du`.
public enum Formality {
  SIE,
  DU;

  /// The informal wording where one is wanted and one is needed.
  public String of(String formal, @Nullable String informal) {
    return this == DU && informal != null ? informal : formal;
  }
}
