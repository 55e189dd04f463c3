package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/** From which factor of the weights on the penalties vanish. */
final class LargestFactor {
  /** ‖A v‖² below this part of the largest vanishes. */
  private static final Tolerance VANISHING = new Tolerance(1e-12);

  /** A gradient below this part of the first one is rounding. */
  private static final double FLAT = 1e-10;

  private LargestFactor() {}

  static double of(PenalisedProblem problem, PenalisedRegression solver) {
    List<Penalty> penalties =
        problem.penalties().stream().filter(penalty -> penalty.weight() > 0).toList();
    if (penalties.isEmpty()) {
      return 0;
    }
    if (!PenalisedRegression.areProximable(penalties)) {
      PenalisedRegression.requirePolyhedral(penalties);
      return LargestPolyhedralFactor.of(problem, penalties, solver);
    }
    NullSpace constraint = PenalisedRegression.nullSpace(problem.constraint());
    Matrix gram = Matrix.zeros(problem.unknowns(), problem.unknowns());
    for (Penalty penalty : penalties) {
      Matrix one = penalty.map().gram();
      gram = gram.plus(1 / Math.max(one.norm(), Double.MIN_NORMAL), one);
    }
    Matrix basis = constraint.basis();
    Vec origin = constraint.particular();
    Vec least = origin.minus(ConstrainedSolve.of(gram, basis).apply(gram.apply(origin)));
    double left = Math.max(0, least.dot(gram.apply(least)));
    if (left > 1e-16 * gram.norm() * least.dot(least)) {
      return Double.POSITIVE_INFINITY;
    }
    Matrix kernel = kernel(gram, basis);
    Vec best =
        least.minus(
            ConstrainedSolve.of(problem.curvature(), kernel).apply(problem.gradient(least)));
    Vec down = basis.apply(basis.applyTranspose(problem.gradient(best).times(-1)));
    Vec pull = down.minus(kernel.apply(kernel.applyTranspose(down)));
    double size = pull.norm();
    Vec first = problem.gradient(Vec.zeros(problem.unknowns()));
    if (size <= FLAT * first.norm()) {
      return 0;
    }
    return size / steepest(problem, penalties, kernel, pull.times(1 / size), solver);
  }

  /** The directions of the basis on which the form vanishes. */
  private static Matrix kernel(Matrix gram, Matrix basis) {
    Matrix form = basis.transposeTimes(gram.times(basis));
    SymmetricEigen eigen = SymmetricEigen.of(form.plus(1, form.transpose()).scaled(0.5));
    int[] flat =
        java.util.stream.IntStream.range(0, form.rows())
            .filter(k -> VANISHING.isZero(eigen.values().get(k), eigen.values().get(0)))
            .toArray();
    return basis.times(eigen.vectors().columns(flat));
  }

  /**
   * min Σ λₖ gₖ(Aₖ v) over C v = 0 and ⟨b, v⟩ = 1, from below. Along the kernel of the penalties b
   * is zero and v is kept so: what rounding leaves there would cost nothing.
   */
  private static double steepest(
      PenalisedProblem problem,
      List<Penalty> penalties,
      Matrix kernel,
      Vec b,
      PenalisedRegression solver) {
    Matrix c = problem.constraint().map().toMatrix();
    int unknowns = problem.unknowns();
    int equations = c.rows() + kernel.cols() + 1;
    double[] rows = Arrays.copyOf(c.toArray(), equations * unknowns);
    System.arraycopy(
        kernel.transpose().toArray(), 0, rows, c.rows() * unknowns, kernel.cols() * unknowns);
    System.arraycopy(b.toArray(), 0, rows, (equations - 1) * unknowns, unknowns);
    double[] target = new double[equations];
    target[equations - 1] = 1;
    List<Penalty> homogeneous =
        penalties.stream()
            .map(
                p ->
                    new Penalty(
                        p.weight(), ((Proximable) p.function()).atZero(), p.map(), p.reason()))
            .toList();
    Constraint normalised =
        new Constraint(Matrix.adopt(equations, unknowns, rows), Vec.adopt(target), "unit slope");
    return solver
        .solve(new PenalisedProblem(problem.withoutData().data(), homogeneous, normalised))
        .dualValue();
  }
}
