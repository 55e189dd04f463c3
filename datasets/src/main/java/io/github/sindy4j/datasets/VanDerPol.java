package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = y, y' = μ(1 − x²)y − x. */
final class VanDerPol implements Definition {
  @Override
  public Card card() {
    return new Card(
        "van-der-pol",
        "A self-exciting oscillator: every solution winds onto one limit cycle",
        Schema.of("x", "y"),
        List.of(new Parameter("mu", 2)),
        "polynomial:3",
        Plan.of(0.01, 3001, new double[] {0.5, 0}),
        new Citation(
            "van der Pol, B.",
            1926,
            "On relaxation-oscillations",
            "Philosophical Magazine 2, 978–992"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = x[1];
    dx[1] = p[0] * (1 - x[0] * x[0]) * x[1] - x[0];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "y", 1),
        new Coefficient("y", "y", p[0]),
        new Coefficient("y", "x^2 y", -p[0]),
        new Coefficient("y", "x", -1));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withDiscrete(DiscreteSymmetry.signs("(x, y) → (−x, −y)", -1, -1));
  }
}
