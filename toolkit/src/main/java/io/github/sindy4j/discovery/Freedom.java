package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.LargestSingularValue;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.RegressionSummary;

/**
 * How far the coefficients of a fit could be others, by the data: W + ΔW with
 *
 * <pre> ΔWᵢ = εᵢ H₀ uᵢ + Z zᵢ,   Σᵢ ‖uᵢ‖² ≤ 1,   zᵢ anything, </pre>
 *
 * where H₀ = D⁻¹ V Σ⁻¹ from R D⁻¹ = U Σ Vᵀ, the triangle of the whole library with columns scaled
 * to length 1, so that ‖Θ ΔWᵢ‖ = εᵢ ‖uᵢ‖; Z holds the directions that leave every row as it is, ‖Θ
 * Z‖ ≈ 0. What the residuals allow for equation i is
 *
 * <pre> εᵢ² = κ ‖yᵢ − Θ wᵢ‖² / (Nᵢ − p) + Σₜ eₜᵢ²,   κ = n p + 2 √(3 n p) + 6, </pre>
 *
 * with Nᵢ effective samples and systematic errors e of the rates; κ bounds a χ² variable with n p
 * degrees of freedom up to a probability of e⁻³ = 5 %. Errors of the states are not counted.
 *
 * <p>Source of κ: B. Laurent and P. Massart, Ann. Stat. 28 (2000) 1302–1338, lemma 1.
 *
 * @param bounded H₀, p×r
 * @param levels ε₁ … εₙ
 * @param unbounded Z, p×z
 */
public record Freedom(Matrix bounded, Vec levels, Matrix unbounded) {
  /** Effects smaller than this part of the largest one possible are rounding errors. */
  private static final double ROUNDING = 1e-9;

  /** None: the coefficients are known. */
  public static Freedom none() {
    return new Freedom(Matrix.zeros(0, 0), Vec.zeros(0), Matrix.zeros(0, 0));
  }

  /** That of a model W fitted to these rows, over all terms of the library, used by W or not. */
  public static Freedom of(FoldedData data, Matrix w) {
    RegressionSummary summary = data.whole();
    int p = summary.terms();
    int n = w.rows();
    double unknowns = (double) n * p;
    double kappa = unknowns + 2 * Math.sqrt(3 * unknowns) + 6;
    double[] levels = new double[n];
    for (int i = 0; i < n; i++) {
      double left = Math.max(1, data.effectiveSamples().get(i) - p);
      levels[i] =
          Math.sqrt(
              kappa * summary.squaredError(i, w.row(i)) / left + data.responseBiases().get(i));
    }
    return directions(summary.triangle().rowSlice(0, p), p, Vec.adopt(levels));
  }

  private static Freedom directions(Matrix rows, int p, Vec levels) {
    double[] scales = new double[p];
    double[] values = new double[p * p];
    for (int j = 0; j < p; j++) {
      double norm = rows.col(j).norm();
      scales[j] = norm == 0 ? 1 : 1 / norm;
      for (int i = 0; i < p; i++) {
        values[i * p + j] = rows.get(i, j) * scales[j];
      }
    }
    Spectrum spectrum = Spectrum.of(Matrix.adopt(p, p, values));
    int nulls = spectrum.upTo(Tolerance.RANK.relative() * spectrum.largest());
    double[] bounded = new double[p * (p - nulls)];
    double[] unbounded = new double[p * nulls];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        double entry = scales[j] * spectrum.directions().get(j, k);
        if (k < nulls) {
          unbounded[j * nulls + k] = entry;
        } else {
          bounded[j * (p - nulls) + k - nulls] = entry / spectrum.values().get(k);
        }
      }
    }
    return new Freedom(
        Matrix.adopt(p, p - nulls, bounded), levels, Matrix.adopt(p, nulls, unbounded));
  }

  /**
   * Columns δ of R^(np): vec(W) could be vec(W) + Σ uₖ δₖ with ‖u‖ ≤ 1. Directions without bound
   * are cut where their terms are as long as the responses.
   *
   * @param responses ‖y₁‖ … ‖yₙ‖
   */
  public Matrix directions(Vec responses) {
    int p = unbounded.rows();
    int free = bounded.cols() + unbounded.cols();
    int n = levels.size();
    double[] columns = new double[n * p * n * free];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        int row = (i * p + j) * n * free + i * free;
        for (int k = 0; k < free; k++) {
          columns[row + k] =
              k < bounded.cols()
                  ? levels.get(i) * bounded.get(j, k)
                  : responses.get(i) * unbounded.get(j, k - bounded.cols());
        }
      }
    }
    return Matrix.adopt(n * p, n * free, columns);
  }

  /** Whether the coefficients are known. */
  public boolean isNone() {
    return levels.size() == 0;
  }

  /**
   * sup ‖L vec(ΔW)‖: infinite when L sees a direction z without bound, ‖L z‖ being more than a
   * rounding error of Σⱼ |zⱼ| sizesⱼ, where sizesⱼ is about what ‖L eⱼ‖ may be.
   */
  double largest(LinearMap l, Vec sizes) {
    if (isNone()) {
      return 0;
    }
    int p = unbounded.rows();
    for (int k = 0; k < unbounded.cols(); k++) {
      for (int i = 0; i < levels.size(); i++) {
        double[] direction = new double[levels.size() * p];
        unbounded.copyColumn(k, 0, p, direction, i * p);
        Vec z = Vec.adopt(direction);
        if (l.apply(z).norm() > ROUNDING * z.map(Math::abs).dot(sizes)) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    return bounded.cols() == 0 ? 0 : LargestSingularValue.of(new Moved(l, this));
  }

  /** u ↦ L vec(ΔW). */
  private record Moved(LinearMap l, Freedom freedom) implements LinearMap {
    @Override
    public int rows() {
      return l.rows();
    }

    @Override
    public int cols() {
      return freedom.levels.size() * freedom.bounded.cols();
    }

    @Override
    public Vec apply(Vec u) {
      int p = freedom.bounded.rows();
      int r = freedom.bounded.cols();
      double[] w = new double[freedom.levels.size() * p];
      for (int i = 0; i < freedom.levels.size(); i++) {
        Vec own = freedom.bounded.apply(u.slice(i * r, (i + 1) * r)).times(freedom.levels.get(i));
        System.arraycopy(own.toArray(), 0, w, i * p, p);
      }
      return l.apply(Vec.adopt(w));
    }

    @Override
    public Vec applyTranspose(Vec y) {
      Vec w = l.applyTranspose(y);
      int p = freedom.bounded.rows();
      int r = freedom.bounded.cols();
      double[] u = new double[freedom.levels.size() * r];
      for (int i = 0; i < freedom.levels.size(); i++) {
        Vec own = freedom.bounded.applyTranspose(w.slice(i * p, (i + 1) * p));
        System.arraycopy(own.times(freedom.levels.get(i)).toArray(), 0, u, i * r, r);
      }
      return Vec.adopt(u);
    }
  }
}
