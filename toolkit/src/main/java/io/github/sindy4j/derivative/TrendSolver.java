package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * min ½ ‖y − x‖² + α ‖D x‖₁ by its dual, min ½ ‖Dᵀz‖² − zᵀ D y over |zᵣ| ≤ α, with x = y − Dᵀ z.
 *
 * <p>A primal–dual interior-point method with Mehrotra's predictor and corrector: every step solves
 * with the banded D Dᵀ + diagonal, so that the cost is O(n) for each of some twenty to sixty steps.
 * The duality gap Σ (α |(D x)ᵣ| − zᵣ (D x)ᵣ) is what x and z together may miss of the minimum.
 *
 * <p>Source: S.-J. Kim, K. Koh, S. Boyd and D. Gorinevsky, SIAM Review 51 (2009) 339–360; S.
 * Mehrotra, SIAM J. Optim. 2 (1992) 575–601.
 */
final class TrendSolver {
  private static final int STEPS = 200;
  private static final double GAP = 1e-10;

  /** How much of the way to the boundary a step goes. */
  private static final double SHORT = 0.995;

  private final DividedDifferences d;
  private final double[] y;
  private final double alpha;
  private final double[] dy;
  private final double[] normal;
  private final int m;
  private final double[] z;
  private final double[] above;
  private final double[] below;

  private TrendSolver(DividedDifferences d, double[] y, double alpha) {
    this.d = d;
    this.y = y;
    this.alpha = alpha;
    this.dy = d.apply(y);
    this.normal = normal(d);
    this.m = d.rows();
    this.z = new double[m];
    this.above = new double[m];
    this.below = new double[m];
  }

  /**
   * A solution.
   *
   * @param x the minimum
   * @param z the dual variables
   * @param objective ½ ‖y − x‖² + α ‖D x‖₁
   * @param gap what it may exceed the least objective by
   */
  record Solution(Vec x, Vec z, double objective, double gap) {}

  static Solution solve(DividedDifferences d, double[] y, double alpha) {
    return new TrendSolver(d, y, alpha).solve();
  }

