package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x1' = a − b exp(x2), x2' = c exp(x1) − d: Lotka–Volterra in the logarithms of the numbers. */
final class LotkaVolterraLog implements Definition {
  @Override
  public Card card() {
    return new Card(
        "lotka-volterra-log",
        "Predator and prey in the logarithms of their numbers, where the flow is Hamiltonian",
        Schema.of("x1", "x2"),
        List.of(
            new Parameter("a", 2.0 / 3),
            new Parameter("b", 4.0 / 3),
            new Parameter("c", 1),
            new Parameter("d", 1)),
        "polynomial:1 + expr(exp(x1), exp(x2))",
        Plan.of(0.02, 1001, new double[] {-1.5, -2}, new double[] {-2, -1}),
        new Citation(
            "Yang, J., Rao, W., Dehmamy, N., Walters, R., Yu, R.",
            2024,
            "Symmetry-informed governing equation discovery",
            "Advances in Neural Information Processing Systems 37"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = p[0] - p[1] * Math.exp(x[1]);
    dx[1] = p[2] * Math.exp(x[0]) - p[3];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x1", "1", p[0]),
        new Coefficient("x1", "exp(x2)", -p[1]),
        new Coefficient("x2", "1", -p[3]),
        new Coefficient("x2", "exp(x1)", p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withConserved(
        new ConservedQuantity(
            "energy",
            "(%s)*exp(x1) - (%s)*x1 + (%s)*exp(x2) - (%s)*x2".formatted(p[2], p[3], p[1], p[0])));
  }
}
