package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.LinearSmoother.Curves;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An {@link Estimate} from linear smoothers, one chosen for each column.
 *
 * <p>The next better approximation is the twiced one, S y + S (y − S y) (Tukey 1977), so that the
 * error of a rate is R (y − S y). What white noise gives to it is summed exactly, over unit
 * vectors, for short segments; over random signs of a fixed seed for long ones.
 */
final class SmoothedEstimate {
  private static final int EXACT = 128;
  private static final int PROBED = 20_000;
  private static final int FEWEST = 8;
  private static final long SEED = 1;

  private SmoothedEstimate() {}

  /**
   * What was chosen for one column.
   *
   * @param smoother S and R
   * @param variance of the noise, estimated or known
   */
  record Choice(LinearSmoother smoother, double variance) {}

  /** What is estimated of one column: what an {@link Estimate} holds. */
  record Column(Vec states, Vec rates, Vec errors, double gain, Vec deviations) {
    private static Column of(double[] y, Choice choice) {
      LinearSmoother smoother = choice.smoother();
      Curves curves = smoother.apply(y, 1);
      double[] left = y.clone();
      for (int i = 0; i < y.length; i++) {
        left[i] -= curves.values().get(i, 0);
      }
      double deviation = Math.sqrt(choice.variance());
      return new Column(
          curves.values().vec(),
          curves.rates().vec(),
          smoother.apply(left, 1).rates().vec(),
          noiseGain(smoother, y.length),
          smoother.rateVariances().map(v -> deviation * Math.sqrt(Math.max(0, v))));
    }
  }

  /** Refuses segments that are too short for a method. */
  static void requireSamples(Vec times, Differentiator differentiator) {
    if (times.size() < differentiator.minimumSamples()) {
      throw new BadData(
          "too-few-samples",
          "",
          "a segment of "
              + times.size()
              + " samples is too short for "
              + differentiator.text()
              + ", which needs "
              + differentiator.minimumSamples(),
          "Choose a lower order or degree");
    }
  }

  /** Smooths every column with what is chosen for it. */
  static Estimate of(Matrix values, Function<double[], Choice> choices) {
    return ofColumns(values, y -> Column.of(y, choices.apply(y)));
  }

  /** Estimates every column by itself. */
  static Estimate ofColumns(Matrix values, Function<double[], Column> estimates) {
    int n = values.rows();
    int columns = values.cols();
    Column[] parts =
        IntStream.range(0, columns)
            .parallel()
            .mapToObj(c -> estimates.apply(values.col(c).toArray()))
            .toArray(Column[]::new);
    double[] states = new double[n * columns];
    double[] rates = new double[n * columns];
    double[] errors = new double[n * columns];
    double[] deviations = new double[n * columns];
    double[] gains = new double[columns];
    for (int c = 0; c < columns; c++) {
      gains[c] = parts[c].gain();
      for (int i = 0; i < n; i++) {
        states[i * columns + c] = parts[c].states().get(i);
        rates[i * columns + c] = parts[c].rates().get(i);
        errors[i * columns + c] = parts[c].errors().get(i);
        deviations[i * columns + c] = parts[c].deviations().get(i);
      }
    }
    return new Estimate(
        Matrix.adopt(n, columns, states),
        Matrix.adopt(n, columns, rates),
        Matrix.adopt(n, columns, errors),
        Vec.adopt(gains),
        Optional.of(Matrix.adopt(n, columns, deviations)));
  }

  /** ‖R (I − S)‖², exactly or on average. */
  private static double noiseGain(LinearSmoother smoother, int n) {
    int columns = n <= EXACT ? n : Math.max(FEWEST, PROBED / n);
    double[] probes = new double[n * columns];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < columns; c++) {
        double unit = i == c ? 1 : 0;
        probes[i * columns + c] = n <= EXACT ? unit : random.nextBoolean() ? 1 : -1;
      }
    }
    Vec smooth = smoother.apply(probes, columns).values().vec();
    for (int k = 0; k < probes.length; k++) {
      probes[k] -= smooth.get(k);
    }
    Vec rates = smoother.apply(probes, columns).rates().vec();
    double squares = rates.dot(rates);
    return n <= EXACT ? squares : squares / columns;
  }
}
