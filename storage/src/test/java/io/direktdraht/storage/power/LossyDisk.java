package io.direktdraht.storage.power;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A disk for H2 that keeps what was not forced only in memory and loses it when the power is cut.
/// File contents are what it is about: names and sizes are kept at once. Every time the power comes
/// on it has a new scheme, so that H2 cannot know what it had in memory before.
public final class LossyDisk extends FilePathWrapper {
  private static final AtomicInteger TIMES = new AtomicInteger();
  private static final Map<String, Map<String, LossyFile>> FILES = new ConcurrentHashMap<>();
  private final @Nullable String scheme;

  /// For H2, which makes a new one for every path.
  public LossyDisk() {
    this(null);
  }

  private LossyDisk(@Nullable String scheme) {
    this.scheme = scheme;
  }

  /// The power is on.
  public static LossyDisk on() {
    var disk = new LossyDisk("lossy" + TIMES.incrementAndGet());
    FILES.put(disk.getScheme(), new HashMap<>());
    FilePath.register(disk);
    return disk;
  }

  /// The URL of a database on this disk.
  public String url(Path folder) {
    return "jdbc:h2:" + getScheme() + ":" + folder.resolve("direktdraht");
  }

  /// The power fails: of the writes that were not forced only those that `survives` accepts are on
  /// disk. Whoever has a file open can no longer use it. How many writes were lost.
  public int cut(Predicate<LossyFile.Write> survives) {
    var files = files();
    synchronized (files) {
      return files.values().stream().mapToInt(file -> file.cut(survives)).sum();
    }
  }

  /// Writes that a cut would take.
  public int unforced() {
    var files = files();
    synchronized (files) {
      return files.values().stream().mapToInt(LossyFile::unforced).sum();
    }
  }

  @Override
  public String getScheme() {
    return scheme == null ? name.substring(0, name.indexOf(':')) : scheme;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    var files = files();
    var path = getBase().toString();
    synchronized (files) {
      var file = files.get(path);
      if (file == null || file.closed()) {
        file = new LossyFile(getBase().open(mode));
        files.put(path, file);
      }
      return new LossyChannel(file);
    }
  }

  private Map<String, LossyFile> files() {
    return FILES.get(getScheme());
  }
}
