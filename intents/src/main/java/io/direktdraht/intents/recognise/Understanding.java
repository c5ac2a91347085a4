package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import java.util.List;

/// The meaning of one message: candidates best first, the probability that none of them is meant,
/// and the bands by which both become a verdict. `requests` are the intents of its parts in order
/// when they ask for different things, otherwise empty.
public record Understanding(
    Language language,
    double languageConfidence,
    List<Candidate> candidates,
    List<String> requests,
    double outOfScope,
    RecognitionBands bands,
    List<Entity> entities,
    HumanWish humanWish,
    Emotion emotion,
    Gravity gravity) {
  public Understanding {
    candidates = List.copyOf(candidates);
    requests = List.copyOf(requests);
    entities = List.copyOf(entities);
  }

  public Verdict verdict() {
    return bands.judge(candidates, outOfScope);
  }
}
