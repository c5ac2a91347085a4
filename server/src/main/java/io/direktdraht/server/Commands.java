package io.direktdraht.server;

import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.encode.Encoder;
import io.direktdraht.intents.evaluate.EncodedLearner;
import io.direktdraht.intents.recognise.EntityFinder;
import io.direktdraht.intents.recognise.Models;
import io.direktdraht.intents.recognise.Products;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.RecognitionSettings;
import io.direktdraht.server.evaluate.EvaluateCommand;
import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.evaluate.Means;
import io.direktdraht.server.exchange.ExchangeCommand;
import io.direktdraht.server.exchange.ExchangeOrder;
import io.direktdraht.server.start.Encoders;
import io.direktdraht.server.start.LiveCatalogue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the product does without starting: no Spring, no database. `published` is the catalogue in
/// use, `models` where what was learnt is kept, `encoder` the setting of that name.
final class Commands {
  private final Published published;
  private final Path models;
  private final String encoder;
  private final PrintStream out;
  private final PrintStream err;
  private @Nullable Recogniser shipped;

  /// Where catalogue and rules of escalation are.
  record Published(Path catalogue, Path escalation) {}

  Commands(Published published, Path models, String encoder, PrintStream out, PrintStream err) {
    this.published = published;
    this.models = models;
    this.encoder = encoder;
    this.out = out;
    this.err = err;
  }

  int evaluate(EvaluateOrder order) {
    return switch (LiveCatalogue.publishedRules(published.escalation())) {
      case RuleFile.Read.Valid(var rules) -> evaluate(order, rules);
      case RuleFile.Read.Broken(var problems) -> {
        err.println("the rules of escalation are broken: " + problems.getFirst());
        yield 2;
      }
    };
  }

  private int evaluate(EvaluateOrder order, Rules rules) {
    var encoders = Encoders.named(encoder);
    var names = encoders.stream().map(Encoder::name).collect(Collectors.joining(", "));
    var means =
        new Means(
            this::catalogue,
            catalogue -> new Brain(catalogue, learn(catalogue), rules),
            new EncodedLearner(encoders),
            names);
    return new EvaluateCommand(means, out, err).run(order);
  }

  private Recogniser learn(Catalogue catalogue) {
    var entities = new EntityFinder(InstantSource.system(), Products.NONE);
    return new Models(List.of(models), Encoders.named(encoder), new RecognitionSettings(entities))
        .recogniser(catalogue);
  }

  int exchange(ExchangeOrder order) {
    return new ExchangeCommand(this::catalogue, this::language, err).run(order);
  }

  private Loaded catalogue(@Nullable Path folder) {
    return folder == null
        ? LiveCatalogue.published(published.catalogue())
        : CatalogueFiles.load(folder);
  }

  /// Learnt only when somebody asks.
  private Language language(String text) {
    if (shipped == null)
      shipped =
          switch (CatalogueFiles.bundled()) {
            case Loaded.Valid(var catalogue) -> learn(catalogue);
            case Loaded.Broken(var problems) ->
                throw new IllegalStateException(problems.toString());
          };
    return shipped.understand(text).language();
  }
}
