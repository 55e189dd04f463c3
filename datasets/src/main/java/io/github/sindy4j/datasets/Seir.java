package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/** S' = −βSI, E' = βSI − σE, I' = σE − γI, as fractions of the population. */
final class Seir implements Definition {
  @Override
  public Card card() {
    return new Card(
        "seir",
        "An epidemic with a latent period: susceptible, exposed, infectious fractions",
        Schema.of("S", "E", "I"),
        List.of(
            new Parameter("beta", 0.9), new Parameter("sigma", 0.3), new Parameter("gamma", 0.15)),
        "polynomial:2,constant=no",
        Plan.of(0.05, 1201, new double[] {0.99, 0, 0.01}, new double[] {0.7, 0.05, 0.25}),
        new Citation(
            "Anderson, R. M., May, R. M.",
            1991,
            "Infectious Diseases of Humans: Dynamics and Control",
            "Oxford University Press"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    double infections = p[0] * x[0] * x[2];
    dx[0] = -infections;
    dx[1] = infections - p[1] * x[1];
    dx[2] = p[1] * x[1] - p[2] * x[2];
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    return List.of(
        new Coefficient("S", "S I", -p[0]),
        new Coefficient("E", "S I", p[0]),
        new Coefficient("E", "E", -p[1]),
        new Coefficient("I", "E", p[1]),
        new Coefficient("I", "I", -p[2]));
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withConserved(
        new ConservedQuantity(
            "final-size relation", "S + E + I - (%s)*log(S)".formatted(p[2] / p[0])));
  }
}
