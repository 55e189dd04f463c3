package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** I₁w1' = (I₂ − I₃) w2 w3 and cyclically: Euler's equations in the body's frame. */
final class RigidBody implements Definition {
  @Override
  public Card card() {
    return new Card(
        "rigid-body",
        "A free top: angular velocities in its own frame",
        Schema.of("w1", "w2", "w3"),
        List.of(new Parameter("I1", 1), new Parameter("I2", 2), new Parameter("I3", 3)),
        "polynomial:2",
        Plan.of(
            0.02,
            1501,
            new double[] {0.2, 1, 0.1},
            new double[] {1, 0.3, 0.2},
            new double[] {0.3, 0.2, 1}),
        new Citation(
            "Euler, L.", 1765, "Theoria motus corporum solidorum seu rigidorum", "Röse, Rostock"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    dx[0] = (p[1] - p[2]) / p[0] * x[1] * x[2];
    dx[1] = (p[2] - p[0]) / p[1] * x[2] * x[0];
    dx[2] = (p[0] - p[1]) / p[2] * x[0] * x[1];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("w1", "w2 w3", (p[1] - p[2]) / p[0]),
        new Coefficient("w2", "w1 w3", (p[2] - p[0]) / p[1]),
        new Coefficient("w3", "w1 w2", (p[0] - p[1]) / p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE
        .withContinuous(AffineSymmetry.scaling("scaling with time ∝ 1/|w|", 1, 1, 1, 1))
        .withDiscrete(
            DiscreteSymmetry.signs("half turn about axis 1", 1, -1, -1),
            DiscreteSymmetry.signs("half turn about axis 2", -1, 1, -1),
            DiscreteSymmetry.reversal("time reversal w → −w", -1, -1, -1))
        .withConserved(
            new ConservedQuantity("twice the energy", squares(p[0], p[1], p[2])),
            new ConservedQuantity(
                "squared angular momentum", squares(p[0] * p[0], p[1] * p[1], p[2] * p[2])));
  }

  private static String squares(double a, double b, double c) {
    return "(%s)*w1^2 + (%s)*w2^2 + (%s)*w3^2".formatted(a, b, c);
  }
}
