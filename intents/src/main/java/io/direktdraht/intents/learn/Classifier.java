package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.Calibration.HeldOut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Labels with calibrated probabilities for a vector; immutable, safe for all threads.
public final class Classifier {
  /// Of so many parts each is small, so that what judges it has seen nearly everything; some parts
  /// tell enough.
  private static final int FOLDS = 8;

  private static final int JUDGED = 2;
  private final List<String> labels;
  private final Planes planes;
  private final Calibration calibration;
  private final Findings findings;

  private Classifier(
      List<String> labels, Planes planes, Calibration calibration, Findings findings) {
    this.labels = labels;
    this.planes = planes;
    this.calibration = calibration;
    this.findings = findings;
  }

  /// A vector, what it means, and how much it costs to be wrong about it.
  public record Example(FeatureVector vector, String label, float weight) {}

  /// `biased` is the label whose probability gets a term of its own, such as "none of these";
  /// `odds` is how many times likelier it is in use than among the examples; `sharper` is how much
  /// surer the probabilities are than cross-validation alone would have them.
  public record Tuning(String biased, double odds, double sharper) {
    public Tuning(String biased, double odds) {
      this(biased, odds, 1);
    }
  }

  public static Classifier learn(Features features, List<Example> examples, Tuning tuning) {
    var names = examples.stream().map(Example::label).distinct().sorted().toList();
    return learnt(Machines.learn(features.shape(), examples, names), examples, names, tuning);
  }

  /// The same for few examples of each label, where all labels together tell more.
  public static Classifier learnFew(Features features, List<Example> examples, Tuning tuning) {
    var names = examples.stream().map(Example::label).distinct().sorted().toList();
    return learnt(new Softmax(features.shape(), examples, names), examples, names, tuning);
  }

  private static Classifier learnt(
      Teaching teaching, List<Example> examples, List<String> names, Tuning tuning) {
    var heldOut = heldOut(teaching, examples, names);
    var fitted =
        Calibration.fit(heldOut, Collections.binarySearch(names, tuning.biased()))
            .withOdds(tuning.odds())
            .sharpened(tuning.sharper());
    return new Classifier(names, teaching.planes(), fitted, Findings.of(heldOut, fitted));
  }

  public Probabilities probabilities(FeatureVector vector) {
    return new Probabilities(labels, calibration.probabilities(planes.margins(vector)));
  }

  /// How far on its side of a label's plane the text lies; negative on the other side.
  public double margin(FeatureVector vector, String label) {
    return planes.margins(vector)[Collections.binarySearch(labels, label)];
  }

  /// The probability of the biased label that this share of all other texts does not exceed, as
  /// found on texts that were held out.
  public double retaining(double share) {
    return findings.retaining(share);
  }

  /// The share of held-out texts whose likeliest label was right.
  public double heldOutAccuracy() {
    return findings.accuracy();
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(labels.size());
    for (var label : labels) out.writeUTF(label);
    planes.write(out);
    calibration.write(out);
    findings.write(out);
  }

  public static Classifier read(DataInput in) throws IOException {
    var labels = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) labels.add(in.readUTF());
    return new Classifier(
        List.copyOf(labels), Planes.read(in), Calibration.read(in), Findings.read(in));
  }

  /// What models that had not seen an example say of it.
  private static List<HeldOut> heldOut(
      Teaching teaching, List<Example> examples, List<String> names) {
    var heldOut = new ArrayList<HeldOut>();
    for (int fold = 0; fold < JUDGED; fold++) {
      int unseen = fold;
      var seen = IntStream.range(0, examples.size()).filter(i -> i % FOLDS != unseen).toArray();
      var model = teaching.planesOf(seen);
      for (int i = fold; i < examples.size(); i += FOLDS) {
        int label = Collections.binarySearch(names, examples.get(i).label());
        heldOut.add(
            new HeldOut(model.margins(examples.get(i).vector()), label, examples.get(i).weight()));
      }
    }
    return heldOut;
  }
}
