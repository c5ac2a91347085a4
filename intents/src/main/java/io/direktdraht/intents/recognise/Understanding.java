package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.text.Spoken;
import java.util.List;

/// The meaning of one message: candidates best first, the probability that none of them is meant,
/// and the bands by which both become a verdict. `requests` are the intents of its parts in order
/// when they ask for different things, otherwise empty. `language` is the one to answer in,
/// `spoken` what the message is written in.
public record Understanding(
    Language language,
    double languageConfidence,
    Spoken spoken,
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
