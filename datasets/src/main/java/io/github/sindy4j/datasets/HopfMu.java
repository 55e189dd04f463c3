package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** x' = μx − ωy − xr², y' = ωx + μy − yr², μ' = 0: the parameter is a state. */
final class HopfMu implements Definition {
  @Override
  public Card card() {
    return new Card(
        "hopf-mu",
        "The Hopf normal form with its parameter among the states, below and above the bifurcation",
        Schema.of("x", "y", "mu"),
        List.of(new Parameter("omega", 1)),
        "polynomial:3",
        new Plan(0.02, 1001, starts(), List.of("mu")),
        new Citation(
            "Brunton, S. L., Proctor, J. L., Kutz, J. N.",
            2016,
            "Discovering governing equations from data by sparse identification of nonlinear dynamical systems",
            "Proceedings of the National Academy of Sciences 113, 3932–3937"));
  }

  private static List<Vec> starts() {
    List<Vec> starts = new ArrayList<>(List.of(Vec.of(2, 0, -0.15), Vec.of(2, 0, -0.05)));
    for (int hundredths = 5; hundredths <= 55; hundredths += 10) {
      starts.add(Vec.of(0.05, 0, hundredths / 100.0));
      starts.add(Vec.of(2, 0, hundredths / 100.0));
    }
    return starts;
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double r2 = x[0] * x[0] + x[1] * x[1];
    dx[0] = x[2] * x[0] - p[0] * x[1] - x[0] * r2;
    dx[1] = p[0] * x[0] + x[2] * x[1] - x[1] * r2;
    dx[2] = 0;
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x", "y", -p[0]),
        new Coefficient("x", "x mu", 1),
        new Coefficient("x", "x^3", -1),
        new Coefficient("x", "x y^2", -1),
        new Coefficient("y", "x", p[0]),
        new Coefficient("y", "y mu", 1),
        new Coefficient("y", "x^2 y", -1),
        new Coefficient("y", "y^3", -1));
  }

  @Override
  public Structure structure(double[] p) {
    Matrix turn =
        Matrix.ofRows(new double[] {0, -1, 0}, new double[] {1, 0, 0}, new double[] {0, 0, 0});
    return Structure.NONE
        .withContinuous(AffineSymmetry.linear("rotation of (x, y)", turn))
        .withConserved(new ConservedQuantity("the parameter", "mu"));
  }
}
