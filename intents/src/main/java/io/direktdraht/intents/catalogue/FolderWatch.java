package io.direktdraht.intents.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Follows one folder and tells of a change once it has settled, since editors write a file in
/// several steps.
public final class FolderWatch implements AutoCloseable {
  /// So long a folder must stay unchanged by default.
  public static final Duration SETTLED = Duration.ofMillis(200);

  private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
  private final Path folder;
  private final Duration quiet;
  private final WatchService events;

  /// From here on no change is missed; it is told once somebody follows.
  public FolderWatch(Path folder, Duration quiet) {
    this.folder = folder;
    this.quiet = quiet;
    try {
      events = folder.getFileSystem().newWatchService();
      folder.register(
          events,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + folder, e);
    }
  }

  /// Tells of every change until this is closed, one after the other.
  public void follow(Runnable changed) {
    Thread.ofVirtual().name("folder-watch").start(() -> watch(changed));
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop watching " + folder, e);
    }
  }

  private void watch(Runnable changed) {
    try {
      while (awaitChange()) tell(changed);
    } catch (InterruptedException | ClosedWatchServiceException closed) {
      LOG.log(System.Logger.Level.DEBUG, "no longer watching {0}", folder);
    }
  }

  private void tell(Runnable changed) {
    try {
      changed.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the listener of " + folder + " failed", e);
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
}
