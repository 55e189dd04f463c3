package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/**
 * x1' = a x2² − b x1, x2' = x2; (x1 − a/(2 + b) x2²) x2ᵇ is conserved, which is no sum of simple
 * terms.
 */
final class Growth implements Definition {
  @Override
  public Card card() {
    return new Card(
        "growth",
        "A quantity that another one feeds while it grows without bound",
        Schema.of("x1", "x2"),
        List.of(new Parameter("a", 0.1), new Parameter("b", 0.3)),
        "polynomial:2",
        Plan.of(0.02, 101, new double[] {0.8, 0.4}, new double[] {0.3, 0.9}),
        new Citation(
            "Yang, J., Rao, W., Dehmamy, N., Walters, R., Yu, R.",
            2024,
            "Symmetry-informed governing equation discovery",
            "Advances in Neural Information Processing Systems 37"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = p[0] * x[1] * x[1] - p[1] * x[0];
    dx[1] = x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x1", "x2^2", p[0]),
        new Coefficient("x1", "x1", -p[1]),
        new Coefficient("x2", "x2", 1));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withContinuous(
        AffineSymmetry.linear(
            "scaling of x1 twice as fast as x2",
            Matrix.ofRows(new double[] {2, 0}, new double[] {0, 1})));
  }
}
