package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = y, y' = −δy − αx − βx³. */
final class Duffing implements Definition {
  @Override
  public Card card() {
    return new Card(
        "duffing",
        "A damped spring with two wells",
        Schema.of("x", "y"),
        List.of(new Parameter("delta", 0.1), new Parameter("alpha", -1), new Parameter("beta", 1)),
        "polynomial:3",
        Plan.of(0.01, 4001, new double[] {2.5, 0}),
        new Citation(
            "Duffing, G.",
            1918,
            "Erzwungene Schwingungen bei veränderlicher Eigenfrequenz und ihre technische Bedeutung",
            "Vieweg, Braunschweig"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = x[1];
    dx[1] = -p[0] * x[1] - p[1] * x[0] - p[2] * x[0] * x[0] * x[0];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "y", 1),
        new Coefficient("y", "y", -p[0]),
        new Coefficient("y", "x", -p[1]),
        new Coefficient("y", "x^3", -p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    DiscreteSymmetry inversion = DiscreteSymmetry.signs("(x, y) → (−x, −y)", -1, -1);
    return p[0] == 0
        ? Structure.NONE
            .withDiscrete(inversion, DiscreteSymmetry.reversal("(x, y) → (x, −y)", 1, -1))
            .withConserved(
                new ConservedQuantity(
                    "energy", "0.5*y^2 + (%s)*x^2 + (%s)*x^4".formatted(p[1] / 2, p[2] / 4)))
        : Structure.NONE.withDiscrete(inversion);
  }
}
