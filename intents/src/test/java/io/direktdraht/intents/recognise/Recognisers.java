package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.encode.OneSpace;
import io.direktdraht.intents.text.SpokenDetector;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The recogniser of the shipped catalogue, learnt once for all tests of a build, on a fixed day.
public final class Recognisers {
  static final EntityFinder ENTITIES =
      new EntityFinder(
          InstantSource.fixed(Instant.parse("2026-03-10T10:00:00Z")),
          Products.of(List.of("Gartenbank Alva", "Hochbeet Linde", "Gießkanne Bach, 8 l", "Nora")));
  static final RecognitionSettings SETTINGS = new RecognitionSettings(ENTITIES);
  private static final List<Encoder> ENCODERS = List.of(OneSpace.bundled());
  private static final LearntRecogniser SHIPPED =
      new Models(
              List.of(Path.of("target/models"), Path.of("../intents/target/models")),
              ENCODERS,
              SETTINGS)
          .recogniser(catalogue());

  private Recognisers() {}

  public static LearntRecogniser shipped() {
    return SHIPPED;
  }

  /// Its ear for languages alone, which costs a hundredth of understanding.
  public static SpokenDetector spoken() {
    return new SpokenDetector(SHIPPED.model().languages());
  }

  public static Catalogue catalogue() {
    return switch (CatalogueFiles.bundled()) {
      case Loaded.Valid(var catalogue) -> catalogue;
      case Loaded.Broken(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  static Learning learning(Encoder... encoders) {
    return new Learning(List.of(encoders), SETTINGS);
  }
}
