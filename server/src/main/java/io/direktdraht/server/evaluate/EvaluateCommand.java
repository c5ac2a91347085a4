package io.direktdraht.server.evaluate;

import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.evaluate.BrokenEvaluationFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries out `./direktdraht evaluate`. `out` gets the answers and nothing else.
public final class EvaluateCommand {
  private static final int DONE = 0;
  private static final int UNUSABLE = 2;
  private final Means means;
  private final PrintStream out;
  private final PrintStream err;

  public EvaluateCommand(Means means, PrintStream out, PrintStream err) {
    this.means = means;
    this.out = out;
    this.err = err;
  }

  /// The exit status: 2 when a file cannot be used.
  public int run(EvaluateOrder order) {
    Consumer<String> teller = order.json() ? _ -> {} : err::println;
    try {
      for (var file : order.files().entrySet()) Evaluating.check(file.getKey(), file.getValue());
      var brain = order.needsBrain() ? brain(order, teller) : null;
      var results = results(order, brain, teller);
      out.print(order.json() ? new ScoreJson().write(results) + "\n" : ScoreText.write(results));
      out.flush();
      if (order.report() != null) Files.writeString(order.report(), HtmlReport.of(results));
      return DONE;
    } catch (BrokenEvaluationFile | UnusableCatalogue broken) {
      err.println(broken.getMessage());
    } catch (IOException unwritten) {
      err.println("cannot be written: " + unwritten);
    }
    return UNUSABLE;
  }

  private List<Result> results(EvaluateOrder order, @Nullable Brain brain, Consumer<String> teller)
      throws BrokenEvaluationFile, IOException {
    var evaluating = new Evaluating(means, brain, teller);
    var results = new ArrayList<Result>();
    try (var errors = new ErrorsFile(order.errors())) {
      for (var file : order.files().entrySet())
        results.add(evaluating.answer(file.getKey(), file.getValue(), errors.of(file.getKey())));
    }
    return results;
  }

  private Brain brain(EvaluateOrder order, Consumer<String> teller) throws UnusableCatalogue {
    return switch (means.catalogues().apply(order.catalogue())) {
      case Loaded.Valid(var catalogue) -> {
        teller.accept("learning " + catalogue.intents().size() + " intents");
        yield means.learning().apply(catalogue);
      }
      case Loaded.Broken(var problems) ->
          throw new UnusableCatalogue(problems.getFirst().toString());
    };
  }

  /// The catalogue has a mistake.
  private static final class UnusableCatalogue extends Exception {
    UnusableCatalogue(String message) {
      super("the catalogue is broken: " + message);
    }
  }
}
