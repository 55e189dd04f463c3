package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** v' = v − v³/3 − w + I, w' = ε(v + a − bw). */
final class FitzHughNagumo implements Definition {
  @Override
  public Card card() {
    return new Card(
        "fitzhugh-nagumo",
        "A firing nerve: fast voltage v, slow recovery w",
        Schema.of("v", "w"),
        List.of(
            new Parameter("epsilon", 0.08),
            new Parameter("a", 0.7),
            new Parameter("b", 0.8),
            new Parameter("I", 0.5)),
        "polynomial:3",
        Plan.of(0.05, 3001, new double[] {-1, 1}),
        new Citation(
            "FitzHugh, R.",
            1961,
            "Impulses and physiological states in theoretical models of nerve membrane",
            "Biophysical Journal 1, 445–466"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = x[0] - x[0] * x[0] * x[0] / 3 - x[1] + p[3];
    dx[1] = p[0] * (x[0] + p[1] - p[2] * x[1]);
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("v", "1", p[3]),
        new Coefficient("v", "v", 1),
        new Coefficient("v", "w", -1),
        new Coefficient("v", "v^3", -1.0 / 3),
        new Coefficient("w", "1", p[0] * p[1]),
        new Coefficient("w", "v", p[0]),
        new Coefficient("w", "w", -p[0] * p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE;
  }
}
