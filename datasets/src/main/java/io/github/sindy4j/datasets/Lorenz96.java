package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** xᵢ' = (xᵢ₊₁ − xᵢ₋₂) xᵢ₋₁ − xᵢ + F for i = 1 … 20 on a circle. */
final class Lorenz96 implements Definition {
  private static final int STATES = 20;

  @Override
  public Card card() {
    return new Card(
        "lorenz96",
        "Twenty sites on a circle of latitude, chaotic: a toy atmosphere",
        Schema.of(IntStream.rangeClosed(1, STATES).mapToObj(i -> "x" + i).toArray(String[]::new)),
        List.of(new Parameter("F", 8)),
        "polynomial:2",
        Plan.of(
            0.01,
            2001,
            new double[] {
              4.5, 7.7, 1.7, 4.0, 6.4, 0.5, 4.8, 7.4, -1.6, -3.0, 0.6, 3.2, 10.5, -1.2, -0.2, 2.7,
              6.3, -3.1, -3.2, -0.9
            }),
        new Citation(
            "Lorenz, E. N.",
            1996,
            "Predictability: a problem partly solved",
            "Seminar on Predictability, volume I, European Centre for Medium-Range Weather"
                + " Forecasts, Reading, 1–18"));
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    for (int i = 0; i < STATES; i++) {
      dx[i] = (x[site(i + 1)] - x[site(i - 2)]) * x[site(i - 1)] - x[i] + p[0];
    }
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      coefficients.add(new Coefficient(name(i), "1", p[0]));
      coefficients.add(new Coefficient(name(i), name(i), -1));
      coefficients.add(new Coefficient(name(i), product(i + 1, i - 1), 1));
      coefficients.add(new Coefficient(name(i), product(i - 2, i - 1), -1));
    }
    return coefficients;
  }

  @Override
  public Structure structure(double[] p) {
    double[] shift = new double[STATES * STATES];
    for (int i = 0; i < STATES; i++) {
      shift[i * STATES + site(i + 1)] = 1;
    }
    return Structure.NONE.withDiscrete(
        new DiscreteSymmetry(
            "xᵢ → xᵢ₊₁ on the circle", Matrix.adopt(STATES, STATES, shift), false));
  }

  private static int site(int i) {
    return Math.floorMod(i, STATES);
  }

  private static String name(int i) {
    return "x" + (site(i) + 1);
  }

  /** In the order of the library. */
  private static String product(int i, int j) {
    int first = Math.min(site(i), site(j));
    int second = Math.max(site(i), site(j));
    return name(first) + " " + name(second);
  }
}
