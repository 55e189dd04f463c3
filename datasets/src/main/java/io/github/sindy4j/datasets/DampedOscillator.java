package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/** x1' = −a x1 − x2, x2' = x1 − a x2. */
final class DampedOscillator implements Definition {
  @Override
  public Card card() {
    return new Card(
        "damped-oscillator",
        "A spiral into the origin, the same from every direction",
        Schema.of("x1", "x2"),
        List.of(new Parameter("a", 0.1)),
        "polynomial:1",
        Plan.of(0.2, 101, new double[] {1.5, 0}, new double[] {-0.4, 0.6}),
        new Citation(
            "Yang, J., Rao, W., Dehmamy, N., Walters, R., Yu, R.",
            2024,
            "Symmetry-informed governing equation discovery",
            "Advances in Neural Information Processing Systems 37"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = -p[0] * x[0] - x[1];
    dx[1] = x[0] - p[0] * x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x1", "x1", -p[0]),
        new Coefficient("x1", "x2", -1),
        new Coefficient("x2", "x1", 1),
        new Coefficient("x2", "x2", -p[0]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withContinuous(
        AffineSymmetry.linear("rotation", Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0})),
        AffineSymmetry.linear("scaling", Matrix.identity(2)));
  }
}
