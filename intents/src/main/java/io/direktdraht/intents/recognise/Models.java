package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.encode.RememberingEncoder;
import io.direktdraht.intents.learn.Sample;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Recognisers by what they are learnt from: kept on disk under the hash of the catalogue, the
/// training texts and the encoders, so that a start does not learn again what is known. Only those
/// used last stay.
public final class Models {
  private static final System.Logger LOG = System.getLogger(Models.class.getName());

  /// Raise it whenever the same data would give another model.
  private static final String VERSION = "12";

  private static final int BUFFER = 1 << 20;
  private final List<Path> folders;
  private final ModelFolder own;
  private final List<Encoder> encoders;
  private final RecognitionSettings settings;

  /// New models go to the first folder; the others are only read.
  public Models(List<Path> folders, List<Encoder> encoders, RecognitionSettings settings) {
    this.folders = List.copyOf(folders);
    this.own = new ModelFolder(folders.getFirst());
    this.encoders = encoders.stream().map(this::remembering).toList();
    this.settings = settings;
  }

  private Encoder remembering(Encoder encoder) {
    var file = encoder.name().replaceAll("[^A-Za-z0-9.-]+", "_") + ".points";
    return new RememberingEncoder(encoder, folders.stream().map(f -> f.resolve(file)).toList());
  }

  public LearntRecogniser recogniser(Catalogue catalogue) {
    var name = hash(catalogue, TrainingData.shipped()) + ".model";
    return folders.stream()
        .flatMap(folder -> read(folder.resolve(name)).stream())
        .findFirst()
        .map(model -> new LearntRecogniser(model, settings))
        .orElseGet(() -> learn(catalogue, name));
  }

  private LearntRecogniser learn(Catalogue catalogue, String name) {
    long before = System.nanoTime();
    var recogniser = new Learning(encoders, settings).learn(catalogue);
    LOG.log(
        System.Logger.Level.INFO,
        "catalogue {0} learnt in {1} s, {2} % right in cross-validation",
        catalogue.version(),
        (System.nanoTime() - before) / 1_000_000_000,
        Math.round(1000 * recogniser.heldOutAccuracy()) / 10.0);
    own.keep(recogniser.model(), name);
    return recogniser;
  }

  private Optional<Model> read(Path file) {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      var model = Model.read(in, encoders);
      own.used(file);
      return Optional.of(model);
    } catch (NoSuchFileException unknown) {
      return Optional.empty();
    } catch (IOException | RuntimeException broken) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a model on disk is broken and is learnt anew: " + file,
          broken);
      return Optional.empty();
    }
  }

  private String hash(Catalogue catalogue, TrainingData data) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, VERSION);
      add(digest, catalogue.version());
      for (var encoder : encoders) add(digest, encoder.name());
      for (Sample sample : data.all())
        add(digest, sample.language().code() + "\t" + sample.label() + "\t" + sample.text());
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
