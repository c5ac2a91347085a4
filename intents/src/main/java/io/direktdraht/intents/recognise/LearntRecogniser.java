package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.FeatureVector;
import io.direktdraht.intents.learn.Probabilities;
import io.direktdraht.intents.learn.Sentence;
import io.direktdraht.intents.text.Parts;
import io.direktdraht.intents.text.SpokenDetector;
import io.direktdraht.intents.text.Words;
import java.util.List;

/// Recognises by what was learnt from one catalogue version; immutable, safe for all threads. A
/// message is cut and encoded once; all classifiers read the same vector.
public final class LearntRecogniser implements Recogniser {
  /// The label of what is none of ours; no intent may have this name.
  public static final String NONE = "none";

  private static final int CANDIDATES = 5;
  private static final int LIKELY = 3;
  private static final int FEW_LETTERS = 3;
  private static final double CERTAIN = 0.8;

  private final Model model;
  private final RecognitionBands bands;
  private final SpokenDetector spoken;
  private final EntityFinder entities;
  private final HumanWishDetector humanWish;
  private final EmotionDetector emotion;

  LearntRecogniser(Model model, RecognitionSettings settings) {
    this.model = model;
    this.bands =
        RecognitionBands.DEFAULT.rejecting(model.intents().retaining(settings.retention()));
    this.spoken = new SpokenDetector(model.languages());
    this.entities = settings.entities();
    this.humanWish =
        new HumanWishDetector(new HumanWishRules(model.knownWords()), model.humanWish());
    this.emotion = new EmotionDetector(model.features(), model.emotion());
  }

  @Override
  public Understanding understand(String text) {
    var heard = spoken.detect(text);
    var language = heard.own();
    var sentence = Sentence.of(text, language.language());
    var vector = model.features().of(sentence);
    var whole = model.intents().probabilities(vector);
    var clear = certain(whole) ? List.<Probabilities>of() : clearParts(text, language.language());
    var probabilities = borneOut(whole, clear);
    var named = entities.find(text);
    var words = Words.of(text);
    boolean bare = saysNoMore(text, named);
    return new Understanding(
        language.language(),
        language.confidence(),
        heard.spoken(),
        candidates(probabilities),
        requests(clear),
        probabilities.of(NONE),
        bands,
        named,
        bare && !named.isEmpty() ? HumanWish.NONE : humanWish.detect(words, vector, probabilities),
        bare ? Emotion.NONE : emotion.detect(sentence, words, vector, probabilities),
        bare ? Gravity.NONE : gravity(vector),
        bare ? Reaction.NONE : reaction(vector));
  }

  private static boolean certain(Probabilities probabilities) {
    return probabilities.best().probability() >= CERTAIN;
  }

  /// Of a message that is not clear as a whole, what is clear in its parts: to answer what nobody
  /// asked is worse than to answer half.
  private List<Probabilities> clearParts(String text, Language language) {
    return Parts.of(text).stream()
        .map(part -> model.features().of(Sentence.of(part, language)))
        .map(vector -> model.intents().probabilities(vector))
        .filter(part -> certain(part) && !part.best().label().equals(NONE))
        .toList();
  }

  private static List<String> requests(List<Probabilities> clear) {
    var requests = clear.stream().map(part -> part.best().label()).distinct().toList();
    return requests.size() < 2 ? List.of() : requests;
  }

  /// "monday again, sorry. how do I use a voucher?": what is clear in a part and among the
  /// likeliest of the whole is meant, whatever is said around it.
  private static Probabilities borneOut(Probabilities whole, List<Probabilities> clear) {
    if (clear.stream().map(part -> part.best().label()).distinct().count() != 1) return whole;
    var part = clear.getFirst();
    boolean likely =
        candidates(whole).stream()
            .limit(LIKELY)
            .anyMatch(one -> one.intent().equals(part.best().label()));
    return likely ? part : whole;
  }

  /// An address or a number alone, as an answer to a question, says nothing about its writer.
  private static boolean saysNoMore(String text, List<Entity> named) {
    var rest = new StringBuilder(text);
    for (var entity : named)
      for (int i = entity.start(); i < entity.end(); i++) rest.setCharAt(i, ' ');
    return rest.chars().filter(Character::isLetter).count() < FEW_LETTERS;
  }

  @Override
  public String catalogueVersion() {
    return model.catalogueVersion();
  }

  /// How many of the catalogue's and the background's own texts are told apart in cross-validation.
  public double heldOutAccuracy() {
    return model.intents().heldOutAccuracy();
  }

  Model model() {
    return model;
  }

  private Gravity gravity(FeatureVector vector) {
    return Gravity.of(model.gravity().probabilities(vector).best().label());
  }

  private Reaction reaction(FeatureVector vector) {
    return Reaction.of(model.reaction().probabilities(vector).best().label());
  }

  private static List<Candidate> candidates(Probabilities probabilities) {
    return probabilities.bestFirst().stream()
        .filter(one -> !one.label().equals(NONE))
        .limit(CANDIDATES)
        .map(one -> new Candidate(one.label(), one.probability()))
        .toList();
  }
}
