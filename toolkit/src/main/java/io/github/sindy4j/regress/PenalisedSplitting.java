package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * The alternating directions of multipliers for zₖ = Aₖ w, with its own ρₖ for each penalty: zₖ ←
 * prox(Aₖ w + uₖ, λₖ/ρₖ), hₖ ← a zₖ + (1 − a) Aₖ w, w ← argmin f(w) + Σ ρₖ/2 ‖Aₖ w − hₖ + uₖ‖² with
 * C w = d, uₖ ← uₖ + Aₖ w − hₖ.
 *
 * <p>After the step in w, Λₖ = ρₖ uₖ satisfies Nᵀ(∇f(w) + Σ AₖᵀΛₖ) = 0 exactly, so that the
 * conjugate of f is attained at w itself: the dual value needs no inverse of the data.
 */
final class PenalisedSplitting {
  private final PenalisedProblem problem;
  private final List<Penalty> penalties;
  private final List<Proximable> functions;
  private final double relaxation;
  private final NullSpace constraint;
  private final List<Matrix> grams = new ArrayList<>();
  private final double[] rho;
  private ConstrainedSolve solve;
  private Vec leastSquares;
  private Vec w;
  private List<Vec> images;
  private List<Vec> u;
  private List<Vec> z;
  private double primalResidual = Double.POSITIVE_INFINITY;
  private double dualResidual = Double.POSITIVE_INFINITY;

  PenalisedSplitting(
      PenalisedProblem problem, List<Penalty> penalties, NullSpace constraint, double relaxation) {
    this.problem = problem;
    this.penalties = penalties;
    this.functions = penalties.stream().map(p -> (Proximable) p.function()).toList();
    this.constraint = constraint;
    this.relaxation = relaxation;
    this.rho = new double[penalties.size()];
    Matrix curvature = problem.curvature();
    double scale = trace(curvature);
    for (int k = 0; k < rho.length; k++) {
      Matrix gram = penalties.get(k).map().gram();
      grams.add(gram);
      // Far below the data, so that the start interpolates where it can.
      rho[k] = 1e-4 * (scale > 0 ? scale : 1) / Math.max(trace(gram), Double.MIN_NORMAL);
    }
    this.solve = factor();
    Vec origin = constraint.particular();
    this.leastSquares =
        origin.minus(
            ConstrainedSolve.of(curvature, constraint.basis()).apply(problem.gradient(origin)));
    Vec penalised = problem.gradient(origin);
    for (int k = 0; k < rho.length; k++) {
      penalised = penalised.plus(rho[k], grams.get(k).apply(origin));
    }
    this.w = origin.minus(solve.apply(penalised));
    this.images = map(w);
    this.z = images;
    this.u = images.stream().map(image -> Vec.zeros(image.size())).toList();
    for (int k = 0; k < rho.length; k++) {
      rho[k] = step(k, rho[k]);
    }
    this.solve = factor();
  }

  /** λ/ρ of the size of the entries, weighted by themselves: Σσ²/Σσ for singular values. */
  private double step(int k, double fallback) {
    double square = images.get(k).dot(images.get(k));
    double value = penalties.get(k).value(w);
    return square > 0 && value > 0 ? 2 * value / square : fallback;
  }

  /** Takes up where another problem with the same penalties, but for their weights, ended. */
  void startFrom(PenalisedMinimum other) {
    w = other.coefficients();
    images = map(w);
    z = other.images();
    List<Vec> scaled = new ArrayList<>();
    for (int k = 0; k < rho.length; k++) {
      scaled.add(other.duals().get(k).times(1 / rho[k]));
    }
    u = scaled;
  }

  void iterate() {
    List<Vec> relaxed = new ArrayList<>();
    List<Vec> next = new ArrayList<>();
    Vec gradient = problem.gradient(w);
    for (int k = 0; k < rho.length; k++) {
      Penalty penalty = penalties.get(k);
      Vec image = images.get(k);
      next.add(functions.get(k).prox(image.plus(u.get(k)), penalty.weight() / rho[k]));
      relaxed.add(next.get(k).times(relaxation).plus(1 - relaxation, image));
      Vec pull = image.plus(u.get(k)).minus(relaxed.get(k));
      gradient = gradient.plus(rho[k], penalty.map().applyTranspose(pull));
    }
    w = w.minus(solve.apply(gradient));
    images = map(w);
    List<Vec> multipliers = new ArrayList<>();
    double primal = 0;
    double dual = 0;
    double size = Double.MIN_NORMAL;
    double dualSize = Double.MIN_NORMAL;
    for (int k = 0; k < rho.length; k++) {
      multipliers.add(u.get(k).plus(images.get(k)).minus(relaxed.get(k)));
      primal = Math.hypot(primal, rho[k] * images.get(k).minus(next.get(k)).norm());
      dual = Math.hypot(dual, rho[k] * next.get(k).minus(z.get(k)).norm());
      size = Math.max(size, rho[k] * images.get(k).norm());
      dualSize = Math.max(dualSize, rho[k] * multipliers.get(k).norm());
    }
    u = multipliers;
    z = next;
    primalResidual = primal / size;
    dualResidual = dual / dualSize;
  }

  /** Moves every ρ to where both residuals fall alike. */
  void balance() {
    double ratio = primalResidual / Math.max(dualResidual, Double.MIN_NORMAL);
    double factor = ratio > 5 ? 2 : ratio < 0.2 ? 0.5 : 1;
    if (factor != 1) {
      for (int k = 0; k < rho.length; k++) {
        rho[k] *= factor;
      }
      u = u.stream().map(v -> v.times(1 / factor)).toList();
      solve = factor();
    }
  }

  PenalisedMinimum minimum(Outcome outcome) {
    List<Vec> duals = new ArrayList<>();
    double scale = 1;
    for (int k = 0; k < rho.length; k++) {
      duals.add(u.get(k).times(rho[k]));
      Penalty penalty = penalties.get(k);
      scale = Math.min(scale, functions.get(k).dualScale(duals.get(k).times(1 / penalty.weight())));
    }
    return new PenalisedMinimum(
        w,
        problem.value(w),
        dualValue(duals, scale),
        duals,
        z,
        problem.constraintResidual(w),
        outcome);
  }

  /**
   * min over w of f(w) + τ ⟨Σ AₖᵀΛₖ, w⟩, less the conjugates of the penalties. At τ = 1 the minimum
   * is at w; where the dual point must be scaled into its domain it moves on the line to the
   * least-squares solution, whatever the rank of the data.
   */
  private double dualValue(List<Vec> duals, double scale) {
    Vec at = leastSquares.plus(scale, w.minus(leastSquares));
    double value = problem.loss(at);
    for (int k = 0; k < rho.length; k++) {
      Penalty penalty = penalties.get(k);
      Vec dual = duals.get(k).times(scale);
      value += dual.dot(penalty.map().apply(at));
      value -= penalty.weight() * functions.get(k).conjugate(dual.times(1 / penalty.weight()));
    }
    return value;
  }

  private ConstrainedSolve factor() {
    Matrix h = problem.curvature();
    for (int k = 0; k < rho.length; k++) {
      h = h.plus(rho[k], grams.get(k));
    }
    return ConstrainedSolve.of(h, constraint.basis());
  }

  private List<Vec> map(Vec at) {
    return penalties.stream().map(penalty -> penalty.map().apply(at)).toList();
  }

  private static double trace(Matrix a) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      sum += a.get(i, i);
    }
    return sum;
  }
}
