package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Uniqueness.Certified;
import io.github.sindy4j.regress.Uniqueness.Reason;
import io.github.sindy4j.regress.Uniqueness.Refused;
import java.util.stream.IntStream;

/**
 * The numbers on which a claim of uniqueness rests, U and V being the singular bases of L(w) at its
 * numerical rank ρ.
 *
 * @param sampling how the data came about
 * @param rank ρ, the number of singular values of L(w) above 1e-8 σ₁
 * @param weakest σ_ρ/σ₁; 1 for rank 0
 * @param tail σ_{ρ+1}/σ₁; 0 when there is none
 * @param residual ‖Θ w − y‖ / ‖y − ȳ‖, or beside ‖y‖ when y is constant
 * @param freedom d̂ = dim {δ : (I − UUᵀ) L(δ) (I − VVᵀ) = 0, C δ = 0}, at least the dimension of
 *     every component of the family through w
 * @param gap the least singular value that counts as not zero in d̂, beside the size of L
 * @param rounding the largest that counts as zero
 * @param equations how many independent equations the data give
 * @param equationsDue how many random points give
 * @param conditioning σ_min/σ_max of Θ on these δ; 0 when some δ is not seen at all
 */
public record UniquenessEvidence(
    Sampling sampling,
    int rank,
    double weakest,
    double tail,
    double residual,
    int freedom,
    double gap,
    double rounding,
    int equations,
    int equationsDue,
    double conditioning) {
  /** Θ hardly sees what is below this, beside what it sees best. */
  private static final double SEEN = 1e-7;

  /** Singular values of L(w) above this, beside the largest, are not zero. */
  private static final double CLEAR = 1e-8;

  /** At w; the unknowns in units in which all terms contribute alike to the data. */
  static UniquenessEvidence of(InterpolationProblem problem, Sampling sampling, Vec w) {
    Matrix theta = problem.data().toMatrix();
    BadSetting.require(
        sampling.points() <= theta.rows(),
        "sampling points",
        "are " + sampling.points() + " but there are only " + theta.rows() + " equations",
        "Each point gives at least one");
    Matrix x = problem.map().apply(w);
    Spectrum spectrum = Spectrum.of(x);
    double scale = Interpolants.largestTerm(problem.map().gram());
    // Zero too where all of L(w) is what rounding leaves of terms that cancel.
    boolean zero = spectrum.largest() <= MinimumRank.TAIL * scale * w.norm();
    int rank = zero ? 0 : spectrum.values().size() - spectrum.upTo(CLEAR * spectrum.largest());
    int q = x.cols();
    Annihilated tangent = tangent(problem, x, spectrum, rank, scale);
    Spectrum seen = Spectrum.of(theta.times(tangent.directions()));
    int dependent =
        NullSpace.byReflections(theta, Vec.zeros(theta.rows()), Tolerance.RANK).basis().cols();
    return new UniquenessEvidence(
        sampling,
        rank,
        rank == 0 ? 1 : spectrum.values().get(q - rank) / spectrum.largest(),
        rank == 0 || rank == q ? 0 : spectrum.values().get(q - rank - 1) / spectrum.largest(),
        residual(problem, w),
        tangent.directions().cols(),
        tangent.gap(),
        tangent.rounding(),
        theta.cols() - dependent,
        Math.min(theta.rows(), theta.cols()),
        seen.largest() == 0 ? 1 : seen.values().first() / seen.largest());
  }

  /** d̂ at w, taken to have this rank. */
  static int freedom(InterpolationProblem problem, Vec w, int rank) {
    Matrix x = problem.map().apply(w);
    double scale = Interpolants.largestTerm(problem.map().gram());
    return tangent(problem, x, Spectrum.of(x), rank, scale).directions().cols();
  }

  /** All δ with (I − UUᵀ) L(δ) (I − VVᵀ) = 0 and C δ = 0. */
  private static Annihilated tangent(
      InterpolationProblem problem, Matrix x, Spectrum spectrum, int rank, double scale) {
    int q = x.cols();
    Matrix right = spectrum.directions().columns(IntStream.range(q - rank, q).toArray());
    return Annihilated.of(
        problem.map(),
        problem.constraint().map().toMatrix(),
        LeadingSpaces.withRight(x, right),
        true,
        scale);
  }

  private static double residual(InterpolationProblem problem, Vec w) {
    Vec y = problem.values();
    double error = problem.data().apply(w).minus(y).norm();
    double mean = y.size() == 0 ? 0 : y.dot(y.map(value -> 1)) / y.size();
    double variation = y.map(value -> value - mean).norm();
    double beside = variation > CLEAR * y.norm() ? variation : y.norm();
    return beside == 0 ? error : error / beside;
  }

  /** s = n − d̂, how many points there are beyond the free parameters. */
  public int spare() {
    return sampling.points() - freedom;
  }

  /** Whether w meets the data and its rank is clear. */
  public boolean fits() {
    return residual < MinimumRank.RESIDUAL && tail < MinimumRank.TAIL;
  }

  /** The certificate, or the first reason against it. */
  Uniqueness judged() {
    if (!sampling.isRandom()) {
      return new Refused(Reason.SAMPLING, this);
    }
    if (!(residual < MinimumRank.RESIDUAL)) {
      return new Refused(Reason.RESIDUAL, this);
    }
    if (!(tail < MinimumRank.TAIL)) {
      return new Refused(Reason.RANK_NOT_CLEAR, this);
    }
    if (equations < equationsDue) {
      return new Refused(Reason.DEPENDENT_EQUATIONS, this);
    }
    if (spare() < 1) {
      return new Refused(Reason.TOO_FEW_POINTS, this);
    }
    return conditioning < SEEN ? new Refused(Reason.NOT_ISOLATED, this) : new Certified(this);
  }

  String certificate() {
    return ("With probability one over exact values at random points, chosen without knowledge of the"
            + " system, no other model in its component of the rank-%d family (at most %d free"
            + " parameters) fits all %d points; %s; relative residual %.1e. This is no proof for"
            + " these very data, nor that no model of lower rank fits.")
        .formatted(
            rank,
            freedom,
            sampling.points(),
            spare() == 1 ? "1 spare point, 2 are advised" : spare() + " spare points",
            residual);
  }

  String refusal(Reason reason) {
    return switch (reason) {
      case SAMPLING ->
          "the claim needs exact values at random points, but here: " + sampling.flaw();
      case RESIDUAL -> "the data are missed by %.1e of their variation".formatted(residual);
      case RANK_NOT_CLEAR ->
          "beyond rank %d there are singular values of %.1e beside the largest"
              .formatted(rank, tail);
      case DEPENDENT_EQUATIONS ->
          "%d of %d equations are independent, so the points are not in general position"
              .formatted(equations, equationsDue);
      case TOO_FEW_POINTS ->
          "models like this one have %d free parameters and there are %d points; %d more are needed"
              .formatted(freedom, sampling.points(), 1 - spare());
      case NOT_ISOLATED ->
          "the data hardly see some changes within the family (%.1e beside what they see best)"
              .formatted(conditioning);
    };
  }
}
