package io.direktdraht.channel.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The languages that we answer in, by the tags of clients (BCP 47), e.g. "de-AT".
public final class Languages {
  private static final Set<String> OURS = Set.of("de", "en");

  private Languages() {}

  /// Null for a language that is not ours.
  public static @Nullable String of(String tag) {
    var primary = tag.strip().split("[-_,;]", 2)[0].toLowerCase(Locale.ROOT);
    return OURS.contains(primary) ? primary : null;
  }
}
