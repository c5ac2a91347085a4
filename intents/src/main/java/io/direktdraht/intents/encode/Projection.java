package io.direktdraht.intents.encode;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Turns points into fewer places that keep most of their differences: the leading principal
/// components, found by orthogonal iteration (Golub and Van Loan, Matrix Computations, 8.2.4).
final class Projection {
  private static final int ROUNDS = 40;
  private final float[] mean;
  private final float[][] axes;

  private Projection(float[] mean, float[][] axes) {
    this.mean = mean;
    this.axes = axes;
  }

  static Projection of(float[][] points, int dimensions) {
    int width = points[0].length;
    var mean = new float[width];
    for (var point : points) for (int i = 0; i < width; i++) mean[i] += point[i] / points.length;
    var covariance = covariance(points, mean);
    var axes = new double[dimensions][width];
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (var axis : axes) for (int i = 0; i < width; i++) axis[i] = random.nextGaussian();
    for (int round = 0; round < ROUNDS; round++) {
      var next =
          IntStream.range(0, dimensions)
              .parallel()
              .mapToObj(k -> times(covariance, axes[k]))
              .toArray(double[][]::new);
      System.arraycopy(next, 0, axes, 0, dimensions);
      orthogonalise(axes);
    }
    var result = new float[dimensions][width];
    for (int k = 0; k < dimensions; k++)
      for (int i = 0; i < width; i++) result[k][i] = (float) axes[k][i];
    return new Projection(mean, result);
  }

  float[] project(float[] point) {
    var result = new float[axes.length];
    for (int k = 0; k < axes.length; k++) {
      float sum = 0;
      for (int i = 0; i < point.length; i++) sum += (point[i] - mean[i]) * axes[k][i];
      result[k] = sum;
    }
    return result;
  }

  private static double[][] covariance(float[][] points, float[] mean) {
    int width = mean.length;
    int step = Math.max(1, points.length / 40_000); // as many tell the same
    return IntStream.range(0, width)
        .parallel()
        .mapToObj(row -> {
          var sums = new double[width];
          for (int p = 0; p < points.length; p += step) {
            float left = points[p][row] - mean[row];
            for (int i = 0; i < width; i++) sums[i] += left * (points[p][i] - mean[i]);
          }
          return sums;
        })
        .toArray(double[][]::new);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    var result = new double[vector.length];
    for (int row = 0; row < result.length; row++)
      for (int i = 0; i < vector.length; i++) result[row] += matrix[row][i] * vector[i];
    return result;
  }

  /// Gram and Schmidt, one axis after the other.
  private static void orthogonalise(double[][] axes) {
    for (int k = 0; k < axes.length; k++) {
      for (int before = 0; before < k; before++) {
        double shared = dot(axes[k], axes[before]);
        for (int i = 0; i < axes[k].length; i++) axes[k][i] -= shared * axes[before][i];
      }
      double length = Math.sqrt(dot(axes[k], axes[k]));
      for (int i = 0; i < axes[k].length; i++) axes[k][i] /= length;
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) sum += left[i] * right[i];
    return sum;
  }
}
