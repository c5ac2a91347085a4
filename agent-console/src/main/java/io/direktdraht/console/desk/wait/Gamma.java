package io.direktdraht.console.desk.wait;

/// Quantiles of a gamma distribution, from its mean and variance.
final class Gamma {
  /// The logistic curve of this slope is the normal distribution within a hundredth (A. L. Haley,
  /// 1952).
  private static final double SLOPE = 1.702;

  private Gamma() {}

  /// Wilson and Hilferty, "The distribution of chi-square", PNAS 17 (1931): the cube root is nearly
  /// normal.
  static double quantile(double mean, double variance, double p) {
    if (mean <= 0 || variance <= 0) return Math.max(0, mean);
    double ninth = variance / (9 * mean * mean);
    double normal = Math.log(p / (1 - p)) / SLOPE;
    double root = 1 - ninth + normal * Math.sqrt(ninth);
    return mean * Math.pow(Math.max(0, root), 3);
  }
}
