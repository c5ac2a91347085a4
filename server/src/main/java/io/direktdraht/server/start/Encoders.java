package io.direktdraht.server.start;

import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.encode.ModelEncoder;
import io.direktdraht.intents.encode.OneSpace;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sentence encoders that the settings ask for.
public final class Encoders {
  private static final Logger LOG = LoggerFactory.getLogger(Encoders.class);

  private Encoders() {}

  /// `bundled`: the German and the English encoder in one space; `none`: no encoder at all; else a
  /// folder with an encoder of the operator's, for all languages.
  public static List<Encoder> named(String setting) {
    return switch (setting) {
      case "bundled" -> bundled();
      case "none" -> List.of();
      default -> List.of(ModelEncoder.folder(Path.of(setting)));
    };
  }

  /// Without their native library, e.g. on a processor it does not know, the rest still works.
  private static List<Encoder> bundled() {
    try {
      return List.of(OneSpace.bundled());
    } catch (LinkageError missing) {
      LOG.warn("the sentence encoders cannot run here; less is understood", missing);
      return List.of();
    }
  }
}
