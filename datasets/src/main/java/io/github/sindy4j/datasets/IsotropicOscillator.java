package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/** x'' = −k x in the plane, as a first-order system in (x, y, vx, vy): every orbit an ellipse. */
final class IsotropicOscillator implements Definition {
  @Override
  public Card card() {
    return new Card(
        "isotropic-oscillator",
        "A mass on equal springs in the plane: ellipses around the origin",
        Schema.of("x", "y", "vx", "vy"),
        List.of(new Parameter("k", 1)),
        "polynomial:1",
        Plan.of(0.05, 401, new double[] {1, 0, 0, 0.6}, new double[] {0.3, 0.8, -0.5, 0.4}),
        new Citation(
            "Jauch, J. M. and Hill, E. L.",
            1940,
            "On the problem of degeneracy in quantum mechanics",
            "Physical Review 57, 641–645"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = x[2];
    dx[1] = x[3];
    dx[2] = -p[0] * x[0];
    dx[3] = -p[0] * x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "vx", 1),
        new Coefficient("y", "vy", 1),
        new Coefficient("vx", "x", -p[0]),
        new Coefficient("vy", "y", -p[0]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE
        .withContinuous(commutant(p[0]))
        .withDiscrete(DiscreteSymmetry.reversal("time reversal v → −v", 1, 1, -1, -1))
        .withConserved(
            new ConservedQuantity("energy along x", energy("vx^2", "x^2", p[0])),
            new ConservedQuantity("energy along y", energy("vy^2", "y^2", p[0])),
            new ConservedQuantity("orientation", energy("vx*vy", "x*y", p[0])),
            new ConservedQuantity("angular momentum", "x*vy - y*vx"));
  }

  private static String energy(String kinetic, String potential, double k) {
    return "0.5*%s + 0.5*(%s)*%s".formatted(kinetic, k, potential);
  }

  /** The matrices [B C; −k C B] with B and C any 2×2: all that commute with [0 1; −k 0]. */
  private static AffineSymmetry[] commutant(double k) {
    List<AffineSymmetry> symmetries = new ArrayList<>();
    String[] names = {"x", "y"};
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double[] same = new double[16];
        double[] mixed = new double[16];
        same[i * 4 + j] = 1;
        same[(2 + i) * 4 + 2 + j] = 1;
        mixed[i * 4 + 2 + j] = 1;
        mixed[(2 + i) * 4 + j] = -k;
        String which = names[j] + " → " + names[i];
        symmetries.add(AffineSymmetry.linear("superposition " + which, Matrix.adopt(4, 4, same)));
        symmetries.add(
            AffineSymmetry.linear(
                "superposition " + which + ", a quarter period later", Matrix.adopt(4, 4, mixed)));
      }
    }
    return symmetries.toArray(AffineSymmetry[]::new);
  }
}
