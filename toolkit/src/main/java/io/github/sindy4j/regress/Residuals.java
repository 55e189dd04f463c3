package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.linalg.View;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.Arrays;
import java.util.List;

/**
 * What a second pass over the rows tells: how strongly the residuals of a fit are serially
 * correlated.
 */
public final class Residuals {
  /** How many rows are looked at, at most: the first ones. */
  public static final int LONGEST = 100_000;

  private static final int MOST_LAGS = 400;

  /** So many lags differ by where one factor begins, the others by where the other does. */
  private static final int TOGETHER = 4;

  /** Chunks that are read side by side, each in room of its own. */
  private static final int GROUPS = 8;

  /** From so many coefficients on, residuals are worth a matrix product. */
  private static final int MANY = 4096;

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
    Kernel kernel = source.foldedBy();
    double[] effective = new double[coefficients.rows()];
    Team.each(
        effective.length,
        i -> {
          double samples = rows / sumOfSquaredCorrelations(residuals[i], kernel);
          effective[i] = Math.max(1, Math.min(rows, samples));
        });
    return Vec.adopt(effective);
  }

  /** The residuals of the first {@code most} rows, one equation a row. */
  static double[][] compute(RowSource source, Matrix w, int most) {
    int p = w.cols();
    int n = w.rows();
    int rows = (int) Math.min(most, source.rows());
    double[][] residuals = new double[n][rows];
    List<RowChunk> chunks = source.chunks().stream().filter(chunk -> chunk.first() < rows).toList();
    int longest = chunks.stream().mapToInt(RowChunk::rows).max().orElse(1);
    Kernel kernel = source.foldedBy();
    double[] weights = w.toArray();
    Team.each(
        GROUPS,
        group -> {
          Block block = new Block(longest, p + n);
          for (int c = group; c < chunks.size(); c += GROUPS) {
            RowChunk chunk = chunks.get(c);
            chunk.fill(block);
            int count = (int) Math.min(chunk.rows(), rows - chunk.first());
            double[][] own =
                weights.length < MANY ? of(block, w) : byProducts(kernel, block, weights, n);
            for (int i = 0; i < n; i++) {
              System.arraycopy(own[i], 0, residuals[i], (int) chunk.first(), count);
            }
          }
        });
    return residuals;
  }

  /** The same as {@link #of}, of many coefficients of which few are zero; the rows are lost. */
  private static double[][] byProducts(Kernel kernel, Block block, double[] weights, int n) {
    int p = weights.length / n;
    View theta = View.of(block.values(), 0, block.stride(), block.rows(), p);
    View y = View.of(block.values(), block.offset(p), block.stride(), block.rows(), n);
    kernel.add(-1, theta, View.of(weights, 0, p, p, n), y);
    double[][] residuals = new double[n][];
    for (int i = 0; i < n; i++) {
      residuals[i] = Arrays.copyOfRange(block.values(), y.offset(i), y.offset(i) + block.rows());
    }
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

  private static double sumOfSquaredCorrelations(double[] r, Kernel kernel) {
    int lags = Math.min(MOST_LAGS, r.length / 5);
    double[] covariances = covariances(r, lags, kernel);
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
   * Σₜ rₜ r_{t−k} for k = 0 … {@code lags}, as products of columns that are one array seen from
   * different places: with zeros around r, Σₜ r_{t+i} r_{t−4j} is the sum for k = 4 j + i.
   */
  private static double[] covariances(double[] r, int lags, Kernel kernel) {
    int groups = lags / TOGETHER + 1;
    int before = groups * TOGETHER;
    double[] padded = new double[before + r.length + TOGETHER];
    System.arraycopy(r, 0, padded, before, r.length);
    int rows = r.length + TOGETHER - 1;
    View backwards = View.of(padded, 1, TOGETHER, rows, groups);
    View onwards = View.of(padded, before - TOGETHER + 1, 1, rows, TOGETHER);
    double[] sums = new double[groups * TOGETHER];
    kernel.dots(backwards, onwards, View.of(sums, 0, groups, groups, TOGETHER), false);
    double[] covariances = new double[lags + 1];
    for (int k = 0; k <= lags; k++) {
      covariances[k] = sums[k % TOGETHER * groups + groups - 1 - k / TOGETHER];
    }
    return covariances;
  }
}
