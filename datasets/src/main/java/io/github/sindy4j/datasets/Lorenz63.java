package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = σ(y − x), y' = x(ρ − z) − y, z' = xy − βz. */
final class Lorenz63 implements Definition {
  @Override
  public Card card() {
    return new Card(
        "lorenz63",
        "Convection cells in three modes, chaotic: two wings",
        Schema.of("x", "y", "z"),
        List.of(
            new Parameter("sigma", 10), new Parameter("rho", 28), new Parameter("beta", 8.0 / 3)),
        "polynomial:2",
        Plan.of(0.002, 5001, new double[] {-8, 8, 27}),
        new Citation(
            "Lorenz, E. N.",
            1963,
            "Deterministic nonperiodic flow",
            "Journal of the Atmospheric Sciences 20, 130–141"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = p[0] * (x[1] - x[0]);
    dx[1] = x[0] * (p[1] - x[2]) - x[1];
    dx[2] = x[0] * x[1] - p[2] * x[2];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "x", -p[0]),
        new Coefficient("x", "y", p[0]),
        new Coefficient("y", "x", p[1]),
        new Coefficient("y", "y", -1),
        new Coefficient("y", "x z", -1),
        new Coefficient("z", "z", -p[2]),
        new Coefficient("z", "x y", 1));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withDiscrete(
        DiscreteSymmetry.signs("(x, y, z) → (−x, −y, z)", -1, -1, 1));
  }
}
