package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * min ‖Θ w − y‖ over w = eᴬ B c, A = Σ ξ_g A_g: all models that some motion turns into one with the
 * kernel of B. c is eliminated at every step (variable projection), ξ moves by damped Gauss–Newton
 * steps: J = (I − Q Qᵀ) Θ [A₁ w … Aₖ w], Q an orthonormal basis of the range of Θ B; δ = Jᵀ (J Jᵀ +
 * μ tr(J Jᵀ)/n)⁻¹ ρ, the shortest such step, so that motions that leave w alone do not matter.
 *
 * @param w the last point
 * @param basis its B, with columns that Θ sees as orthonormal
 * @param residual ‖Θ w − y‖
 * @param steps how many were taken
 */
record OrbitFit(Vec w, Matrix basis, double residual, int steps) {
  /** A step that lessens the residual by less than this part is slow; three in a row end it. */
  private static final double SLOW = 3e-2;

  private static final int SLOW_STEPS = 3;
  private static final double FIRST_DAMPING = 0.1;
  private static final double STUCK = 1e5;
  private static final double LEAST_DAMPING = 1e-10;

  /** No step turns or shifts by more. */
  private static final double LONGEST = 3;

  /**
   * From B on.
   *
   * @param data Θᵀ
   * @param enough a residual that ends it
   */
  static OrbitFit of(Motions motions, Matrix data, Vec y, Matrix basis, int steps, double enough) {
    Point now = Point.of(data, y, basis);
    double damping = FIRST_DAMPING;
    int slow = 0;
    int step = 0;
    Optional<Jacobian> jacobian = Optional.empty();
    while (step < steps && slow < SLOW_STEPS && damping < STUCK && now.size > enough) {
      step++;
      Point here = now;
      Jacobian j = jacobian.orElseGet(() -> Jacobian.at(motions, data, here));
      Optional<Vec> delta = j.step(here.residual, damping);
      if (delta.isEmpty()) {
        break;
      }
      Point next = Point.of(data, y, motions.moved(delta.get(), here.basis));
      if (next.size < here.size) {
        slow = next.size < (1 - SLOW) * here.size ? 0 : slow + 1;
        damping = Math.max(LEAST_DAMPING, 0.2 * damping);
        now = next;
        jacobian = Optional.empty();
      } else {
        damping *= 5;
        jacobian = Optional.of(j);
      }
    }
    return new OrbitFit(now.w, now.basis, now.size, step);
  }

  /** The best w of one kernel. */
  private record Point(Matrix basis, Matrix seen, Vec w, Vec residual, double size) {
    /** Orthonormal columns Q = Θ B by the Gram–Schmidt process, twice; B is changed alike. */
    static Point of(Matrix data, Vec y, Matrix basis) {
      List<Vec> kept = new ArrayList<>();
      List<Vec> images = new ArrayList<>();
      for (int k = 0; k < basis.cols(); k++) {
        Vec b = basis.col(k);
        Vec q = data.applyTranspose(b);
        double whole = q.norm();
        for (int pass = 0; pass < 2; pass++) {
          for (int j = 0; j < images.size(); j++) {
            double part = images.get(j).dot(q);
            q = q.plus(-part, images.get(j));
            b = b.plus(-part, kept.get(j));
          }
        }
        double left = q.norm();
        if (left > 1e-12 * whole) {
          kept.add(b.times(1 / left));
          images.add(q.times(1 / left));
        }
      }
      Vec w = Vec.zeros(basis.rows());
      Vec residual = y;
      for (int k = 0; k < kept.size(); k++) {
        double c = images.get(k).dot(residual);
        residual = residual.plus(-c, images.get(k));
        w = w.plus(c, kept.get(k));
      }
      return new Point(
          columns(basis.rows(), kept), columns(y.size(), images), w, residual, residual.norm());
    }

    private static Matrix columns(int rows, List<Vec> columns) {
      return columns.isEmpty()
          ? Matrix.zeros(rows, 0)
          : Matrix.ofColumns(columns.stream().map(Vec::toArray).toArray(double[][]::new));
    }
  }

  /** Jᵀ, k×n, and J Jᵀ, which serves for every damping. */
  private record Jacobian(Matrix transposed, Matrix normal, double mean) {
    static Jacobian at(Motions motions, Matrix data, Point point) {
      Matrix seen = motions.seen(data, point.w);
      Matrix j = seen.minus(seen.times(point.seen).timesTranspose(point.seen));
      Matrix normal = j.gram();
      double trace = 0;
      for (int i = 0; i < normal.rows(); i++) {
        trace += normal.get(i, i);
      }
      return new Jacobian(j, normal, trace / Math.max(1, normal.rows()));
    }

    Optional<Vec> step(Vec residual, double damping) {
      if (!(mean > 0)) {
        return Optional.empty();
      }
      Matrix damped = normal.plus(damping * mean, Matrix.identity(normal.rows()));
      return Cholesky.of(damped, new Tolerance(1e-16))
          .map(factor -> transposed.apply(factor.solve(residual)))
          .map(delta -> delta.times(Math.min(1, LONGEST / delta.norm())));
    }
  }
}
