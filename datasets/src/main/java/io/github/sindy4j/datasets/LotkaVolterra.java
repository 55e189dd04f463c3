package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = ax − bxy, y' = dxy − cy. */
final class LotkaVolterra implements Definition {
  @Override
  public Card card() {
    return new Card(
        "lotka-volterra",
        "Prey x and predators y: closed cycles around one equilibrium",
        Schema.of("x", "y"),
        List.of(
            new Parameter("a", 2.0 / 3),
            new Parameter("b", 4.0 / 3),
            new Parameter("c", 1),
            new Parameter("d", 1)),
        "polynomial:2",
        Plan.of(0.01, 3001, new double[] {1.8, 1.8}),
        new Citation(
            "Lotka, A. J.",
            1920,
            "Analytical note on certain rhythmic relations in organic systems",
            "Proceedings of the National Academy of Sciences 6, 410–415"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = p[0] * x[0] - p[1] * x[0] * x[1];
    dx[1] = p[3] * x[0] * x[1] - p[2] * x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "x", p[0]),
        new Coefficient("x", "x y", -p[1]),
        new Coefficient("y", "x y", p[3]),
        new Coefficient("y", "y", -p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withConserved(
        new ConservedQuantity(
            "Lotka–Volterra invariant",
            "(%s)*x - (%s)*log(x) + (%s)*y - (%s)*log(y)".formatted(p[3], p[2], p[1], p[0])));
  }
}
