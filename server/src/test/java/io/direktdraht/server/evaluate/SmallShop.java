package io.direktdraht.server.evaluate;

import io.direktdraht.bot.escalation.RuleFile;
import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.catalogue.CatalogueFiles;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.evaluate.TextLearner.Judged;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Feeling;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Reaction;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.RecognitionBands;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.text.Spoken;
import io.direktdraht.server.start.LiveCatalogue;
import java.util.List;

/// The shipped catalogue with a brain that learns nothing: a text means the intent it begins with.
/// `human` is a wish for a person, `angry` an emotion, any other word is not understood.
final class SmallShop {
  private SmallShop() {}

  static Means means() {
    return new Means(
        folder -> folder == null ? CatalogueFiles.bundled() : CatalogueFiles.load(folder),
        SmallShop::brain,
        train -> text -> new Judged(train.getFirst().label(), 0.9, text.length()),
        "small");
  }

  /// Nothing may be learnt.
  static Means withoutBrain() {
    return new Means(
        _ -> new Loaded.Broken(List.of()),
        _ -> {
          throw new AssertionError("learnt");
        },
        train -> text -> new Judged(train.getFirst().label(), 0.9, text.length()),
        "");
  }

  private static Brain brain(Catalogue catalogue) {
    return new Brain(
        catalogue,
        new Recogniser() {
          @Override
          public Understanding understand(String text) {
            return heard(catalogue, text.split(" ")[0]);
          }

          @Override
          public String catalogueVersion() {
            return catalogue.version();
          }
        },
        LiveCatalogue.valid(RuleFile.bundled()));
  }

  private static Understanding heard(Catalogue catalogue, String word) {
    boolean known = catalogue.has(word);
    var candidates = known ? List.of(new Candidate(word, 0.95)) : List.<Candidate>of();
    return new Understanding(
        Language.EN,
        1,
        Spoken.EN,
        candidates,
        List.of(),
        known ? 0.01 : 0.99,
        RecognitionBands.DEFAULT,
        List.of(),
        word.equals("human") ? new HumanWish(true, List.of(word)) : HumanWish.NONE,
        word.equals("angry") ? new Emotion(Feeling.ANGER, 0.95, List.of(word)) : Emotion.NONE,
        Gravity.NONE,
        Reaction.NONE);
  }
}
