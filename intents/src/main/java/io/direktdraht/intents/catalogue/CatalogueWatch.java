package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Follows a catalogue folder: after a change has settled, the listener gets what the folder now
/// holds; a broken change is reported and the latest valid catalogue stays.
public final class CatalogueWatch implements AutoCloseable {
  private final Path folder;
  private final Consumer<Loaded> listener;
  private final FolderWatch watch;
  private final AtomicReference<Loaded> reported;
  private final AtomicReference<Optional<Catalogue>> latest;

  private CatalogueWatch(Path folder, Consumer<Loaded> listener, FolderWatch watch) {
    this.folder = folder;
    this.listener = listener;
    this.watch = watch;
    this.reported = new AtomicReference<>(CatalogueFiles.load(folder));
    this.latest = new AtomicReference<>(valid(reported.get()));
  }

  public static CatalogueWatch start(Path folder, Consumer<Loaded> listener) {
    return start(folder, FolderWatch.SETTLED, listener);
  }

  /// `quiet` is how long the folder must stay unchanged.
  public static CatalogueWatch start(Path folder, Duration quiet, Consumer<Loaded> listener) {
    var watch = new CatalogueWatch(folder, listener, new FolderWatch(folder, quiet));
    watch.watch.follow(watch::report);
    return watch;
  }

  /// The newest catalogue of this folder that had no problem.
  public Optional<Catalogue> latest() {
    return latest.get();
  }

  @Override
  public void close() {
    watch.close();
  }

  private void report() {
    var now = CatalogueFiles.load(folder);
    if (now.equals(reported.getAndSet(now))) {
      return;
    }
    valid(now).ifPresent(catalogue -> latest.set(Optional.of(catalogue)));
    listener.accept(now);
  }

  private static Optional<Catalogue> valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> Optional.of(catalogue);
      case Loaded.Broken _ -> Optional.empty();
    };
  }
}
