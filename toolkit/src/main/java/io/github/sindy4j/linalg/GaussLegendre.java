package io.github.sindy4j.linalg;

/**
 * ∫₋₁¹ f ≈ Σ wᵢ f(sᵢ), exact for polynomials of degree 2 n − 1; the nodes are the zeros of the
 * Legendre polynomial Pₙ, found by Newton's iteration.
 */
public final class GaussLegendre {
  private static final int NEWTON_STEPS = 10;

  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /** The rule with this many nodes. */
  public static GaussLegendre of(int count) {
    double[] nodes = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double s = -Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
      double slope = 0;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double before = 1;
        double value = s;
        for (int k = 2; k <= count; k++) {
          double next = ((2 * k - 1) * s * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = count * (s * value - before) / (s * s - 1);
        s -= value / slope;
      }
      nodes[i] = s;
      weights[i] = 2 / ((1 - s * s) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** n. */
  public int size() {
    return nodes.length;
  }

  /** sᵢ, ascending. */
  public double node(int i) {
    return nodes[i];
  }

  /** wᵢ. */
  public double weight(int i) {
    return weights[i];
  }
}
