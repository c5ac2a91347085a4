package io.direktdraht.intents.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.learn.Classifier.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final SupportVectors.Shape SHAPE = new SupportVectors.Shape(4, new int[] {2});

  private static Example example(int gram, float x, float y, String label, float weight) {
    var grams = new SparseVector(new int[] {gram}, new float[] {1});
    return new Example(new FeatureVector(grams, new float[][] {{x, y}}), label, weight);
  }

  private static List<Example> apart() {
    return List.of(
        example(0, 1, 0, "a", 1),
        example(1, 1, 0.2f, "a", 1),
        example(1, 0, 1, "b", 1),
        example(2, -0.2f, 1, "b", 1),
        example(3, -1, -1, "c", 1));
  }

  @Test
  void tellsLabelsApartByGramsAndPointsTogether() {
    var planes = new Softmax(SHAPE, apart(), NAMES).planes();
    for (var one : apart())
      assertThat(likeliest(planes.margins(one.vector()))).isEqualTo(one.label());
  }

  /// At the optimum each plane is the sum of what its texts are mistaken by (the gradient is zero),
  /// so no small move of any text's pull makes the whole better.
  @Property(tries = 30)
  void comesToRestAtTheOptimum(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
    var random = new java.util.Random(seed);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 12; i++)
      examples.add(
          example(
              random.nextInt(4),
              random.nextFloat() - 0.5f,
              random.nextFloat() - 0.5f,
              NAMES.get(i < 3 ? i : random.nextInt(3)),
              1));
    var planes = new Softmax(SHAPE, examples, NAMES).planes();
    var rebuilt = Planes.zero(SHAPE, 3);
    for (var one : examples) {
      var likely = likelihoods(planes.margins(one.vector()));
      var pull = new float[3];
      for (int label = 0; label < 3; label++)
        pull[label] =
            (float) (10 * ((NAMES.get(label).equals(one.label()) ? 1 : 0) - likely[label]));
      rebuilt.add(one.vector(), pull);
    }
    for (var one : examples)
      for (int label = 0; label < 3; label++)
        assertThat(rebuilt.margins(one.vector())[label])
            .isCloseTo(
                planes.margins(one.vector())[label], org.assertj.core.data.Offset.offset(0.25f));
  }

  @Test
  void learnsFromThoseAloneThatWereSeen() {
    var seen = IntStream.of(0, 1, 2, 3).toArray();
    var planes = new Softmax(SHAPE, apart(), NAMES).planesOf(seen);
    var unseen = planes.margins(apart().get(4).vector());
    assertThat(likeliest(unseen)).isNotEqualTo("c");
  }

  @Test
  void countsATextByItsWeight() {
    var quarrel = List.of(example(0, 0, 0, "a", 1), example(0, 0, 0, "b", 3));
    var margins = new Softmax(SHAPE, quarrel, List.of("a", "b")).planes().margins(vector());
    assertThat(margins[1]).isGreaterThan(margins[0]);
  }

  private static FeatureVector vector() {
    return example(0, 0, 0, "a", 1).vector();
  }

  private static String likeliest(float[] margins) {
    int best = 0;
    for (int i = 1; i < margins.length; i++) if (margins[i] > margins[best]) best = i;
    return NAMES.get(best);
  }

  private static double[] likelihoods(float[] margins) {
    double sum = 0;
    var result = new double[margins.length];
    for (int i = 0; i < result.length; i++) sum += result[i] = Math.exp(margins[i]);
    for (int i = 0; i < result.length; i++) result[i] /= sum;
    return result;
  }
}
