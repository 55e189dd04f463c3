package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From which factor of the weights on polyhedral penalties vanish. At w*, the best w where they do,
 * planes that touch 0 hold the data: ∇f(w*) + Σ μ_r a_r ⟂ null(C), μ ≥ 0. The factor is the least s
 * for which such μ have Σ_r μ_r ≤ s λ_g in every maximum, which is s = max ⟨b, v⟩ over C v = 0
 * where the penalties' slopes along v add up to at most 1, b = Σ μ_r a_r.
 */
final class LargestPolyhedralFactor {
  /** Beside the size of its terms, a plane so near 0 touches it. */
  private static final double TOUCHING = 1e-8;

  /** A pull below this part of the data's is rounding. */
  private static final double FLAT = 1e-10;

  /** Multipliers that leave this gap are those of the minimum. */
  private static final double CLOSED = 1e-6;

  /** Beside the square of the data, an error that is rounding. */
  private static final double NOTHING = 1e-24;

  private static final double GROWTH = 100;
  private static final int ATTEMPTS = 6;
  private static final int PROGRAMMES = 10;

  private final PenalisedProblem problem;
  private final NullSpace constraint;
  private final Epigraph epigraph;
  private final QuadraticCoordinates coordinates;

  /** How large the terms of each plane are where nothing is penalised. */
  private final Vec sizes;

  private LargestPolyhedralFactor(PenalisedProblem problem) {
    this.problem = problem;
    this.constraint = PenalisedRegression.nullSpace(problem.constraint());
    this.epigraph = Epigraph.of(problem.penalties(), problem.unknowns());
    this.coordinates = QuadraticCoordinates.of(problem, List.of(), constraint);
    this.sizes = sizes(coordinates.at(coordinates.best(), Vec.zeros(coordinates.unseen().cols())));
  }

  /** Ridges do not matter: what vanishes has none. */
  static double of(PenalisedProblem problem, List<Penalty> penalties, PenalisedRegression solver) {
    List<Penalty> pieces = penalties.stream().map(p -> with(p, Epigraph.pieces(p))).toList();
    return new LargestPolyhedralFactor(
            new PenalisedProblem(problem.data(), pieces, problem.constraint()))
        .factor(solver);
  }

  private double factor(PenalisedRegression solver) {
    if (!canVanish()) {
      return Double.POSITIVE_INFINITY;
    }
    double factor = guess();
    Optional<PenalisedMinimum> found = vanishing(problem.times(factor));
    for (int attempt = 1; found.isEmpty() && attempt < ATTEMPTS; attempt++) {
      factor *= GROWTH;
      found = vanishing(problem.times(factor));
    }
    double enough = factor;
    return found
        .map(there -> Math.min(enough, atLeast(there, solver)))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Several times what a plane alone needs to hold the data. */
  private double guess() {
    EpigraphUnits units = EpigraphUnits.of(epigraph, coordinates);
    Vec costs = units.costs();
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < costs.size(); g++) {
      least = Math.min(least, costs.get(g));
    }
    return 10 * (1 + coordinates.best().norm() / units.size()) / least;
  }

  /** Whether some w has no penalty. */
  private boolean canVanish() {
    PenalisedProblem penalties = problem.withoutData();
    PenalisedProgramme programme =
        new PenalisedProgramme(penalties, penalties.penalties(), constraint);
    boolean found = vanish(programme.minimum(new Outcome.Converged(0)).coefficients());
    for (int k = 1; k <= PROGRAMMES && !found; k++) {
      programme.iterate();
      found = vanish(programme.minimum(new Outcome.Converged(k)).coefficients());
    }
    return found;
  }

  /** The minimum, if penalties vanish there. */
  private Optional<PenalisedMinimum> vanishing(PenalisedProblem weighted) {
    Vec zero = Vec.zeros(problem.unknowns());
    PenalisedProgramme programme =
        new PenalisedProgramme(weighted, weighted.penalties(), constraint);
    for (int k = 1; k <= PROGRAMMES; k++) {
      programme.iterate();
      PenalisedMinimum here = programme.minimum(new Outcome.Converged(k));
      if (vanish(here.coefficients())
          && (here.gap() <= CLOSED || here.value() <= NOTHING * weighted.loss(zero))) {
        return Optional.of(here);
      }
    }
    return Optional.empty();
  }

  private boolean vanish(Vec w) {
    Vec planes = epigraph.slopes().apply(w).plus(epigraph.offsets());
    Vec rounding = sizes(w).plus(sizes).times(TOUCHING);
    for (int r = 0; r < planes.size(); r++) {
      if (planes.get(r) > rounding.get(r)) {
        return false;
      }
    }
    return true;
  }

  private Vec sizes(Vec w) {
    return epigraph
        .slopes()
        .map(Math::abs)
        .apply(w.map(Math::abs))
        .plus(epigraph.offsets().map(Math::abs));
  }

  private double atLeast(PenalisedMinimum vanished, PenalisedRegression solver) {
    Vec w = vanished.coefficients();
    Vec planes = epigraph.slopes().apply(w).plus(epigraph.offsets());
    Vec rounding = sizes(w).plus(sizes).times(TOUCHING);
    Vec pull = Vec.zeros(problem.unknowns());
    List<Penalty> slopes = new ArrayList<>();
    int row = 0;
    for (int k = 0; k < problem.penalties().size(); k++) {
      Penalty penalty = problem.penalties().get(k);
      pull = pull.plus(penalty.map().applyTranspose(vanished.duals().get(k)));
      PiecewiseLinear pieces = Epigraph.pieces(penalty);
      int from = row;
      slopes.add(
          with(penalty, pieces.slopesOf(r -> planes.get(from + r) >= -rounding.get(from + r))));
      row += pieces.offsets().size();
    }
    Vec b = constraint.basis().apply(constraint.basis().applyTranspose(pull));
    double size = b.norm();
    if (size <= FLAT * problem.gradient(Vec.zeros(problem.unknowns())).norm()) {
      return 0;
    }
    return size / Math.max(Double.MIN_NORMAL, steepest(slopes, b.times(1 / size), solver));
  }

  /** min Σ λₖ slopeₖ(Aₖ v) over C v = 0 and ⟨b, v⟩ = 1, from below. */
  private double steepest(List<Penalty> slopes, Vec b, PenalisedRegression solver) {
    Matrix c = problem.constraint().map().toMatrix();
    double[][] rows = new double[c.rows() + 1][];
    for (int i = 0; i < c.rows(); i++) {
      rows[i] = c.row(i).toArray();
    }
    rows[c.rows()] = b.toArray();
    double[] target = new double[rows.length];
    target[c.rows()] = 1;
    Constraint unitSlope = new Constraint(Matrix.ofRows(rows), Vec.adopt(target), "unit slope");
    return solver
        .solve(new PenalisedProblem(problem.withoutData().data(), slopes, unitSlope))
        .dualValue();
  }

  private static Penalty with(Penalty penalty, ConvexFunction function) {
    return new Penalty(penalty.weight(), function, penalty.map(), penalty.reason());
  }
}
