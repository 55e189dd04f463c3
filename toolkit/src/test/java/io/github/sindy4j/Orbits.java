package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Planted systems, integrated by a small Runge–Kutta method of order 4 with many steps. */
public final class Orbits {
  private static final int SUBSTEPS = 10;

  private Orbits() {}

  /** ẋ = f(t, x). */
  @FunctionalInterface
  public interface Field {
    /** f(t, x). */
    double[] rate(double t, double[] x);
  }

  /** Lorenz's system with σ = 10, ρ = 28, β = 8/3. */
  public static double[] lorenz(double t, double[] x) {
    return new double[] {
      10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8.0 / 3 * x[2]
    };
  }

  /** ẋ = y, ẏ = −x + y − x² y. */
  public static double[] vanDerPol(double t, double[] x) {
    return new double[] {x[1], -x[0] + x[1] - x[0] * x[0] * x[1]};
  }

  /** 0, step, 2 step, …. */
  public static Vec grid(int count, double step) {
    double[] times = new double[count];
    Arrays.setAll(times, k -> k * step);
    return Vec.adopt(times);
  }

  /** x at these times, from x(t₁) = start. */
  public static Matrix states(Field field, Vec times, double... start) {
    double[][] rows = new double[times.size()][];
    rows[0] = start.clone();
    for (int k = 1; k < rows.length; k++) {
      double t = times.get(k - 1);
      double h = (times.get(k) - t) / SUBSTEPS;
      double[] x = rows[k - 1];
      for (int s = 0; s < SUBSTEPS; s++) {
        x = step(field, t + s * h, x, h);
      }
      rows[k] = x;
    }
    return Matrix.ofRows(rows);
  }

  /** An integrator of the same kind. */
  public static Solution integrate(VectorField field, Vec start, Vec times) {
    Evaluator evaluator = field.evaluator();
    Field rates =
        (t, x) -> {
          double[] rate = new double[x.length];
          evaluator.rates(t, x, rate);
          return rate;
        };
    Matrix states = states(rates, times, start.toArray());
    return new Solution(times, states, new Solution.Completed(), 0);
  }

  /** f(t, x) at every sample. */
  public static Matrix rates(Field field, Vec times, Matrix states) {
    double[][] rows = new double[times.size()][];
    Arrays.setAll(rows, k -> field.rate(times.get(k), states.row(k).toArray()));
    return Matrix.ofRows(rows);
  }

  /** The matrix with white noise whose σ is this part of each column's spread. */
  public static Matrix noisy(Matrix states, double level, SplittableRandom random) {
    double[] values = states.toArray();
    for (int j = 0; j < states.cols(); j++) {
      double mean = Arrays.stream(states.col(j).toArray()).average().orElse(0);
      double spread = states.col(j).map(v -> v - mean).norm() / Math.sqrt(states.rows());
      for (int i = 0; i < states.rows(); i++) {
        values[i * states.cols() + j] += level * spread * random.nextGaussian();
      }
    }
    return Matrix.adopt(states.rows(), states.cols(), values);
  }

  /** A Lorenz trajectory on the attractor. */
  public static Dataset lorenzData(int count, double step) {
    Vec times = grid(count, step);
    return Dataset.of(times, states(Orbits::lorenz, times, -8, 8, 27), "x", "y", "z");
  }

  private static double[] step(Field field, double t, double[] x, double h) {
    double[] a = field.rate(t, x);
    double[] b = field.rate(t + h / 2, moved(x, a, h / 2));
    double[] c = field.rate(t + h / 2, moved(x, b, h / 2));
    double[] d = field.rate(t + h, moved(x, c, h));
    double[] next = x.clone();
    for (int i = 0; i < x.length; i++) {
      next[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
    return next;
  }

  private static double[] moved(double[] x, double[] rate, double h) {
    double[] moved = x.clone();
    for (int i = 0; i < x.length; i++) {
      moved[i] += h * rate[i];
    }
    return moved;
  }
}
