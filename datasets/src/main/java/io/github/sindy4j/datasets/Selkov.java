package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** x1' = a − b x1 − x1 x2², x2' = −x2 + b x1 + x1 x2². */
final class Selkov implements Definition {
  @Override
  public Card card() {
    return new Card(
        "selkov",
        "Glycolysis: sugar phosphate that is consumed the faster the more product there is",
        Schema.of("x1", "x2"),
        List.of(new Parameter("a", 0.75), new Parameter("b", 0.1)),
        "polynomial:3",
        Plan.of(0.02, 1001, new double[] {0.6, 0.9}, new double[] {0.9, 0.6}),
        new Citation(
            "Sel'kov, E. E.",
            1968,
            "Self-oscillations in glycolysis",
            "European Journal of Biochemistry 4, 79–86"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double consumed = x[0] * x[1] * x[1];
    dx[0] = p[0] - p[1] * x[0] - consumed;
    dx[1] = -x[1] + p[1] * x[0] + consumed;
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("x1", "1", p[0]),
        new Coefficient("x1", "x1", -p[1]),
        new Coefficient("x1", "x1 x2^2", -1),
        new Coefficient("x2", "x2", -1),
        new Coefficient("x2", "x1", p[1]),
        new Coefficient("x2", "x1 x2^2", 1));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE;
  }
}
