package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Feeling;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.recognise.Understandings;
import java.util.List;

/// A recogniser that understands what the text itself says: `sure a`, `between a b`, `unknown a`,
/// `human`, `angry`.
final class Heard implements Recogniser {
  @Override
  public Understanding understand(String text) {
    var words = text.split(" ");
    return switch (words[0]) {
      case "sure" -> heard(0.01, new Candidate(words[1], 0.95));
      case "between" -> heard(0.05, new Candidate(words[1], 0.45), new Candidate(words[2], 0.44));
      case "unknown" -> heard(0.97, new Candidate(words[1], 0.02));
      case "nothing" -> heard(0.99);
      case "human" -> heard(new HumanWish(true, List.of("human")), Emotion.NONE);
      case "angry" -> heard(HumanWish.NONE, new Emotion(Feeling.ANGER, 0.95, List.of("angry")));
      default -> heard(HumanWish.NONE, Emotion.NONE);
    };
  }

  @Override
  public String catalogueVersion() {
    return "1";
  }

  private static Understanding heard(double outOfScope, Candidate... candidates) {
    return Understandings.notUnderstood()
        .in(Language.EN, 1)
        .meaning(outOfScope, List.of(candidates))
        .understanding();
  }

  private static Understanding heard(HumanWish wish, Emotion emotion) {
    return Understandings.notUnderstood()
        .in(Language.EN, 1)
        .wishing(wish)
        .feeling(emotion)
        .understanding();
  }
}
