package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.discovery.CandidateOperator;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Constraint;
import io.github.sindy4j.regress.InterpolationProblem;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.Motions;
import io.github.sindy4j.regress.NuclearMinimum;
import io.github.sindy4j.regress.Sampling;
import io.github.sindy4j.regress.UnitTerms;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.RankMotions;
import io.github.sindy4j.symmetry.Region;
import java.util.Optional;

/**
 * Exact values yₜ = W θ(xₜ) met by the W whose image under the candidates is simplest.
 *
 * <p>Computed in the unknowns v = D w, D = diag ‖Θ eⱼ‖, so that neither rank nor projection depend
 * on the units of the inputs; L(w) itself stays what it is.
 *
 * @param samples the values
 * @param library θ
 * @param theta Θ, N×p
 * @param constraint what is demanded of vec(W)
 * @param candidates generators on the inputs
 */
record Interpolation(
    Samples samples,
    Library library,
    Matrix theta,
    Constraint constraint,
    GeneratorSpace candidates) {
  /** Defects of a function that is exact to rounding, and of one that is not. */
  private static final double ROUNDED = 1e-6;

  private static final double NEAR = 1e-3;

  /** Contributions to the values below this part of them are rounding. */
  private static final double NEGLIGIBLE = 1e-10;

  /** A solution: W, and how it was found. */
  record Solved(Matrix coefficients, Recovery recovery) {}

  Solved by(Interpolator interpolator, Sampling sampling) {
    InterpolationProblem problem = problem();
    UnitTerms units = UnitTerms.of(problem);
    NuclearMinimum scaled = interpolator.nuclear().solve(units.problem());
    NuclearMinimum nuclear = scaled.withCoefficients(units.out(scaled.coefficients()));
    Optional<MinimumRankFit> rank =
        nuclear.ending() instanceof NuclearMinimum.Inconsistent
            ? Optional.empty()
            : interpolator
                .leastRank()
                .map(search -> search.solve(problem, sampling, motions(), nuclear.coefficients()));
    Vec w =
        rank.filter(MinimumRankFit::isFound)
            .map(MinimumRankFit::coefficients)
            .orElse(nuclear.coefficients());
    Matrix raw = w.asMatrix(samples.outputs().cols(), library.size());
    Recovery unread = recovery(interpolator, sampling, nuclear, rank, raw, NEAR);
    if (!unread.isToRounding()) {
      return new Solved(raw, unread);
    }
    Matrix clean = constraint.isNone() ? cleaned(raw) : raw;
    return new Solved(clean, recovery(interpolator, sampling, nuclear, rank, clean, ROUNDED));
  }

  private Motions motions() {
    return RankMotions.of(library, candidates.basis(), Fibre.scalar(samples.outputs().cols()));
  }

  private Recovery recovery(
      Interpolator interpolator,
      Sampling sampling,
      NuclearMinimum nuclear,
      Optional<MinimumRankFit> rank,
      Matrix w,
      double tolerance) {
    return new Recovery(
        candidates.name(),
        interpolator.text(),
        sampling,
        nuclear,
        rank,
        Discovery.defaults().withTolerance(tolerance).of(subject(w), candidates));
  }

  private Subject subject(Matrix w) {
    return Subject.functions(library, w, Region.of(samples))
        .withPoints(samples.points(FunctionFit.MOST_POINTS));
  }

  /** L, outputs in units of their spread. */
  private SparseMatrixMap map() {
    int k = samples.outputs().cols();
    Matrix zero = Matrix.zeros(k, library.size());
    double[] sizes = new double[k];
    for (int i = 0; i < k; i++) {
      Vec y = samples.outputs().col(i);
      double mean = y.dot(y.map(one -> 1)) / y.size();
      double spread = y.map(value -> value - mean).norm() / Math.sqrt(y.size());
      sizes[i] = spread > 0 ? spread : 1;
    }
    return new CandidateOperator(subject(zero), Vec.adopt(sizes)).along(candidates.basis());
  }

  private InterpolationProblem problem() {
    InterpolationProblem free = InterpolationProblem.ofOutputs(map(), theta, samples.outputs());
    return new InterpolationProblem(free.map(), free.data(), free.values(), constraint);
  }

  /** Without coefficients that are no more than what rounding leaves of zero. */
  private Matrix cleaned(Matrix w) {
    Vec sizes = theta.columnNorms().map(norm -> norm > 0 ? norm : 1);
    double[] values = w.toArray();
    int p = library.size();
    for (int u = 0; u < values.length; u++) {
      double contribution = Math.abs(values[u]) * sizes.get(u % p);
      if (contribution < NEGLIGIBLE * samples.outputs().col(u / p).norm()) {
        values[u] = 0;
      }
    }
    return Matrix.adopt(w.rows(), p, values);
  }
}
