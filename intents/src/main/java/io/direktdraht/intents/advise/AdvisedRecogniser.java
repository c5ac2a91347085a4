package io.direktdraht.intents.advise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.advise.Adviser.Advice;
import io.direktdraht.intents.advise.Adviser.Option;
import io.direktdraht.intents.advise.Adviser.Question;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.recognise.Verdict;
import io.direktdraht.intents.text.Spoken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The last stage of recognising: asks an adviser what an unclear message means, never longer than
/// a deadline. Who wishes a person, is upset or in danger, or has something too big for a bot is
/// not asked about: nothing that an adviser says could keep them from a person. Without an advice
/// that can be used, what was understood before stands.
public final class AdvisedRecogniser implements Recogniser {
  private static final System.Logger LOG = System.getLogger(AdvisedRecogniser.class.getName());
  private static final int EXAMPLES = 2;
  private final Recogniser recogniser;
  private final Catalogue catalogue;
  private final Adviser adviser;
  private final Patience patience;

  public AdvisedRecogniser(
      Recogniser recogniser, Catalogue catalogue, Adviser adviser, Patience patience) {
    this.recogniser = recogniser;
    this.catalogue = catalogue;
    this.adviser = adviser;
    this.patience = patience;
  }

  @Override
  public Understanding understand(String text) {
    var understood = recogniser.understand(text);
    if (!unclear(understood) || patience.resting()) return understood;
    return switch (asked(question(text, understood))) {
      case Advice.Meant(var intent) when catalogue.has(intent) -> understood.advised(intent);
      case Advice.Meant _ -> left(understood, "it named no intent of the catalogue");
      case Advice.NoneOfThese() -> understood.strange();
      case Advice.Failed(var why) -> {
        patience.rest();
        yield left(understood, why);
      }
    };
  }

  @Override
  public String catalogueVersion() {
    return recogniser.catalogueVersion();
  }

  private static boolean unclear(Understanding understood) {
    return !(understood.verdict() instanceof Verdict.Sure)
        && understood.requests().isEmpty()
        && understood.spoken() != Spoken.OTHER
        && !understood.humanWish().wanted()
        && !understood.emotion().strong()
        && understood.gravity() == Gravity.NONE;
  }

  private Question question(String text, Understanding understood) {
    var language = understood.language();
    var options =
        catalogue.intents().values().stream()
            .map(intent -> {
              var examples = intent.examples(language);
              return new Option(
                  intent.id(),
                  intent.title(language),
                  examples.subList(0, Math.min(EXAMPLES, examples.size())));
            })
            .toList();
    return new Question(text, language, options);
  }

  /// On a thread of its own: an adviser that hangs is left alone.
  private Advice asked(Question question) {
    var advice = new CompletableFuture<Advice>();
    var thread =
        Thread.ofVirtual()
            .name("adviser")
            .start(() -> {
              try {
                advice.complete(adviser.advise(question));
              } catch (RuntimeException failed) {
                advice.complete(new Advice.Failed(String.valueOf(failed)));
              }
            });
    try {
      return advice
          .completeOnTimeout(
              new Advice.Failed("no answer within " + patience.deadline()),
              patience.deadline().toMillis(),
              TimeUnit.MILLISECONDS)
          .join();
    } finally {
      thread.interrupt();
    }
  }

  private static Understanding left(Understanding understood, String why) {
    LOG.log(System.Logger.Level.WARNING, "no advice: {0}", why);
    return understood;
  }
}
