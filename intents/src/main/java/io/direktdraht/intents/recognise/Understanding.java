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
    Gravity gravity,
    Reaction reaction) {
  /// An adviser knows the words, but not the shop.
  private static final double ADVISED = 0.95;

  public Understanding {
    candidates = List.copyOf(candidates);
    requests = List.copyOf(requests);
    entities = List.copyOf(entities);
  }

  public Verdict verdict() {
    return bands.judge(candidates, outOfScope);
  }

  /// The same where somebody who is believed says that this intent is meant.
  public Understanding advised(String intent) {
    return with(List.of(new Candidate(intent, ADVISED)), 0);
  }

  /// The same where somebody who is believed says that none of our intents is meant.
  public Understanding strange() {
    return with(candidates, 1);
  }

  private Understanding with(List<Candidate> candidates, double outOfScope) {
    return new Understanding(
        language,
        languageConfidence,
        spoken,
        candidates,
        requests,
        outOfScope,
        bands,
        entities,
        humanWish,
        emotion,
        gravity,
        reaction);
  }
}
