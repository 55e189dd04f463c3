package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.List;

/**
 * What a second pass over the rows tells: how strongly the residuals of a fit are serially
 * correlated.
 */
public final class Residuals {
  private static final int LONGEST = 100_000;
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
    Matrix residuals = compute(source, coefficients, LONGEST);
    double rows = source.rows();
    double[] effective = new double[coefficients.rows()];
    for (int i = 0; i < effective.length; i++) {
      effective[i] =
          Math.max(1, Math.min(rows, rows / sumOfSquaredCorrelations(residuals.row(i).toArray())));
    }
    return Vec.adopt(effective);
  }

  /** The residuals of the first {@code most} rows, one equation a row. */
  static Matrix compute(RowSource source, Matrix w, int most) {
    int p = w.cols();
    int n = w.rows();
    int rows = (int) Math.min(most, source.rows());
    double[] residuals = new double[n * rows];
    List<RowChunk> chunks = source.chunks().stream().filter(chunk -> chunk.first() < rows).toList();
    chunks.parallelStream()
        .forEach(
            chunk -> {
              Block block = new Block(chunk.rows(), p + n);
              chunk.fill(block);
              int count = (int) Math.min(chunk.rows(), rows - chunk.first());
              for (int i = 0; i < n; i++) {
                for (int t = 0; t < count; t++) {
                  residuals[i * rows + (int) chunk.first() + t] =
                      block.get(t, p + i) - predicted(block, t, w, i);
                }
              }
            });
    return Matrix.adopt(n, rows, residuals);
  }

  static double predicted(Block block, int row, Matrix w, int equation) {
    double sum = 0;
    for (int j = 0; j < w.cols(); j++) {
      double weight = w.get(equation, j);
      sum += weight == 0 ? 0 : weight * block.get(row, j);
    }
    return sum;
  }

  private static double sumOfSquaredCorrelations(double[] r) {
    double variance = covariance(r, 0);
    double sum = 1;
    int lags = Math.min(MOST_LAGS, r.length / 5);
    for (int lag = 1; lag <= lags && variance > 0; lag++) {
      double rho = covariance(r, lag) / variance;
      // Sampling noise alone gives ρ² of about 1/N at every lag; only what exceeds it counts.
      sum += 2 * Math.max(0, rho * rho - 1.0 / r.length);
    }
    return sum;
  }

  private static double covariance(double[] r, int lag) {
    double sum = 0;
    for (int t = lag; t < r.length; t++) {
      sum += r[t] * r[t - lag];
    }
    return sum;
  }
}
