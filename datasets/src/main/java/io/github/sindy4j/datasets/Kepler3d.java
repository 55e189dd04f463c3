package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/** x'' = −gm x/r³ in space, as a first-order system in (x, y, z, vx, vy, vz). */
final class Kepler3d implements Definition {
  private static final String CUBE = "/(x^2 + y^2 + z^2)^1.5";
  private static final String LIBRARY = "polynomial:1 + expr(x%1$s, y%1$s, z%1$s)".formatted(CUBE);

  /** Four orbits in four planes: a circle, an ellipse from its perihelion, and two others. */
  private static final double[][] STARTS = {
    {1, 0, 0, 0, 0.8, 0.6},
    {0, 0.5, 0, -1.5, 0, Math.sqrt(0.75)},
    {0, 1.2, 0.3, -0.3, 0.2, -0.7},
    {0.4, -0.6, 0.7, 0.6, 0.5, 0.3}
  };

  @Override
  public Card card() {
    return new Card(
        "kepler-3d",
        "A planet around a fixed sun, in space: orbits in several planes",
        Schema.of("x", "y", "z", "vx", "vy", "vz"),
        List.of(new Parameter("gm", 1)),
        LIBRARY,
        Plan.of(0.02, 501, STARTS),
        new Citation("Newton, I.", 1687, "Philosophiæ Naturalis Principia Mathematica", "London"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double r2 = x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
    double pull = p[0] / (r2 * Math.sqrt(r2));
    for (int i = 0; i < 3; i++) {
      dx[i] = x[3 + i];
      dx[3 + i] = -pull * x[i];
    }
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "vx", 1),
        new Coefficient("y", "vy", 1),
        new Coefficient("z", "vz", 1),
        new Coefficient("vx", "x" + CUBE, -p[0]),
        new Coefficient("vy", "y" + CUBE, -p[0]),
        new Coefficient("vz", "z" + CUBE, -p[0]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE
        .withContinuous(
            AffineSymmetry.linear("rotation about the x axis", turn(1, 2)),
            AffineSymmetry.linear("rotation about the y axis", turn(2, 0)),
            AffineSymmetry.linear("rotation about the z axis", turn(0, 1)),
            AffineSymmetry.scaling("Kepler's third law", -3, 2, 2, 2, -1, -1, -1))
        .withDiscrete(
            DiscreteSymmetry.signs("reflection (z, vz) → (−z, −vz)", 1, 1, -1, 1, 1, -1),
            DiscreteSymmetry.reversal("time reversal v → −v", 1, 1, 1, -1, -1, -1))
        .withConserved(conserved(p[0]));
  }

  /** The turn from axis a to axis b, of positions and of velocities. */
  private static Matrix turn(int a, int b) {
    double[] entries = new double[36];
    for (int block = 0; block < 6; block += 3) {
      entries[(block + b) * 6 + block + a] = 1;
      entries[(block + a) * 6 + block + b] = -1;
    }
    return Matrix.adopt(6, 6, entries);
  }

  private static ConservedQuantity[] conserved(double gm) {
    String lx = "(y*vz - z*vy)";
    String ly = "(z*vx - x*vz)";
    String lz = "(x*vy - y*vx)";
    String away = " - (" + gm + ")*%s/sqrt(x^2 + y^2 + z^2)";
    String name = "Laplace–Runge–Lenz ";
    return new ConservedQuantity[] {
      new ConservedQuantity("energy", "0.5*vx^2 + 0.5*vy^2 + 0.5*vz^2" + away.formatted("1")),
      new ConservedQuantity("angular momentum x", lx),
      new ConservedQuantity("angular momentum y", ly),
      new ConservedQuantity("angular momentum z", lz),
      new ConservedQuantity(name + "x", "vy*" + lz + " - vz*" + ly + away.formatted("x")),
      new ConservedQuantity(name + "y", "vz*" + lx + " - vx*" + lz + away.formatted("y")),
      new ConservedQuantity(name + "z", "vx*" + ly + " - vy*" + lx + away.formatted("z"))
    };
  }
}
