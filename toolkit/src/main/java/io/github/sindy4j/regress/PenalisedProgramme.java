package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.QuadraticProgramme;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Polyhedral penalties by quadratic programmes: min ½ ‖ζ − c‖² + Σ_g λ_g t_g over w = origin + E ζ
 * + H η and t ≥ 0 with ⟨a_r, w⟩ + b_r ≤ t_g(r).
 *
 * <p>In η and t it is flat. A little curvature around the last answer makes each programme strictly
 * convex; at the minimum it changes nothing. (The proximal point method, Rockafellar, SIAM J.
 * Control Optim. 14, 1976; it ends after finitely many steps where everything is linear.) In a
 * corner where many planes meet an active set may change for ever; so the planes are moved apart a
 * little, and the corner found is then taken where they are ({@link Corner}). The best w of all
 * programmes is kept, and the best multipliers: both count wherever the planes were.
 */
final class PenalisedProgramme {
  /** The least curvature, beside 1 of ζ; more where that fails. */
  private static final double CURVATURE = 1e-6;

  private static final double CURVATURE_WITHOUT_DATA = 1e-2;

  /** Where the corner stays the same, steps after the first cost little. */
  private static final int REPEATS = 3;

  /** How often a programme is tried with other moves before the curvature rises. */
  private static final int RETRIES = 1;

  /** A programme whose conditions fail by more was not solved. */
  private static final double SOLVED = 1e-6;

  /** By how much planes are moved apart, in the units of {@link EpigraphUnits}. */
  private static final double[] MOVES = {1e-6, 1e-8, 1e-5};

  private final PenalisedProblem problem;
  private final List<Penalty> penalties;
  private final QuadraticCoordinates coordinates;
  private final Epigraph epigraph;
  private final EpigraphUnits units;
  private final DualPoint dual;
  private Vec center;
  private Vec w;
  private double value;
  private Vec multipliers;
  private double dualValue;
  private double curvature;
  private int failed;
  private int solved;

  PenalisedProgramme(PenalisedProblem problem, List<Penalty> penalties, NullSpace constraint) {
    this.problem = problem;
    this.penalties = penalties;
    this.coordinates = QuadraticCoordinates.of(problem, penalties, constraint);
    this.epigraph = Epigraph.of(penalties, problem.unknowns());
    this.units = EpigraphUnits.of(epigraph, coordinates);
    this.dual = new DualPoint(epigraph, coordinates);
    this.curvature = coordinates.best().size() > 0 ? CURVATURE : CURVATURE_WITHOUT_DATA;
    this.center = Vec.zeros(units.variables());
    this.w = coordinates.at(coordinates.best(), Vec.zeros(coordinates.unseen().cols()));
    this.value = problem.value(w);
    this.multipliers = Vec.zeros(epigraph.offsets().size());
    this.dualValue = lagrangian(multipliers, w);
  }

  /** One programme more: the point of a polyhedron that is nearest to a target. */
  void iterate() {
    double by = MOVES[solved % MOVES.length];
    SplittableRandom random = new SplittableRandom(solved);
    solved++;
    Vec scales = scales();
    Vec target = target(scales);
    Vec inverse = scales.map(scale -> 1 / scale);
    Matrix planes = units.planes().columnsTimes(inverse);
    Vec shorter = planes.transpose().columnNorms().map(length -> 1 / length);
    Matrix normals = planes.rowsTimes(shorter);
    Vec moved = units.limits().map(limit -> limit + by * (1 + random.nextDouble()));
    Optional<QuadraticProgramme.Minimum> nearest =
        QuadraticProgramme.nearest(target, normals, moved.timesEach(shorter))
            .solve()
            .filter(found -> found.residual() <= SOLVED);
    if (nearest.isPresent()) {
      Corner corner =
          new Corner(normals, units.limits().timesEach(shorter), nearest.get().atMostMultipliers());
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        center = corner.nearest(target(scales)).timesEach(inverse);
      }
      Vec mu = corner.multipliers(target(scales)).timesEach(shorter);
      keep(units.zeta(center), units.eta(center), units.multipliers(mu));
      curvature = Math.max(CURVATURE, curvature / 10);
      failed = 0;
    } else if (++failed > RETRIES) {
      curvature = Math.min(1, 100 * curvature);
    }
  }

  /** The roots of the curvatures: 1 for ζ, and such that η and t may move by 1/curvature. */
  private Vec scales() {
    int seen = coordinates.best().size();
    double dearest = Math.max(units.costs().maxAbs(), Double.MIN_NORMAL);
    double reach = seen > 0 ? Math.min(1, dearest) : dearest;
    double[] scales = new double[units.variables()];
    for (int j = 0; j < scales.length; j++) {
      double cost = units.cost(j);
      double bend = cost > 0 ? cost * Math.max(1, cost / reach) : reach;
      scales[j] = j < seen ? 1 : Math.sqrt(curvature * bend);
    }
    return Vec.adopt(scales);
  }

  /** Where the programme would be least without planes. */
  private Vec target(Vec scales) {
    double[] target = new double[scales.size()];
    for (int j = 0; j < target.length; j++) {
      target[j] =
          j < coordinates.best().size()
              ? coordinates.best().get(j) / units.size()
              : scales.get(j) * center.get(j) - units.cost(j) / scales.get(j);
    }
    return Vec.adopt(target);
  }

  private void keep(Vec zeta, Vec eta, Vec mu) {
    Vec here = coordinates.at(zeta, eta);
    double valueHere = problem.value(here);
    if (valueHere < value) {
      w = here;
      value = valueHere;
    }
    Vec feasible = dual.near(mu);
    if (dual.isFeasible(feasible)) {
      double below = lagrangian(feasible, coordinates.at(dual.zeta(feasible), eta));
      if (below > dualValue) {
        multipliers = feasible;
        dualValue = below;
      }
    }
  }

  /** The loss with its ridges, and the planes weighted by μ. */
  private double lagrangian(Vec mu, Vec at) {
    double sum = problem.loss(at) + mu.dot(epigraph.slopes().apply(at).plus(epigraph.offsets()));
    for (Penalty penalty : penalties) {
      double ridge = Epigraph.ridge(penalty);
      if (ridge > 0) {
        Vec image = penalty.map().apply(at);
        sum += 0.5 * ridge * image.dot(image);
      }
    }
    return sum;
  }

  PenalisedMinimum minimum(Outcome outcome) {
    List<Vec> duals = new ArrayList<>();
    List<Vec> images = new ArrayList<>();
    int row = 0;
    for (Penalty penalty : penalties) {
      PiecewiseLinear pieces = Epigraph.pieces(penalty);
      Vec image = penalty.map().apply(w);
      Vec own = multipliers.slice(row, row + pieces.offsets().size());
      duals.add(pieces.slopes().applyTranspose(own).plus(Epigraph.ridge(penalty), image));
      images.add(image);
      row += pieces.offsets().size();
    }
    return new PenalisedMinimum(
        w, value, dualValue, duals, images, problem.constraintResidual(w), outcome);
  }
}
