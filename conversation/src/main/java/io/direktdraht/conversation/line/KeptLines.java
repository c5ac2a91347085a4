package io.direktdraht.conversation.line;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;

/// Lines that operators set up at the console, so that they outlive a restart.
public interface KeptLines {
  int LONGEST = 16_000;

  /// In the order of their names.
  List<Kept> all();

  /// Takes the place of what was kept under this name.
  void keep(Kept line);

  /// False when nothing was kept under this name.
  boolean forget(Line.Id line);

  /// `sealed`: its settings with all secrets, which only the holder of the master key can read, of
  /// at most {@link #LONGEST} characters. `by`: who set it up.
  record Kept(Line.Id line, String channel, String sealed, String by, Instant at) {
    public Kept {
      if (sealed.isEmpty() || sealed.length() > LONGEST)
        throw new IllegalArgumentException(
            "the settings of a line have 1 to %d characters sealed, had %d"
                .formatted(LONGEST, sealed.length()));
    }
  }
}
