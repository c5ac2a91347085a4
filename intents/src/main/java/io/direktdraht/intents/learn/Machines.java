package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.Classifier.Example;
import io.direktdraht.intents.learn.SupportVectors.Learnt;
import io.direktdraht.intents.learn.SupportVectors.Plane;
import io.direktdraht.intents.learn.SupportVectors.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// One label against all others, on all cores; of two labels one is the other seen from behind.
final class Machines implements Teaching {
  private final SupportVectors.Shape shape;
  private final List<Task> tasks;
  private final List<Learnt> learnt;

  private Machines(SupportVectors.Shape shape, List<Task> tasks) {
    this.shape = shape;
    this.tasks = tasks;
    this.learnt = tasks.parallelStream().map(task -> SupportVectors.learn(task, shape)).toList();
  }

  static Machines learn(SupportVectors.Shape shape, List<Example> examples, List<String> labels) {
    var texts = SupportVectors.Texts.of(examples.stream().map(Example::vector).toList());
    var costs = new float[examples.size()];
    for (int i = 0; i < costs.length; i++) costs[i] = examples.get(i).weight();
    var sides =
        labels.stream()
            .limit(labels.size() == 2 ? 1 : labels.size())
            .map(label -> sides(examples, label))
            .toArray(byte[][]::new);
    var tasks = new ArrayList<Task>();
    for (var group : groups(sides)) tasks.add(new Task(texts, group, costs));
    return new Machines(shape, tasks);
  }

  @Override
  public Planes planes() {
    return planes(group -> learnt.get(group).planes());
  }

  @Override
  public Planes planesOf(int[] seen) {
    return planes(
        group -> SupportVectors.relearn(tasks.get(group), shape, learnt.get(group), seen));
  }

  private Planes planes(IntFunction<List<Plane>> ofGroup) {
    var planes =
        IntStream.range(0, tasks.size())
            .parallel()
            .mapToObj(ofGroup)
            .flatMap(List::stream)
            .toList();
    return Planes.of(
        planes.size() == 1 ? List.of(planes.getFirst(), planes.getFirst().reversed()) : planes);
  }

  /// Of like size, so that no core waits for another.
  private static List<byte[][]> groups(byte[][] sides) {
    int count = Math.ceilDiv(sides.length, SupportVectors.TOGETHER);
    var groups = new ArrayList<byte[][]>();
    for (int i = 0; i < count; i++)
      groups.add(
          Arrays.copyOfRange(sides, i * sides.length / count, (i + 1) * sides.length / count));
    return groups;
  }

  private static byte[] sides(List<Example> examples, String label) {
    var sides = new byte[examples.size()];
    for (int i = 0; i < sides.length; i++)
      sides[i] = (byte) (examples.get(i).label().equals(label) ? 1 : -1);
    return sides;
  }
}
