package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = −ax³ + by³, y' = −bx³ − ay³. */
final class CubicOscillator implements Definition {
  @Override
  public Card card() {
    return new Card(
        "cubic-oscillator",
        "A damped oscillator whose restoring force and damping are cubic",
        Schema.of("x", "y"),
        List.of(new Parameter("a", 0.1), new Parameter("b", 2)),
        "polynomial:3",
        Plan.of(0.01, 2501, new double[] {2, 0}),
        new Citation(
            "Brunton, S. L., Proctor, J. L., Kutz, J. N.",
            2016,
            "Discovering governing equations from data by sparse identification of nonlinear dynamical systems",
            "Proceedings of the National Academy of Sciences 113, 3932–3937"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double x3 = x[0] * x[0] * x[0];
    double y3 = x[1] * x[1] * x[1];
    dx[0] = -p[0] * x3 + p[1] * y3;
    dx[1] = -p[1] * x3 - p[0] * y3;
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "x^3", -p[0]),
        new Coefficient("x", "y^3", p[1]),
        new Coefficient("y", "x^3", -p[1]),
        new Coefficient("y", "y^3", -p[0]));
  }

  @Override
  public Structure structure(double[] p) {
    Structure shared =
        Structure.NONE
            .withContinuous(AffineSymmetry.scaling("scaling with time ∝ 1/|x|²", 2, 1, 1))
            .withDiscrete(
                DiscreteSymmetry.of("quarter turn", new double[] {0, -1}, new double[] {1, 0}));
    return p[0] == 0 ? shared.withConserved(new ConservedQuantity("energy", "x^4 + y^4")) : shared;
  }
}
