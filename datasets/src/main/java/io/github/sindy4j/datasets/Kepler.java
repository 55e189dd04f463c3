package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/** x'' = −gm x/r³ in the plane, as a first-order system in (x, y, vx, vy). */
final class Kepler implements Definition {
  private static final String PULL_X = "x/(x^2 + y^2)^1.5";
  private static final String PULL_Y = "y/(x^2 + y^2)^1.5";
  private static final String LIBRARY = "polynomial:1 + expr(" + PULL_X + ", " + PULL_Y + ")";

  @Override
  public Card card() {
    return new Card(
        "kepler",
        "A planet around a fixed sun, in the plane",
        Schema.of("x", "y", "vx", "vy"),
        List.of(new Parameter("gm", 1)),
        LIBRARY,
        Plan.of(0.02, 1001, new double[] {0.5, 0, 0, Math.sqrt(3)}, new double[] {0, 1, -0.9, 0.2}),
        new Citation("Newton, I.", 1687, "Philosophiæ Naturalis Principia Mathematica", "London"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double r2 = x[0] * x[0] + x[1] * x[1];
    double pull = p[0] / (r2 * Math.sqrt(r2));
    dx[0] = x[2];
    dx[1] = x[3];
    dx[2] = -pull * x[0];
    dx[3] = -pull * x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "vx", 1),
        new Coefficient("y", "vy", 1),
        new Coefficient("vx", PULL_X, -p[0]),
        new Coefficient("vy", PULL_Y, -p[0]));
  }

  @Override
  public Structure structure(double[] p) {
    Matrix turn =
        Matrix.ofRows(
            new double[] {0, -1, 0, 0},
            new double[] {1, 0, 0, 0},
            new double[] {0, 0, 0, -1},
            new double[] {0, 0, 1, 0});
    return Structure.NONE
        .withContinuous(
            AffineSymmetry.linear("rotation of positions and velocities", turn),
            AffineSymmetry.scaling("Kepler's third law", -3, 2, 2, -1, -1))
        .withDiscrete(
            DiscreteSymmetry.signs("reflection (y, vy) → (−y, −vy)", 1, -1, 1, -1),
            DiscreteSymmetry.reversal("time reversal v → −v", 1, 1, -1, -1))
        .withConserved(conserved(p[0]));
  }

  private static ConservedQuantity[] conserved(double gm) {
    String pull = "(" + gm + ")";
    return new ConservedQuantity[] {
      new ConservedQuantity("energy", "0.5*vx^2 + 0.5*vy^2 - " + pull + "/sqrt(x^2 + y^2)"),
      new ConservedQuantity("angular momentum", "x*vy - y*vx"),
      new ConservedQuantity(
          "Laplace–Runge–Lenz x", "vy*(x*vy - y*vx) - " + pull + "*x/sqrt(x^2 + y^2)"),
      new ConservedQuantity(
          "Laplace–Runge–Lenz y", "-vx*(x*vy - y*vx) - " + pull + "*y/sqrt(x^2 + y^2)")
    };
  }
}
