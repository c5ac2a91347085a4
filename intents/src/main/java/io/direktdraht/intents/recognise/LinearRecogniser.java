package io.direktdraht.intents.recognise;

import io.direktdraht.intents.learn.LinearClassifier;
import io.direktdraht.intents.text.LanguageDetector;
import java.util.Comparator;

/// Recognises by linear models learnt from one catalogue version; immutable, safe for all threads.
public final class LinearRecogniser implements Recogniser {
  static final String NONE = "";
  private static final int CANDIDATES = 5;

  private final String catalogueVersion;
  private final LinearClassifier intents;
  private final LanguageDetector languages;
  private final EntityFinder entities;
  private final Detectors detectors;

  LinearRecogniser(
      String catalogueVersion,
      LinearClassifier intents,
      LanguageDetector languages,
      EntityFinder entities,
      Detectors detectors) {
    this.catalogueVersion = catalogueVersion;
    this.intents = intents;
    this.languages = languages;
    this.entities = entities;
    this.detectors = detectors;
  }

  @Override
  public Understanding understand(String text) {
    var language = languages.detect(text);
    var probabilities = intents.probabilities(text);
    var candidates =
        probabilities.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(NONE))
            .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
            .limit(CANDIDATES)
            .toList();
    return new Understanding(
        language.language(),
        language.confidence(),
        candidates,
        probabilities.getOrDefault(NONE, 0.0),
        entities.find(text),
        detectors.humanWish().detect(text),
        detectors.emotion().detect(text));
  }

  @Override
  public String catalogueVersion() {
    return catalogueVersion;
  }
}
