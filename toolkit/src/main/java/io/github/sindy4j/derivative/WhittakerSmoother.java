package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.WeightSearch.Score;
import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.BandedFold;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * x̃ = argmin ‖y − x‖² + λ ‖D x‖², D the differences of order d, divided on uneven grids: x̃ = H y.
 *
 * <p>λ is given, or minimises Mallows' C_L, ‖y − x̃‖² + 2 σ² tr H, for a known level of noise, or
 * generalised cross-validation, n ‖y − x̃‖² / (n − tr H)². The rows of I and √λ D are folded by
 * rotations into a banded triangle – while small λ are tried, the normal equations do – and tr H
 * comes from the band of the inverse: O(n) for each λ.
 *
 * <p>Source: E. T. Whittaker, Proc. Edinburgh Math. Soc. 41 (1923) 63–75; P. H. C. Eilers, Anal.
 * Chem. 75 (2003) 3631–3636; C. L. Mallows, Technometrics 15 (1973) 661–675; G. H. Golub, M. Heath
 * and G. Wahba, Technometrics 21 (1979) 215–223.
 *
 * @param order d, at least 1
 */
public record WhittakerSmoother(int order) {
  /** Up to here I + λ DᵀD keeps at least six digits, enough for a search. */
  private static final double LARGEST_SQUARED = 1e8;

  private static final Tolerance POSITIVE = new Tolerance(0);

  /**
   * A smoothed column.
   *
   * @param values x̃
   * @param weight λ
   * @param freedom tr H
   * @param squaredResidual ‖y − x̃‖²
   */
  public record Smoothed(Vec values, double weight, double freedom, double squaredResidual) {}

  /** Third differences. */
  public static WhittakerSmoother thirdDifferences() {
    return new WhittakerSmoother(3);
  }

  /** Smooths one column that carries noise of standard deviation σ. */
  public Smoothed smooth(Vec times, Vec values, double sigma) {
    return smooth(times, values, Weight.ofNoise(sigma));
  }

  /** Smooths every column, each for its own σ; a column with σ = 0 stays as it is. */
  public Matrix smooth(Vec times, Matrix values, Vec sigmas) {
    Vec[] columns =
        IntStream.range(0, values.cols())
            .parallel()
            .mapToObj(
                c ->
                    sigmas.get(c) > 0
                        ? smooth(times, values.col(c), sigmas.get(c)).values()
                        : values.col(c))
            .toArray(Vec[]::new);
    double[] smoothed = new double[values.rows() * values.cols()];
    for (int i = 0; i < values.rows(); i++) {
      for (int c = 0; c < columns.length; c++) {
        smoothed[i * columns.length + c] = columns[c].get(i);
      }
    }
    return Matrix.adopt(values.rows(), values.cols(), smoothed);
  }

  /** Smooths one column with a weight from anywhere. */
  public Smoothed smooth(Vec times, Vec values, Weight weight) {
    requireSamples(times.size());
    DividedDifferences differences = DividedDifferences.of(times.toArray(), order, 0.5);
    double[] y = values.toArray();
    double lambda = choose(differences, y, weight);
    return fit(differences, y, lambda);
  }

  private static double choose(DividedDifferences differences, double[] y, Weight weight) {
    if (weight instanceof Weight.Fixed fixed) {
      return fixed.value();
    }
    int d = differences.order();
    SymmetricBand gram = differences.gram();
    return WeightSearch.of(y.length, 2.0 * d)
        .least(
            lambda -> {
              Smoothed s =
                  lambda < LARGEST_SQUARED ? solved(gram, y, lambda) : fit(differences, y, lambda);
              return Score.of(weight, y.length, d, s.squaredResidual(), s.freedom());
            });
  }

  private void requireSamples(int samples) {
    if (samples <= order) {
      throw new BadData(
          "too-few-samples",
          "",
          "a segment of " + samples + " samples is too short for differences of order " + order,
          "Choose a lower order");
    }
  }

  private static Smoothed fit(DividedDifferences differences, double[] y, double lambda) {
    BandedFold fold = fold(differences, differences.order(), y, 1, r -> lambda);
    return smoothed(y, fold.solution().vec(), lambda, fold.factor());
  }

  /** From the normal equations, (I + λ DᵀD) x̃ = y. */
  private static Smoothed solved(SymmetricBand gram, double[] y, double lambda) {
    double[] entries = gram.toArray();
    int stride = gram.width() + 1;
    for (int e = 0; e < entries.length; e++) {
      entries[e] = lambda * entries[e] + (e % stride == 0 ? 1 : 0);
    }
    BandedCholesky factor =
        BandedCholesky.of(SymmetricBand.adopt(y.length, gram.width(), entries), POSITIVE)
            .orElseThrow();
    return smoothed(y, factor.solve(Vec.of(y)), lambda, factor);
  }

  private static Smoothed smoothed(double[] y, Vec x, double lambda, BandedCholesky factor) {
    SymmetricBand inverse = factor.inverseBand();
    double squares = 0;
    double freedom = 0;
    for (int i = 0; i < y.length; i++) {
      double residual = y[i] - x.get(i);
      squares += residual * residual;
      freedom += inverse.get(i, i);
    }
    return new Smoothed(x, lambda, freedom, squares);
  }

  /** The rows [I | y] and [√λᵣ D | 0], with room for a band of this width; y is n×columns. */
  static BandedFold fold(
      DividedDifferences differences,
      int width,
      double[] y,
      int columns,
      IntToDoubleFunction lambda) {
    int d = differences.order();
    int n = differences.rows() + d;
    BandedFold fold = new BandedFold(n, width, columns);
    double[] one = {1};
    for (int i = 0; i < n; i++) {
      fold.add(i, one, 0, 1, y, i * columns);
    }
    double[] row = new double[d + 1];
    double[] none = new double[columns];
    for (int r = 0; r < differences.rows(); r++) {
      double root = Math.sqrt(lambda.applyAsDouble(r));
      for (int j = 0; j <= d; j++) {
        row[j] = root * differences.weights()[r * (d + 1) + j];
      }
      fold.add(r, row, 0, d + 1, none, 0);
    }
    return fold;
  }
}
