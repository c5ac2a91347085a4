package io.direktdraht.intents.recognise;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where learnt models are kept, the last used few of them. Several processes may share it, and any
/// of its files may go at any time. A folder that takes nothing only costs time at the next start.
final class ModelFolder {
  private static final System.Logger LOG = System.getLogger(ModelFolder.class.getName());
  private static final int BUFFER = 1 << 20;
  private static final int MOST = 3;

  /// Longer than anybody writes at a file.
  private static final Duration STALE = Duration.ofHours(1);

  private final Path folder;

  private record Used(Path file, FileTime at) {}

  ModelFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  void keep(Model model, String name) {
    try {
      write(model, folder.resolve(name));
    } catch (IOException full) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a model cannot be kept and will be learnt again at the next start: " + folder,
          full);
    }
    tidy(folder.resolve(name)); // also when the disk is full: then it is needed most
  }

  /// It was read just now; a file of another folder stays as it is.
  void used(Path file) {
    if (!folder.equals(file.toAbsolutePath().getParent())) return;
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      LOG.log(System.Logger.Level.DEBUG, "when a model was used is not known: " + file, readOnly);
    }
  }

  /// Whole or not at all: a process that dies here leaves no half model under its name.
  private void write(Model model, Path file) throws IOException {
    Files.createDirectories(folder);
    var part = Files.createTempFile(folder, "model", ".part");
    try {
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER))) {
        model.write(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(part);
    }
  }

  /// The newest stays in any case, whatever the clocks of those who share the folder say.
  private void tidy(Path newest) {
    var models = new ArrayList<Used>();
    for (var one : files()) {
      var name = one.file.getFileName().toString();
      if (name.endsWith(".model")) models.add(one);
      else if (name.endsWith(".part") && stale(one)) delete(one.file);
    }
    models.stream()
        .sorted(
            Comparator.<Used, Boolean>comparing(one -> !one.file.equals(newest))
                .thenComparing(Used::at, Comparator.reverseOrder()))
        .skip(MOST)
        .forEach(old -> delete(old.file));
  }

  private static boolean stale(Used part) {
    return part.at.toInstant().plus(STALE).isBefore(Instant.now());
  }

  private List<Used> files() {
    try (var files = Files.list(folder)) {
      var found = new ArrayList<Used>();
      for (var file : files.toList()) {
        var used = looked(file);
        if (used != null) found.add(used);
      }
      return found;
    } catch (IOException | UncheckedIOException closed) {
      LOG.log(System.Logger.Level.DEBUG, "old models are not looked for in " + folder, closed);
      return List.of();
    }
  }

  /// Null for what is no file, or none any more.
  private static @Nullable Used looked(Path file) {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class);
      return facts.isRegularFile() ? new Used(file, facts.lastModifiedTime()) : null;
    } catch (IOException gone) {
      return null;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException readOnly) {
      LOG.log(System.Logger.Level.WARNING, "cannot be deleted: " + file, readOnly);
    }
  }
}
