package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.BandedFold;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Vec;

/**
 * The posterior of z₁, …, z_n given yᵢ = z_{i0} + μ + noise of unit variance and a Markov prior of
 * intensity 1/λ: what a Kalman filter and a Rauch–Tung–Striebel smoother compute, here by least
 * squares.
 *
 * <p>The rows [z_{i0} = yᵢ], [√λ V⁻¹ (z_{i+1} − Φ zᵢ) = 0] and, for a stationary prior, [√λ V∞⁻¹ z₁
 * = 0], are folded by rotations into a banded triangle; that also serves starts of which nothing is
 * known, and loses half as many digits as covariances do. A stationary prior has an unknown
 * constant mean μ, estimated by generalised least squares; an integrated Wiener process needs none.
 * O(n).
 *
 * <p>Time counts in mean steps. Source: H. E. Rauch, F. Tung and C. T. Striebel, AIAA J. 3 (1965)
 * 1445–1450; C. C. Paige and M. A. Saunders, SIAM J. Numer. Anal. 14 (1977) 180–193.
 */
final class StateSpaceSmoother implements LinearSmoother {
  private final double[] times;
  private final double meanStep;
  private final int b;
  private final double decay;
  private final double lambda;

  /**
   * For noise of unit variance, on a grid in the user's unit of time.
   *
   * @param order b of the {@link MarkovPrior}
   * @param decay its a, for each mean step; zero for an integrated Wiener process
   */
  StateSpaceSmoother(Vec times, int order, double decay, double lambda) {
    this.meanStep = (times.last() - times.first()) / (times.size() - 1);
    double origin = times.first();
    this.times = times.map(t -> (t - origin) / meanStep).toArray();
    this.b = order;
    this.decay = decay;
    this.lambda = lambda;
  }

  /** How many numbers are unknown a priori: the start of the process, or its mean. */
  int unknowns() {
    return isStationary() ? 1 : b;
  }

  private boolean isStationary() {
    return decay > 0;
  }

  /**
   * What likelihood asks of one column.
   *
   * @param squares of all residuals, of data and process together
   * @param logDeterminant of the covariance of the data for unit noise, restricted to what does not
   *     depend on the unknowns
   */
  record Evidence(double squares, double logDeterminant) {}

  /** Evidence of one column, whose mean is best near zero. */
  Evidence evidence(double[] y) {
    Folded folded = fold(withMean(y, 1), isStationary() ? 2 : 1);
    double logDeterminant = folded.fold().factor().logDeterminant() - folded.logPrior();
    double squares = folded.fold().squaredResiduals().first();
    if (isStationary()) {
      Matrix z = folded.fold().solution();
      double along = 0;
      double weight = 0;
      for (int i = 0; i < y.length; i++) {
        double left = 1 - z.get(i * b, 1);
        along += left * y[i];
        weight += left;
      }
      squares = Math.max(0, squares - along * along / weight);
      logDeterminant += Math.log(weight);
    }
    return new Evidence(squares, logDeterminant);
  }

  @Override
  public Curves apply(double[] y, int columns) {
    int n = times.length;
    boolean mean = isStationary();
    int all = mean ? columns + 1 : columns;
    Matrix z = fold(withMean(y, columns), all).fold().solution();
    double[] values = new double[n * columns];
    double[] rates = new double[n * columns];
    double[] means = mean ? means(y, columns, z) : new double[columns];
    for (int i = 0; i < n; i++) {
      double left = mean ? 1 - z.get(i * b, columns) : 0;
      double turn = mean ? -z.get(i * b + 1, columns) : 0;
      for (int c = 0; c < columns; c++) {
        values[i * columns + c] = z.get(i * b, c) + left * means[c];
        rates[i * columns + c] = (z.get(i * b + 1, c) + turn * means[c]) / meanStep;
      }
    }
    return Curves.of(columns, values, rates);
  }

