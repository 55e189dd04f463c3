package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a second pass over the rows tells: how strongly the residuals of a fit are serially
 * correlated.
 */
public final class Residuals {
  /** How many rows are looked at, at most: the first ones. */
  public static final int LONGEST = 100_000;

  private static final int MOST_LAGS = 400;

  private Residuals() {}

  /**
   * ν = N / Σₖ ρₖ² for each equation, ρ the autocorrelation of the residuals y − Θ w: the number of
   * independent samples whose mean square is as certain as that of the N correlated ones. Lags up
   * to N/5 (at most 400), over at most the first 100 000 rows.
   *
   * <p>Source: G. V. Bayley and J. M. Hammersley, J. R. Stat. Soc. Suppl. 8 (1946) 184–197.
   */
  public static Vec effectiveSamples(RowSource source, Matrix coefficients) {
    double[][] residuals = compute(source, coefficients, LONGEST);
    double rows = source.rows();
    double[] effective =
        IntStream.range(0, coefficients.rows())
            .parallel()
            .mapToDouble(i -> rows / sumOfSquaredCorrelations(residuals[i]))
            .map(samples -> Math.max(1, Math.min(rows, samples)))
            .toArray();
    return Vec.adopt(effective);
  }

  /** The residuals of the first {@code most} rows, one equation a row. */
  static double[][] compute(RowSource source, Matrix w, int most) {
    int p = w.cols();
    int n = w.rows();
    int rows = (int) Math.min(most, source.rows());
    double[][] residuals = new double[n][rows];
    List<RowChunk> chunks = source.chunks().stream().filter(chunk -> chunk.first() < rows).toList();
    chunks.parallelStream()
        .forEach(
            chunk -> {
              Block block = new Block(chunk.rows(), p + n);
              chunk.fill(block);
              int count = (int) Math.min(chunk.rows(), rows - chunk.first());
              double[][] own = of(block, w);
              for (int i = 0; i < n; i++) {
                System.arraycopy(own[i], 0, residuals[i], (int) chunk.first(), count);
              }
            });
    return residuals;
  }

  /** y − Θ w of a block of rows, one equation a row. */
  static double[][] of(Block block, Matrix w) {
    int p = w.cols();
    int n = w.rows();
    double[] weights = w.vec().toArray();
    double[][] residuals = new double[n][block.rows()];
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < n; i++) {
        double weight = weights[i * p + j];
        if (weight != 0) {
          add(weight, block.values(), block.offset(j), residuals[i]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      subtractFrom(block.values(), block.offset(p + i), residuals[i]);
    }
    return residuals;
  }

  private static void add(double factor, double[] values, int offset, double[] target) {
    for (int t = 0; t < target.length; t++) {
      target[t] += factor * values[offset + t];
    }
  }

  /** target ← values − target. */
  private static void subtractFrom(double[] values, int offset, double[] target) {
    for (int t = 0; t < target.length; t++) {
      target[t] = values[offset + t] - target[t];
    }
  }

  private static double sumOfSquaredCorrelations(double[] r) {
    int lags = Math.min(MOST_LAGS, r.length / 5);
    double[] covariances = covariances(r, lags);
    double variance = covariances[0];
    double sum = 1;
    for (int lag = 1; lag <= lags && variance > 0; lag++) {
      double rho = covariances[lag] / variance;
      // Sampling noise alone gives ρ² of about 1/N at every lag; only what exceeds it counts.
      sum += 2 * Math.max(0, rho * rho - 1.0 / r.length);
    }
    return sum;
  }

  /**
   * Σₜ rₜ r_{t−k} for k = 0 … {@code lags}, all of them at each t: sums over t would go one
   * addition at a time.
   */
  private static double[] covariances(double[] r, int lags) {
    double[] backwards = new double[r.length];
    for (int t = 0; t < r.length; t++) {
      backwards[r.length - 1 - t] = r[t];
    }
    double[] sums = new double[lags + 1];
    int t = 0;
    for (; t < Math.min(lags, r.length); t++) {
      addMultiple(r[t], backwards, r.length - 1 - t, sums, t + 1);
    }
    for (; t + 3 < r.length; t += 4) {
      addFourMultiples(r[t], r[t + 1], r[t + 2], r[t + 3], backwards, r.length - 1 - t, sums);
    }
    for (; t < r.length; t++) {
      addMultiple(r[t], backwards, r.length - 1 - t, sums, lags + 1);
    }
    return sums;
  }

  private static void addMultiple(
      double factor, double[] values, int offset, double[] sums, int count) {
    for (int k = 0; k < count; k++) {
      sums[k] += factor * values[offset + k];
    }
  }

  /** Four times in a row, each a sample further back in the array. */
  private static void addFourMultiples(
      double a, double b, double c, double d, double[] values, int offset, double[] sums) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] =
          sums[k]
              + a * values[offset + k]
              + b * values[offset + k - 1]
              + c * values[offset + k - 2]
              + d * values[offset + k - 3];
    }
  }
}