  /** The least α whose solution is D x = 0: the largest entry of (D Dᵀ)⁻¹ D y. */
  static double largest(DividedDifferences d, double[] y) {
    Optional<BandedCholesky> factor =
        BandedCholesky.of(SymmetricBand.adopt(d.rows(), d.order(), normal(d)), new Tolerance(0));
    double[] z = d.apply(y);
    factor.ifPresent(f -> solveInPlace(f, z));
    double largest = 0;
    for (double entry : z) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  private static void solveInPlace(BandedCholesky factor, double[] x) {
    factor.lowerSolve(x);
    factor.upperSolve(x);
  }

  /** D Dᵀ, its lower half column by column. */
  private static double[] normal(DividedDifferences d) {
    int stride = d.order() + 1;
    double[] w = d.weights();
    double[] lower = new double[d.rows() * stride];
    for (int r = 0; r < d.rows(); r++) {
      for (int k = 0; k < stride && r + k < d.rows(); k++) {
        for (int j = k; j < stride; j++) {
          lower[r * stride + k] += w[r * stride + j] * w[(r + k) * stride + j - k];
        }
      }
    }
    return lower;
  }

  private Solution solve() {
    double start = 0;
    for (double entry : dy) {
      start = Math.max(start, Math.abs(entry));
    }
    for (int r = 0; r < m; r++) {
      above[r] = Math.max(start, Double.MIN_NORMAL) / 2;
      below[r] = above[r];
    }
    Solution best = solution();
    for (int step = 0; step < STEPS && best.gap() > GAP * best.objective(); step++) {
      if (!advance()) {
        break;
      }
      Solution next = solution();
      best = next.gap() < best.gap() ? next : best;
    }
    return best;
  }

  private Solution solution() {
    double[] x = d.applyTranspose(z);
    double misfit = 0;
    for (int i = 0; i < x.length; i++) {
      misfit += x[i] * x[i] / 2;
      x[i] = y[i] - x[i];
    }
    double[] dx = d.apply(x);
    double roughness = 0;
    double gap = 0;
    for (int r = 0; r < m; r++) {
      roughness += alpha * Math.abs(dx[r]);
      gap += alpha * Math.abs(dx[r]) - z[r] * dx[r];
    }
    return new Solution(Vec.adopt(x), Vec.of(z), misfit + roughness, gap);
  }

  /** One predictor and one corrector step; false where the arithmetic ends. */
  private boolean advance() {
    double[] residual = d.apply(d.applyTranspose(z));
    double mean = 0;
    double[] matrix = normal.clone();
    int stride = d.order() + 1;
    for (int r = 0; r < m; r++) {
      residual[r] += above[r] - below[r] - dy[r];
      mean += (alpha - z[r]) * above[r] + (alpha + z[r]) * below[r];
      matrix[r * stride] += above[r] / (alpha - z[r]) + below[r] / (alpha + z[r]);
    }
    mean /= 2 * m;
    Optional<BandedCholesky> factor =
        BandedCholesky.of(SymmetricBand.adopt(m, d.order(), matrix), new Tolerance(0));
    if (factor.isEmpty()) {
      return false;
    }
    Direction none = new Direction(Vec.zeros(m), Vec.zeros(m), Vec.zeros(m));
    Direction predictor = direction(factor.get(), residual, 0, none);
    double length = length(predictor);
    double predicted = 0;
    for (int r = 0; r < m; r++) {
      double dz = length * predictor.z().get(r);
      predicted += (alpha - z[r] - dz) * (above[r] + length * predictor.above().get(r));
      predicted += (alpha + z[r] + dz) * (below[r] + length * predictor.below().get(r));
    }
    double centring = Math.pow(predicted / (2 * m) / mean, 3);
    Direction corrector = direction(factor.get(), residual, centring * mean, predictor);
    double step = Math.min(1, SHORT * length(corrector));
    boolean moved = step > 1e-12;
    for (int r = 0; r < m; r++) {
      z[r] += step * corrector.z().get(r);
      above[r] += step * corrector.above().get(r);
      below[r] += step * corrector.below().get(r);
      moved &= Math.abs(z[r]) < alpha && above[r] > 0 && below[r] > 0;
    }
    return moved;
  }

  private record Direction(Vec z, Vec above, Vec below) {}

  /**
   * Newton's direction towards slack × multiplier = target, with the second-order terms of another.
   */
  private Direction direction(
      BandedCholesky factor, double[] residual, double target, Direction before) {
    double[] dz = new double[m];
    double[] upper = new double[m];
    double[] lower = new double[m];
    for (int r = 0; r < m; r++) {
      double over = alpha - z[r];
      double under = alpha + z[r];
      upper[r] = target - over * above[r] + before.z().get(r) * before.above().get(r);
      lower[r] = target - under * below[r] - before.z().get(r) * before.below().get(r);
      dz[r] = -residual[r] - upper[r] / over + lower[r] / under;
    }
    solveInPlace(factor, dz);
    for (int r = 0; r < m; r++) {
      upper[r] = (upper[r] + above[r] * dz[r]) / (alpha - z[r]);
      lower[r] = (lower[r] - below[r] * dz[r]) / (alpha + z[r]);
    }
    return new Direction(Vec.adopt(dz), Vec.adopt(upper), Vec.adopt(lower));
  }

  /**
   * The longest part of a direction, at most 1, that keeps slacks and multipliers from going below
   * 0.
   */
  private double length(Direction direction) {
    double length = 1;
    for (int r = 0; r < m; r++) {
      length = Math.min(length, part(alpha - z[r], -direction.z().get(r)));
      length = Math.min(length, part(alpha + z[r], direction.z().get(r)));
      length = Math.min(length, part(above[r], direction.above().get(r)));
      length = Math.min(length, part(below[r], direction.below().get(r)));
    }
    return length;
  }

  private static double part(double value, double change) {
    return change < 0 ? -value / change : 1;
  }
}