  /**
   * μ = 1ᵀ(I − S)y / 1ᵀ(I − S)1 of every column, from the states of y and, in the last column, of
   * 1.
   */
  private double[] means(double[] y, int columns, Matrix z) {
    double[] sums = new double[columns];
    double weight = 0;
    for (int i = 0; i < times.length; i++) {
      double left = 1 - z.get(i * b, columns);
      weight += left;
      for (int c = 0; c < columns; c++) {
        sums[c] += left * y[i * columns + c];
      }
    }
    for (int c = 0; c < columns; c++) {
      sums[c] /= weight;
    }
    return sums;
  }

  @Override
  public Vec rateVariances() {
    int n = times.length;
    Folded folded = fold(withMean(new double[n], 1), isStationary() ? 2 : 1);
    BandedCholesky factor = folded.fold().factor();
    SymmetricBand covariance = factor.inverseBand();
    Matrix z = folded.fold().solution();
    double weight = 0;
    for (int i = 0; i < n && isStationary(); i++) {
      weight += 1 - z.get(i * b, 1);
    }
    double[] variances = new double[n];
    for (int i = 0; i < n; i++) {
      double turn = isStationary() ? z.get(i * b + 1, 1) : 0;
      double ofMean = turn == 0 ? 0 : turn * turn / weight;
      variances[i] = (covariance.get(i * b + 1, i * b + 1) + ofMean) / (meanStep * meanStep);
    }
    return Vec.adopt(variances);
  }

  /** tr S: how many parameters the values are worth. */
  double freedom() {
    SymmetricBand covariance = fold(new double[times.length], 1).fold().factor().inverseBand();
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      sum += covariance.get(i * b, i * b);
    }
    return sum;
  }

  /** The columns, and one of ones for the mean where there is one. */
  private double[] withMean(double[] y, int columns) {
    if (!isStationary()) {
      return y;
    }
    double[] wider = new double[times.length * (columns + 1)];
    for (int i = 0; i < times.length; i++) {
      System.arraycopy(y, i * columns, wider, i * (columns + 1), columns);
      wider[i * (columns + 1) + columns] = 1;
    }
    return wider;
  }

  private record Folded(BandedFold fold, double logPrior) {}

  private Folded fold(double[] y, int columns) {
    int n = times.length;
    MarkovPrior prior = new MarkovPrior(b, decay);
    BandedFold fold = new BandedFold(n * b, 2 * b - 1, columns);
    double[] one = {1};
    double[] none = new double[columns];
    double[] rows = new double[2 * b * b];
    double root = Math.sqrt(lambda);
    double logWeight = b * Math.log(lambda);
    double logPrior = 0;
    if (isStationary()) {
      prior.prepareStart();
      logPrior += logWeight - prior.logDeterminant();
      for (int k = 0; k < b; k++) {
        for (int j = 0; j <= k; j++) {
          rows[j] = root * prior.whitener()[k * b + j];
        }
        fold.add(0, rows, 0, k + 1, none, 0);
      }
    }
    for (int i = 0; i < n; i++) {
      fold.add(i * b, one, 0, 1, y, i * columns);
      if (i + 1 < n) {
        if (prior.prepare(times[i + 1] - times[i])) {
          fillStep(prior, rows, root);
        }
        logPrior += logWeight - prior.logDeterminant();
        for (int k = 0; k < b; k++) {
          fold.add(i * b, rows, 2 * b * k, b + k + 1, none, 0);
        }
      }
    }
    return new Folded(fold, logPrior);
  }

  /** √λ V⁻¹ [−Φ | I]. */
  private void fillStep(MarkovPrior prior, double[] rows, double root) {
    for (int k = 0; k < b; k++) {
      for (int j = 0; j < b; j++) {
        double sum = 0;
        for (int l = 0; l <= k; l++) {
          sum += prior.whitener()[k * b + l] * prior.transition()[l * b + j];
        }
        rows[2 * b * k + j] = -root * sum;
        rows[2 * b * k + b + j] = j <= k ? root * prior.whitener()[k * b + j] : 0;
      }
    }
  }
}
