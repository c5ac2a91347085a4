package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.GramBlock;
import io.direktdraht.intents.learn.Grams;
import io.direktdraht.intents.learn.SparseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Teaches a student where a teacher puts the English side of sentence pairs: both sides of a pair
/// shall lie there (Reimers and Gurevych, Making Monolingual Sentence Embeddings Multilingual using
/// Knowledge Distillation, 2020), by AdaGrad (Duchi et al., 2011) on the squared error. The places
/// of a point are independent of each other, so that cores share them and the result is the same on
/// any number of cores.
public final class Distillation {
  /// How many parts the places are shared in; more than most machines have cores.
  private static final int SLICES = 16;

  private final Settings settings;
  private final List<Grams> texts;
  private final float[][] targets;

  /// How large the student becomes and how long it learns.
  public record Settings(int words, int characters, int dimensions, int rounds, float rate) {
    public static final Settings DEFAULT = new Settings(20_000, 60_000, 128, 4, 0.05f);
  }

  /// `texts` and where the teacher puts each: one target may stand for several texts.
  public Distillation(Settings settings, List<Grams> texts, float[][] targets) {
    this.settings = settings;
    this.texts = texts;
    this.targets = targets;
  }

  public Student learn() {
    var words = GramBlock.of(texts.stream().map(Grams::words).toList(), 3, settings.words());
    var characters =
        GramBlock.of(texts.stream().map(Grams::characters).toList(), 3, settings.characters());
    var vectors =
        texts.parallelStream()
            .map(text ->
                words.vector(text.words()).then(characters.vector(text.characters()), words.size()))
            .toList();
    int rows = words.size() + characters.size();
    var order = order(texts.size());
    var slices = new ArrayList<int[]>();
    for (int i = 0; i < SLICES; i++)
      slices.add(
          new int[] {i * settings.dimensions() / SLICES, (i + 1) * settings.dimensions() / SLICES});
    var learnt =
        slices.parallelStream()
            .map(slice -> slice(vectors, order, rows, slice[0], slice[1]))
            .toList();
    var weights = new float[rows][settings.dimensions()];
    for (int s = 0; s < slices.size(); s++)
      for (int row = 0; row < rows; row++)
        System.arraycopy(
            learnt.get(s)[row], 0, weights[row], slices.get(s)[0], learnt.get(s)[row].length);
    return new Student(words, characters, weights);
  }

  private float[][] slice(List<SparseVector> vectors, int[] order, int rows, int from, int to) {
    int width = to - from;
    var weights = new float[rows][width];
    var seen = new float[rows][width];
    var error = new float[width];
    for (int round = 0; round < settings.rounds(); round++)
      for (int text : order) {
        var vector = vectors.get(text);
        for (int place = 0; place < width; place++) error[place] = -targets[text][from + place];
        for (int i = 0; i < vector.indices().length; i++) {
          var row = weights[vector.indices()[i]];
          float value = vector.values()[i];
          for (int place = 0; place < width; place++) error[place] += value * row[place];
        }
        for (int i = 0; i < vector.indices().length; i++) {
          var row = weights[vector.indices()[i]];
          var sum = seen[vector.indices()[i]];
          float value = vector.values()[i];
          for (int place = 0; place < width; place++) {
            float gradient = error[place] * value;
            sum[place] += gradient * gradient;
            row[place] -= settings.rate() * gradient / (float) Math.sqrt(sum[place] + 1e-6f);
          }
        }
      }
    return weights;
  }

  private static int[] order(int size) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
