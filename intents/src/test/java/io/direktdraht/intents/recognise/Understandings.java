package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.text.Spoken;
import java.util.List;

/// What messages may mean, made piece by piece; what is not said is as in a message that nobody
/// understands.
public final class Understandings {
  private Language language = Language.DE;
  private double languageConfidence = 0.6;
  private Spoken spoken = Spoken.DE;
  private List<Candidate> candidates = List.of();
  private List<String> requests = List.of();
  private double outOfScope = 0.9;
  private RecognitionBands bands = RecognitionBands.DEFAULT;
  private List<Entity> entities = List.of();
  private HumanWish humanWish = HumanWish.NONE;
  private Emotion emotion = Emotion.NONE;
  private Gravity gravity = Gravity.NONE;
  private Reaction reaction = Reaction.NONE;

  private Understandings() {}

  public static Understandings notUnderstood() {
    return new Understandings();
  }

  /// The same as this one, until told otherwise.
  public static Understandings like(Understanding other) {
    var like = new Understandings();
    like.language = other.language();
    like.languageConfidence = other.languageConfidence();
    like.spoken = other.spoken();
    like.candidates = other.candidates();
    like.requests = other.requests();
    like.outOfScope = other.outOfScope();
    like.bands = other.bands();
    like.entities = other.entities();
    like.humanWish = other.humanWish();
    like.emotion = other.emotion();
    like.gravity = other.gravity();
    like.reaction = other.reaction();
    return like;
  }

  public Understandings in(Language language, double confidence) {
    this.language = language;
    this.languageConfidence = confidence;
    return spoken(language == Language.DE ? Spoken.DE : Spoken.EN);
  }

  public Understandings spoken(Spoken spoken) {
    this.spoken = spoken;
    return this;
  }

  public Understandings meaning(double outOfScope, List<Candidate> candidates) {
    this.outOfScope = outOfScope;
    this.candidates = candidates;
    return this;
  }

  public Understandings asking(List<String> requests) {
    this.requests = requests;
    return this;
  }

  public Understandings naming(List<Entity> entities) {
    this.entities = entities;
    return this;
  }

  public Understandings wishing(HumanWish humanWish) {
    this.humanWish = humanWish;
    return this;
  }

  public Understandings feeling(Emotion emotion) {
    this.emotion = emotion;
    return this;
  }

  public Understandings weighing(Gravity gravity) {
    this.gravity = gravity;
    return this;
  }

  public Understandings reacting(Reaction reaction) {
    this.reaction = reaction;
    return this;
  }

  public Understanding understanding() {
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
