package io.direktdraht.intents.recognise;

import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import java.time.Instant;
import java.time.InstantSource;

/// The recogniser of the shipped catalogue, learnt once for all tests, on a fixed day.
public final class Recognisers {
  private static final LinearRecogniser SHIPPED = learnt();

  private Recognisers() {}

  public static LinearRecogniser shipped() {
    return SHIPPED;
  }

  static LinearRecogniser learnt() {
    return switch (CatalogueFiles.bundled()) {
      case Loaded.Valid(var catalogue) ->
          LinearTraining.learn(
              catalogue, InstantSource.fixed(Instant.parse("2026-03-10T10:00:00Z")));
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
