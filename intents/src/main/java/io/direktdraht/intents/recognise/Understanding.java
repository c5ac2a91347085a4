package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import java.util.List;

/// The meaning of one message: candidates best first, and the probability that none of them is
/// meant.
public record Understanding(
    Language language,
    double languageConfidence,
    List<Candidate> candidates,
    double outOfScope,
    List<Entity> entities,
    HumanWish humanWish,
    Emotion emotion) {
  public Understanding {
    candidates = List.copyOf(candidates);
    entities = List.copyOf(entities);
  }

  public Verdict verdict() {
    return verdict(RecognitionBands.DEFAULT);
  }

  public Verdict verdict(RecognitionBands bands) {
    return bands.judge(candidates, outOfScope);
  }
}
