package io.direktdraht.intents.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Linear support vector machines, one per label against all others (Fan et al., LIBLINEAR, JMLR 9,
/// 2008), trained on all cores.
final class OneVsRest {
  private static final double COST = 1;
  private static final double PRECISION = 0.3;

  private OneVsRest() {}

  static float[][] weights(List<SparseVector> texts, int[] labels, int labelCount, int size) {
    Linear.disableDebugOutput();
    var nodes = new Feature[texts.size()][];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = nodes(texts.get(i), size);
    }
    return IntStream.range(0, labelCount)
        .parallel()
        .mapToObj(label -> binary(nodes, labels, label, size))
        .toArray(float[][]::new);
  }

  private static float[] binary(Feature[][] texts, int[] labels, int label, int size) {
    if (Arrays.stream(labels).noneMatch(one -> one == label)) {
      return never(size); // a fold without this label: liblinear would learn nothing at all
    }
    var problem = new Problem();
    problem.l = texts.length;
    problem.n = size + 1;
    problem.x = texts;
    problem.y = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      problem.y[i] = labels[i] == label ? 1 : -1;
    }
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISION);
    parameter.setRandom(new Random(1));
    return weights(Linear.train(problem, parameter), size);
  }

  private static float[] never(int size) {
    var weights = new float[size + 1];
    weights[size] = -1;
    return weights;
  }

  private static float[] weights(Model model, int size) {
    int sign = model.getLabels()[0] == 1 ? 1 : -1; // liblinear puts the label it met first on top
    var weights = new float[size + 1];
    var learnt = model.getFeatureWeights();
    for (int i = 0; i <= size; i++) {
      weights[i] = (float) (sign * learnt[i]);
    }
    return weights;
  }

  private static Feature[] nodes(SparseVector vector, int size) {
    int n = vector.indices().length;
    var nodes = new Feature[n + 1];
    for (int i = 0; i < n; i++) {
      nodes[i] = new FeatureNode(vector.indices()[i] + 1, vector.values()[i]);
    }
    nodes[n] = new FeatureNode(size + 1, 1); // the bias
    return nodes;
  }
}
