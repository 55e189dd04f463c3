package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** θᵢ' = ωᵢ + K/N Σⱼ sin(θⱼ − θᵢ), N = 5; phases are not reduced modulo 2π. */
final class Kuramoto implements Definition {
  private static final int N = 5;

  @Override
  public Card card() {
    return new Card(
        "kuramoto",
        "Five oscillators that pull each other's phases",
        Schema.of(IntStream.rangeClosed(1, N).mapToObj(i -> "theta" + i).toArray(String[]::new)),
        List.of(
            new Parameter("omega1", 1),
            new Parameter("omega2", 1.4),
            new Parameter("omega3", 0.7),
            new Parameter("omega4", 1.9),
            new Parameter("omega5", 0.4),
            new Parameter("K", 0.5)),
        library(),
        Plan.of(
            0.02,
            1001,
            new double[] {0, 1, 2, 3, 4},
            new double[] {3, 0.5, 5, 1, 2},
            new double[] {1, 4, 0.2, 5.5, 3}),
        new Citation(
            "Kuramoto, Y.",
            1975,
            "Self-entrainment of a population of coupled non-linear oscillators",
            "Lecture Notes in Physics 39, 420–422"));
  }

  /** 1 and the sine and cosine of every difference θᵢ − θⱼ, i &lt; j. */
  private static String library() {
    List<String> terms = new ArrayList<>(List.of("1"));
    for (int i = 1; i <= N; i++) {
      for (int j = i + 1; j <= N; j++) {
        terms.add("sin" + difference(i, j));
        terms.add("cos" + difference(i, j));
      }
    }
    return "expr(" + String.join(", ", terms) + ")";
  }

  private static String difference(int i, int j) {
    return "(theta" + i + " - theta" + j + ")";
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    for (int i = 0; i < N; i++) {
      double pull = 0;
      for (int j = 0; j < N; j++) {
        pull += Math.sin(x[j] - x[i]);
      }
      dx[i] = p[i] + p[N] / N * pull;
    }
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 1; i <= N; i++) {
      coefficients.add(new Coefficient("theta" + i, "1", p[i - 1]));
      for (int j = 1; j <= N; j++) {
        if (i != j) {
          String term = "sin" + difference(Math.min(i, j), Math.max(i, j));
          coefficients.add(new Coefficient("theta" + i, term, (i < j ? -1 : 1) * p[N] / N));
        }
      }
    }
    return coefficients;
  }

  @Override
  public Structure structure(double[] p) {
    return Structure.NONE.withContinuous(
        AffineSymmetry.shift("common shift of all phases", 1, 1, 1, 1, 1));
  }
}
