package io.direktdraht.intents.catalogue;

import io.direktdraht.intents.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Follows a catalogue folder: after a change has settled, the listener gets what the folder now
/// holds; a broken change is reported and the latest valid catalogue stays.
public final class CatalogueWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CatalogueWatch.class.getName());
  private static final Duration SETTLED = Duration.ofMillis(200);

  private final Path folder;
  private final Duration quiet;
  private final Consumer<Loaded> listener;
  private final WatchService events;
  private final AtomicReference<Loaded> reported;
  private final AtomicReference<Optional<Catalogue>> latest;

  private CatalogueWatch(
      Path folder, Duration quiet, Consumer<Loaded> listener, WatchService events) {
    this.folder = folder;
    this.quiet = quiet;
    this.listener = listener;
    this.events = events;
    this.reported = new AtomicReference<>(CatalogueFiles.load(folder));
    this.latest = new AtomicReference<>(valid(reported.get()));
  }

  public static CatalogueWatch start(Path folder, Consumer<Loaded> listener) {
    return start(folder, SETTLED, listener);
  }

  /// `quiet` is how long the folder must stay unchanged, since editors write a file in several
  /// steps.
  public static CatalogueWatch start(Path folder, Duration quiet, Consumer<Loaded> listener) {
    try {
      var events = folder.getFileSystem().newWatchService();
      folder.register(
          events,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      var watch = new CatalogueWatch(folder, quiet, listener, events);
      Thread.ofVirtual().name("catalogue-watch").start(watch::follow);
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + folder, e);
    }
  }

  /// The newest catalogue of this folder that had no problem.
  public Optional<Catalogue> latest() {
    return latest.get();
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop watching " + folder, e);
    }
  }

  private void follow() {
    try {
      while (awaitChange()) {
        report();
      }
    } catch (InterruptedException | ClosedWatchServiceException closed) {
      LOG.log(System.Logger.Level.DEBUG, "no longer watching {0}", folder);
    }
  }

  /// False when the folder itself is gone, after which no event can come.
  private boolean awaitChange() throws InterruptedException {
    var key = events.take();
    while (key != null) {
      key.pollEvents();
      if (!key.reset()) {
        LOG.log(System.Logger.Level.WARNING, "{0} is gone and no longer watched", folder);
        return false;
      }
      key = events.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private void report() {
    var now = CatalogueFiles.load(folder);
    if (now.equals(reported.getAndSet(now))) {
      return;
    }
    valid(now).ifPresent(catalogue -> latest.set(Optional.of(catalogue)));
    try {
      listener.accept(now);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the listener of " + folder + " failed", e);
    }
  }

  private static Optional<Catalogue> valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var catalogue) -> Optional.of(catalogue);
      case Loaded.Broken _ -> Optional.empty();
    };
  }
}
