package io.direktdraht.server.start;

import io.direktdraht.bot.turn.Brain;
import io.direktdraht.bot.turn.Brains;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.CatalogueWatch;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.recognise.Models;
import io.direktdraht.intents.recognise.RememberingRecogniser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalogue in use: read at the start, learnt, and learnt again when a file changes. A broken
/// change is told and changes nothing.
public final class LiveCatalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);
  private final Models models;
  private final Brains brains;
  private final @Nullable CatalogueWatch watch;

  public LiveCatalogue(Path folder, Models models) {
    this.models = models;
    brains =
        switch (published(folder)) {
          case Loaded.Valid(var catalogue) -> new Brains(learn(catalogue));
          case Loaded.Broken broken ->
              throw new IllegalArgumentException("the catalogue is broken:\n" + told(broken));
        };
    watch = Files.isDirectory(folder) ? CatalogueWatch.start(folder, this::changed) : null;
  }

  /// What the folder holds; where there is no folder, what ships.
  public static Loaded published(Path folder) {
    return Files.isDirectory(folder) ? CatalogueFiles.load(folder) : CatalogueFiles.bundled();
  }

  public Brains brains() {
    return brains;
  }

  @Override
  public void close() {
    if (watch != null) watch.close();
  }

  private void changed(Loaded loaded) {
    switch (loaded) {
      case Loaded.Valid(var catalogue) -> publish(catalogue);
      case Loaded.Broken broken ->
          LOG.error("the changed catalogue is broken, the old one stays:\n{}", told(broken));
    }
  }

  private void publish(Catalogue catalogue) {
    if (catalogue.version().equals(brains.current().catalogue().version())) return;
    brains.publish(learn(catalogue));
    LOG.info("catalogue {} is in use", catalogue.version());
  }

  private Brain learn(Catalogue catalogue) {
    return new Brain(catalogue, new RememberingRecogniser(models.recogniser(catalogue)));
  }

  private static String told(Loaded.Broken broken) {
    return broken.problems().stream()
        .map(problem -> problem.file() + ":" + problem.line() + ": " + problem.message())
        .collect(Collectors.joining("\n"));
  }
}
