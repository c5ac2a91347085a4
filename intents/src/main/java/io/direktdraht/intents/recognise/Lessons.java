package io.direktdraht.intents.recognise;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.learn.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What each classifier learns from: the texts that were labelled for it, and those of the others
/// that it shall not hear anything in. `everyday` are the catalogue's and what is none of ours.
record Lessons(
    List<Sample> everyday,
    List<Sample> emotion,
    List<Sample> humanWish,
    List<Sample> gravity,
    List<Sample> reaction) {
  /// An everyday message teaches a detector what it shall not hear, but there are very many; where
  /// they are look-alikes, each counts more.
  private static final float FEW = 0.15f;

  private static final float MANY = 0.3f;

  /// What an answer may be met with anyway, so that its examples say nothing against a reaction.
  private static final Set<String> REACTING = Set.of("thanks", "goodbye", "praise", "complaint");

  static Lessons of(Catalogue catalogue, List<Sample> intents, TrainingData data) {
    var everyday = new ArrayList<>(data.background());
    everyday.addAll(intents);
    var unwished = labelled(data.humanWish(), HumanWishDetector.NO);
    var unmoved = labelled(data.emotion(), Feeling.CALM_LABEL);
    // What is said after an answer, short and about nothing, is mistaken most for what it is not.
    var answered =
        data.reaction().stream().filter(s -> !s.label().equals(Reaction.REJECTED.label())).toList();
    return new Lessons(
        everyday,
        joined(
            data.emotion(),
            as(Feeling.CALM_LABEL, FEW, joined(calm(catalogue, everyday), unwished)),
            as(Feeling.CALM_LABEL, 1, answered)),
        joined(
            data.humanWish(),
            as(HumanWishDetector.NO, MANY, everyday),
            as(HumanWishDetector.NO, FEW, unmoved),
            as(HumanWishDetector.NO, 1, answered)),
        joined(
            data.gravity(),
            as(Gravity.NONE.label(), FEW, everyday),
            as(Gravity.NONE.label(), MANY, joined(unwished, unmoved)),
            as(Gravity.NONE.label(), 0.5f, answered)),
        joined(data.reaction(), as(Reaction.NONE.label(), FEW, asking(everyday))));
  }

  private static List<Sample> calm(Catalogue catalogue, List<Sample> everyday) {
    return everyday.stream()
        .filter(s -> !catalogue.has(s.label()) || catalogue.intent(s.label()).escalate() == null)
        .toList();
  }

  private static List<Sample> asking(List<Sample> everyday) {
    return everyday.stream().filter(s -> !REACTING.contains(s.label())).toList();
  }

  /// All with this label, each at this weight.
  private static List<Sample> as(String label, float weight, List<Sample> samples) {
    return samples.stream().map(s -> new Sample(s.language(), s.text(), label, weight)).toList();
  }

  private static List<Sample> labelled(List<Sample> samples, String label) {
    return samples.stream().filter(one -> one.label().equals(label)).toList();
  }

  @SafeVarargs
  private static List<Sample> joined(List<Sample>... parts) {
    var all = new ArrayList<Sample>();
    for (var part : parts) all.addAll(part);
    return all;
  }
}
