package io.direktdraht.server.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to evaluate, and where the answers go. Without a catalogue it is the published one.
public record EvaluateOrder(
    Map<Question, Path> files,
    @Nullable Path catalogue,
    boolean json,
    @Nullable Path errors,
    @Nullable Path report) {
  public EvaluateOrder {
    if (files.isEmpty())
      throw new IllegalArgumentException("evaluate needs a file, e.g. --intents FILE");
    files = Collections.unmodifiableMap(new EnumMap<>(files));
  }

  /// Something is asked that needs a catalogue.
  boolean needsBrain() {
    return files.keySet().stream().anyMatch(question -> question != Question.TRAIN_TEST);
  }
}
