package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/** x' = μx − ωy + (ax − by)r², y' = ωx + μy + (bx + ay)r², r² = x² + y². */
final class Hopf implements Definition {
  @Override
  public Card card() {
    return new Card(
        "hopf",
        "Normal form of the Hopf bifurcation: a round limit cycle for mu > 0 > a",
        Schema.of("x", "y"),
        List.of(
            new Parameter("mu", 0.5),
            new Parameter("omega", 1),
            new Parameter("a", -1),
            new Parameter("b", 0)),
        "polynomial:3",
        Plan.of(0.02, 1001, new double[] {0.05, 0}, new double[] {2, 0}),
        new Citation(
            "Hopf, E.",
            1942,
            "Abzweigung einer periodischen Lösung von einer stationären Lösung eines Differentialsystems",
            "Berichte der Sächsischen Akademie der Wissenschaften, Math.-Phys. Klasse 94, 1–22"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double r2 = x[0] * x[0] + x[1] * x[1];
    dx[0] = p[0] * x[0] - p[1] * x[1] + (p[2] * x[0] - p[3] * x[1]) * r2;
    dx[1] = p[1] * x[0] + p[0] * x[1] + (p[3] * x[0] + p[2] * x[1]) * r2;
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "x", p[0]),
        new Coefficient("x", "y", -p[1]),
        new Coefficient("x", "x^3", p[2]),
        new Coefficient("x", "x^2 y", -p[3]),
        new Coefficient("x", "x y^2", p[2]),
        new Coefficient("x", "y^3", -p[3]),
        new Coefficient("y", "x", p[1]),
        new Coefficient("y", "y", p[0]),
        new Coefficient("y", "x^3", p[3]),
        new Coefficient("y", "x^2 y", p[2]),
        new Coefficient("y", "x y^2", p[3]),
        new Coefficient("y", "y^3", p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withContinuous(
        AffineSymmetry.linear(
            "rotation", Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0})));
  }
}
