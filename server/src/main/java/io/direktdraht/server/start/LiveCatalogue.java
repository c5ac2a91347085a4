package io.direktdraht.server.start;

import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.bot.turn.Brains;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.CatalogueWatch;
import io.direktdraht.intents.catalogue.FolderWatch;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.catalogue.Problem;
import io.direktdraht.intents.recognise.Recogniser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalogue and the rules of escalation in use: read at the start and again when a file
/// changes; the catalogue is learnt anew, the rules hold at once. A broken change is told and
/// changes nothing.
public final class LiveCatalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);
  private static final String CATALOGUE = "catalogue";
  private static final String RULES = "rules of escalation";
  private final Path rules;
  private final Function<Catalogue, Recogniser> learning;
  private final Operator operator;
  private final Brains brains;
  private final @Nullable CatalogueWatch watch;
  private final @Nullable FolderWatch rulesWatch;
  private final AtomicReference<List<Problem>> told = new AtomicReference<>(List.of());

  /// Hears what became of a change: `what` is the catalogue or the rules.
  interface Operator {
    void inUse(String what, String version);

    void refused(String what, List<Problem> problems);
  }

  /// An operator who reads the log.
  private static final class Reader implements Operator {
    @Override
    public void inUse(String what, String version) {
      LOG.info("{} {} in use", what, version);
    }

    @Override
    public void refused(String what, List<Problem> problems) {
      LOG.error("the change of {} is broken, the old version stays:\n{}", what, lines(problems));
    }
  }

  public LiveCatalogue(Path folder, Path rules, Function<Catalogue, Recogniser> learning) {
    this(folder, rules, learning, new Reader());
  }

  LiveCatalogue(
      Path folder, Path rules, Function<Catalogue, Recogniser> learning, Operator operator) {
    this.rules = rules;
    this.learning = learning;
    this.operator = operator;
    // Watched before it is read, so that no change falls between.
    rulesWatch = Files.isRegularFile(rules) ? watch(rules) : null;
    var first = valid(publishedRules(rules));
    brains =
        switch (published(folder)) {
          case Loaded.Valid(var catalogue) ->
              new Brains(new Brain(catalogue, learning.apply(catalogue), first));
          case Loaded.Broken(var problems) ->
              throw new IllegalArgumentException("the catalogue is broken:\n" + lines(problems));
        };
    watch = Files.isDirectory(folder) ? CatalogueWatch.start(folder, this::changed) : null;
    if (rulesWatch != null) rulesWatch.follow(this::rulesChanged);
  }

  private static FolderWatch watch(Path rules) {
    return new FolderWatch(rules.toAbsolutePath().resolveSibling(""), FolderWatch.SETTLED);
  }

  /// What the folder holds; where there is no folder, what ships.
  public static Loaded published(Path folder) {
    return Files.isDirectory(folder) ? CatalogueFiles.load(folder) : CatalogueFiles.bundled();
  }

  /// The file's rules; where there is no file, those that ship.
  public static RuleFile.Read publishedRules(Path file) {
    return Files.isRegularFile(file) ? RuleFile.load(file) : RuleFile.bundled();
  }

  /// Throws {@link IllegalArgumentException} with every mistake when the rules are broken.
  public static Rules valid(RuleFile.Read read) {
    return switch (read) {
      case RuleFile.Read.Valid(var rules) -> rules;
      case RuleFile.Read.Broken(var problems) ->
          throw new IllegalArgumentException(
              "the rules of escalation are broken:\n" + lines(problems));
    };
  }

  public Brains brains() {
    return brains;
  }

  @Override
  public void close() {
    if (watch != null) watch.close();
    if (rulesWatch != null) rulesWatch.close();
  }

  private void changed(Loaded loaded) {
    switch (loaded) {
      case Loaded.Valid(var catalogue) -> publish(catalogue);
      case Loaded.Broken(var problems) -> operator.refused(CATALOGUE, problems);
    }
  }

  private void publish(Catalogue catalogue) {
    if (catalogue.version().equals(brains.current().catalogue().version())) return;
    var recogniser = learning.apply(catalogue);
    brains.publish(brain -> new Brain(catalogue, recogniser, brain.rules()));
    operator.inUse(CATALOGUE, catalogue.version());
  }

  /// Any file beside the rules may have changed; what is known is not told again.
  private void rulesChanged() {
    switch (RuleFile.load(rules)) {
      case RuleFile.Read.Valid(var changed) -> {
        told.set(List.of());
        if (changed.version().equals(brains.current().rules().version())) return;
        brains.publish(brain -> brain.with(changed));
        operator.inUse(RULES, changed.version());
      }
      case RuleFile.Read.Broken(var problems) -> {
        if (problems.equals(told.getAndSet(problems))) return;
        operator.refused(RULES, problems);
      }
    }
  }

  private static String lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
