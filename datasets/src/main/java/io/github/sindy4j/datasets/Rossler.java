package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x' = −y − z, y' = x + ay, z' = b + z(x − c). */
final class Rossler implements Definition {
  @Override
  public Card card() {
    return new Card(
        "rossler",
        "The simplest chaos: one fold, one quadratic term",
        Schema.of("x", "y", "z"),
        List.of(new Parameter("a", 0.2), new Parameter("b", 0.2), new Parameter("c", 5.7)),
        "polynomial:2",
        Plan.of(0.01, 5001, new double[] {1, 1, 1}),
        new Citation(
            "Rössler, O. E.",
            1976,
            "An equation for continuous chaos",
            "Physics Letters A 57, 397–398"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = -x[1] - x[2];
    dx[1] = x[0] + p[0] * x[1];
    dx[2] = p[1] + x[2] * (x[0] - p[2]);
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "y", -1),
        new Coefficient("x", "z", -1),
        new Coefficient("y", "x", 1),
        new Coefficient("y", "y", p[0]),
        new Coefficient("z", "1", p[1]),
        new Coefficient("z", "x z", 1),
        new Coefficient("z", "z", -p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE;
  }
}
