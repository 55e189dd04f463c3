package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * min ‖Θ w − y‖ over the models w = B c of rank r that moves lead to. c is eliminated at every step
 * (variable projection), B moves by damped Gauss–Newton steps: J = (I − Q Qᵀ) Θ [d₁ … dₖ], Q an
 * orthonormal basis of the range of Θ B and d_g the directions at w; δ = Jᵀ (J Jᵀ + μ tr(J Jᵀ)/n)⁻¹
 * ρ, the shortest such step, so that directions within B do not matter.
 *
 * @param w the last point
 * @param basis its B, with columns that Θ sees as orthonormal
 * @param residual ‖Θ w − y‖
 * @param steps how many were taken
 */
record OrbitFit(Vec w, Matrix basis, double residual, int steps) {
  private static final int SLOW_STEPS = 3;
  private static final double FIRST_DAMPING = 0.1;
  private static final double STUCK = 1e5;
  private static final double LEAST_DAMPING = 1e-10;

  /** No step turns or shifts by more. */
  private static final double LONGEST = 10;

  /**
   * When a descent ends.
   *
   * @param steps after so many at the latest
   * @param enough at this residual
   * @param slow after three steps in a row that lessen it by less than this part
   */
  record End(int steps, double enough, double slow) {}

  /**
   * From B on.
   *
   * @param data Θᵀ
   */
  static OrbitFit of(RankMoves moves, Matrix data, Vec y, Matrix basis, End end) {
    Point now = Point.of(data, y, basis);
    double damping = FIRST_DAMPING;
    int slow = 0;
    int step = 0;
    Optional<Jacobian> known = Optional.empty();
    while (step < end.steps && slow < SLOW_STEPS && damping < STUCK && now.size > end.enough) {
      step++;
      Point here = now;
      Jacobian jacobian = known.orElseGet(() -> Jacobian.at(moves, data, here));
      Optional<Vec> delta = jacobian.step(here.residual, damping);
      if (delta.isEmpty()) {
        break;
      }
      Optional<Point> next =
          jacobian.frame.moved(delta.get()).map(moved -> Point.of(data, y, moved));
      if (next.isPresent() && next.get().size < here.size) {
        slow = next.get().size < (1 - end.slow) * here.size ? 0 : slow + 1;
        damping = Math.max(LEAST_DAMPING, 0.2 * damping);
        now = next.get();
        known = Optional.empty();
      } else {
        damping *= 5;
        known = Optional.of(jacobian);
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
  private record Jacobian(RankMoves.Frame frame, Matrix transposed, Matrix normal, double mean) {
    static Jacobian at(RankMoves moves, Matrix data, Point point) {
      RankMoves.Frame frame = moves.at(point.w, point.basis);
      Matrix seen = frame.seen(data);
      Matrix j = seen.minus(seen.times(point.seen).timesTranspose(point.seen));
      Matrix normal = j.gram();
      double trace = 0;
      for (int i = 0; i < normal.rows(); i++) {
        trace += normal.get(i, i);
      }
      return new Jacobian(frame, j, normal, trace / Math.max(1, normal.rows()));
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
