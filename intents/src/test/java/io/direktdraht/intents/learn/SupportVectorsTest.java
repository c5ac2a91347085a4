package io.direktdraht.intents.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupportVectorsTest {
  private static final SupportVectors.Shape SHAPE = new SupportVectors.Shape(4, new int[] {2});

  private static FeatureVector vector(int gram, float x, float y) {
    return new FeatureVector(
        new SparseVector(new int[] {gram}, new float[] {1}), new float[][] {{x, y}});
  }

  private static Planes learn(List<FeatureVector> texts, byte[] sides, float[] costs) {
    return Planes.of(
        List.of(SupportVectors.learn(task(texts, sides, costs), SHAPE).planes().getFirst()));
  }

  private static SupportVectors.Task task(List<FeatureVector> texts, byte[] sides, float[] costs) {
    return new SupportVectors.Task(SupportVectors.Texts.of(texts), new byte[][] {sides}, costs);
  }

  /// Two texts apart by one gram: by hand, the plane has weights a and -a and no bias, where a = 1
  /// / (1 + 1/2) from minimising a^2 + 2 * (1 - a)^2 ... the bias counts as a feature of both.
  @Test
  void findsThePlaneBetweenTwoTexts() {
    var texts = List.of(vector(0, 0, 0), vector(1, 0, 0));
    var plane =
        SupportVectors.learn(task(texts, new byte[] {1, -1}, new float[] {1, 1}), SHAPE)
            .planes()
            .getFirst();
    assertThat(plane.grams()[0]).isCloseTo(2f / 3, within(0.3f));
    assertThat(plane.grams()[1]).isCloseTo(-2f / 3, within(0.3f));
    assertThat(plane.bias()).isCloseTo(0, within(0.3f));
  }

  @Test
  void separatesByTheEncodersPlacesToo() {
    var random = new Random(1);
    var texts = new ArrayList<FeatureVector>();
    var sides = new byte[200];
    var costs = new float[200];
    for (int i = 0; i < 200; i++) {
      sides[i] = (byte) (i % 2 == 0 ? 1 : -1);
      costs[i] = 1;
      texts.add(
          vector(
              i % 4,
              sides[i] + (float) random.nextGaussian() * 0.2f,
              (float) random.nextGaussian()));
    }
    var planes = learn(texts, sides, costs);
    for (int i = 0; i < 200; i++)
      assertThat(planes.margins(texts.get(i))[0] * sides[i]).isPositive();
  }

  @Test
  void anExpensiveTextWinsOverManyCheapOnes() {
    var texts = new ArrayList<FeatureVector>();
    for (int i = 0; i < 9; i++) texts.add(vector(0, 0, 0));
    var sides = new byte[] {1, -1, -1, -1, -1, -1, -1, -1, -1};
    var costs = new float[] {100, .1f, .1f, .1f, .1f, .1f, .1f, .1f, .1f};
    assertThat(learn(texts, sides, costs).margins(texts.getFirst())[0]).isPositive();
    costs[0] = .1f;
    assertThat(learn(texts, sides, costs).margins(texts.getFirst())[0]).isNegative();
  }

  @Test
  void readsATextOfALanguageThatTheEncoderDoesNotKnow() {
    var texts = List.of(vector(0, 1, 1), vector(1, -1, -1));
    var plane =
        SupportVectors.learn(task(texts, new byte[] {1, -1}, new float[] {1, 1}), SHAPE)
            .planes()
            .getFirst();
    var silent =
        new FeatureVector(new SparseVector(new int[] {0}, new float[] {1}), new float[][] {{}});
    assertThat(Planes.of(List.of(plane)).margins(silent)[0]).isPositive();
  }

  /// The held-out text alone says that gram 0 is on the other side; nothing of it may remain.
  @Test
  void forgetsTheTextsThatAreLeftOut() {
    var texts = new ArrayList<FeatureVector>();
    for (int i = 0; i < 40; i++) texts.add(vector(i % 4, i % 2, i % 3));
    var sides = new byte[40];
    var costs = new float[40];
    for (int i = 0; i < 40; i++) {
      sides[i] = (byte) (i % 2 == 0 ? 1 : -1);
      costs[i] = 1;
    }
    sides[0] = -1;
    costs[0] = 1000;
    var task = task(texts, sides, costs);
    var all = SupportVectors.learn(task, SHAPE);
    assertThat(Planes.of(List.of(all.planes().getFirst())).margins(texts.getFirst())[0])
        .isNegative();
    var seen = IntStream.range(1, 40).toArray();
    var without = SupportVectors.relearn(task, SHAPE, all, seen);
    assertThat(Planes.of(without).margins(texts.getFirst())[0]).isGreaterThan(0.3f);
  }

  @Test
  void severalLabelsTogetherLearnWhatEachWouldAlone() {
    var random = new Random(2);
    var texts = new ArrayList<FeatureVector>();
    var sides = new byte[3][90];
    var costs = new float[90];
    for (int i = 0; i < 90; i++) {
      costs[i] = 1;
      for (int label = 0; label < 3; label++) sides[label][i] = (byte) (i % 3 == label ? 1 : -1);
      texts.add(vector(i % 3, (float) random.nextGaussian(), i % 3));
    }
    var all = SupportVectors.Texts.of(texts);
    var together =
        Planes.of(SupportVectors.learn(new SupportVectors.Task(all, sides, costs), SHAPE).planes());
    for (int label = 0; label < 3; label++) {
      var alone = learn(texts, sides[label], costs);
      for (var text : texts)
        assertThat(together.margins(text)[label]).isCloseTo(alone.margins(text)[0], within(0.3f));
    }
  }
}
