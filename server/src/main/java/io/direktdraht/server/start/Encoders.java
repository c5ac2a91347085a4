package io.direktdraht.server.start;

import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.encode.ModelEncoder;
import io.direktdraht.intents.encode.OnnxEncoder;
import io.direktdraht.intents.encode.Student;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sentence encoders that the settings ask for.
public final class Encoders {
  private static final Logger LOG = LoggerFactory.getLogger(Encoders.class);

  private Encoders() {}

  /// `bundled`: the student and the English encoder; `none`: no encoder at all; else a folder with
  /// an encoder of the operator's, which is used for all languages beside the student.
  public static List<Encoder> named(String setting) {
    return switch (setting) {
      case "bundled" -> bundled();
      case "none" -> List.of();
      default -> List.of(Student.bundled(), ModelEncoder.folder(Path.of(setting)));
    };
  }

  /// Without its native library, e.g. on a processor it does not know, the rest still works.
  private static List<Encoder> bundled() {
    try {
      return List.of(Student.bundled(), OnnxEncoder.bundled());
    } catch (LinkageError missing) {
      LOG.warn("the English encoder cannot run here; English is understood a little less", missing);
      return List.of(Student.bundled());
    }
  }
}
