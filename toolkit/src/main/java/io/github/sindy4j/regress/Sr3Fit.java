package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@link Sr3} at work on one problem. With ridge 1/ν the step for W is w₀ + F Fᵀ u/ν, where w₀ is
 * the ridge fit within the constraint and F Fᵀ the inverse normal matrix there: one factor for all
 * steps. For one thread.
 */
final class Sr3Fit {
  private static final int WEIGHTS = 40;
  private static final double SMALLEST = 1e-4;

  /** After so many steps without a change of signs the rest of the way is a linear system. */
  private static final int SETTLED = 500;

  private static final Tolerance SINGULAR = new Tolerance(1e-13);

  private final Sr3 settings;
  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final Scaling scaling;
  private final List<Block> blocks = new ArrayList<>();
  private final Vec start;
  private int steps;
  private boolean converged = true;

  Sr3Fit(Sr3 settings, RegressionProblem problem) throws InfeasibleException {
    this.settings = settings;
    this.problem = problem;
    this.whole = problem.data().whole();
    this.scaling = settings.scaled() ? Scaling.toLengthOne(whole) : Scaling.none(whole);
    RegressionSummary scaled = scaling.apply(whole);
    Assembly assembly = new Assembly(scaled, scaling.apply(problem.constraint()));
    this.basis = new Assembly(whole, problem.constraint()).columnBasis();
    Vec ones = Fits.unitScales(scaled);
    for (Elimination block : assembly.solve(Fits.all(whole), ones, 1 / settings.relaxation())) {
      blocks.add(new Block(block));
    }
    this.start =
        Fits.coefficients(scaled, assembly.solve(Fits.start(problem, whole, basis), ones, 0)).vec();
  }

  /** Unknowns that are moved together: w₀ and F. */
  private record Block(List<Integer> unknowns, Vec origin, Matrix factor) {
    Block(Elimination solved) {
      this(
          solved.positions().toList(),
          Vec.adopt(IntStream.range(0, solved.size()).mapToDouble(solved::value).toArray()),
          solved.freedom().factor());
    }

    /** Writes w₀ + F Fᵀ u/ν. */
    void move(double[] u, double relaxation, double[] w) {
      double[] own = unknowns.stream().mapToDouble(k -> u[k] / relaxation).toArray();
      Vec moved = origin;
      if (factor.cols() > 0) {
        moved = moved.plus(factor.apply(factor.applyTranspose(Vec.adopt(own))));
      }
      for (int k = 0; k < own.length; k++) {
        w[unknowns.get(k)] = moved.get(k);
      }
    }

    /**
     * Moves u to the fixed point of both steps that has its signs; where that lies beyond a change
     * of sign, to the first one, whose term leaves, and on.
     */
    void settle(Sr3.Norm norm, double weight, double relaxation, double[] u) {
      boolean isCut = factor.cols() > 0;
      while (isCut) {
        int[] inside = unknowns.stream().mapToInt(k -> k).filter(k -> u[k] != 0).toArray();
        double[] goal = fixedPoint(inside, norm, weight * relaxation, relaxation, u);
        double step = 1;
        int leaving = -1;
        for (int i = 0; i < inside.length; i++) {
          double now = u[inside[i]];
          if (goal[i] * now <= 0) {
            double reach = now / (now - goal[i]);
            leaving = leaving < 0 || reach < step ? i : leaving;
            step = Math.min(step, reach);
          }
        }
        for (int i = 0; i < inside.length; i++) {
          double now = u[inside[i]];
          u[inside[i]] = i == leaving ? 0 : leaving < 0 ? goal[i] : now + step * (goal[i] - now);
        }
        isCut = leaving >= 0;
      }
    }

    /**
     * With K = F Fᵀ/ν, (I − K) u = w₀ less what the prox takes away, on the terms of u; u itself
     * where that is singular.
     */
    private double[] fixedPoint(
        int[] inside, Sr3.Norm norm, double taken, double relaxation, double[] u) {
      int n = inside.length;
      int[] rows = Arrays.stream(inside).map(unknowns::indexOf).toArray();
      Matrix own = factor.rowsAt(rows).scaled(1 / Math.sqrt(relaxation));
      double[] system = own.timesTranspose(own).scaled(-1).toArray();
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        system[i * n + i] += norm == Sr3.Norm.L2 ? 1 + 2 * taken : 1;
        double sign = Math.signum(u[inside[i]]);
        right[i] = origin.get(rows[i]) - (norm == Sr3.Norm.L1 ? taken * sign : 0);
      }
      return Cholesky.of(Matrix.adopt(n, n, system), SINGULAR)
          .map(cholesky -> cholesky.solve(Vec.adopt(right)).toArray())
          .orElseGet(() -> Arrays.stream(inside).mapToDouble(k -> u[k]).toArray());
    }
  }

  /** W and U where the iteration ended. */
  private record Pair(Vec w, Vec u) {}

  Regression solve() throws InfeasibleException {
    if (settings.weight().isPresent()) {
      Pair pair = iterate(settings.weight().getAsDouble());
      Regression fit =
          Fits.onSupport(problem, whole, support(pair), basis.dependencies(), outcome(), List.of());
      Matrix u = scaling.back(pair.u().asMatrix(whole.responses(), whole.terms()));
      return settings.refit() ? fit : withCoefficients(fit, u);
    }
    List<List<Integer>> supports = new ArrayList<>();
    List<double[]> sparse = new ArrayList<>();
    double largest = settings.norm().weightAt(start.maxAbs(), settings.relaxation()) * 2;
    for (int k = 0; k <= WEIGHTS; k++) {
      double exponent = settings.norm() == Sr3.Norm.L0 ? 2.0 * k / WEIGHTS : (double) k / WEIGHTS;
      Pair pair = iterate(largest * Math.pow(SMALLEST, exponent));
      supports.add(support(pair));
      sparse.add(pair.u().toArray());
    }
    Regression fit = chosen(supports);
    return settings.refit() ? fit : withCoefficients(fit, onTerms(fit, supports, sparse));
  }

  private Regression chosen(List<List<Integer>> supports) {
    SupportPaths paths = new SupportPaths(problem, whole, basis);
    if (!problem.constraint().isNone()) {
      return paths.chooseJoint(supports, outcome());
    }
    List<List<List<Integer>>> byEquation = new ArrayList<>();
    for (int i = 0; i < whole.responses(); i++) {
      int equation = i;
      List<List<Integer>> own = new ArrayList<>();
      own.add(List.of());
      supports.forEach(support -> own.add(terms(support, equation)));
      byEquation.add(own);
    }
    return paths.choose(byEquation, outcome());
  }

  private List<Integer> terms(List<Integer> support, int equation) {
    return support.stream()
        .filter(k -> k / whole.terms() == equation)
        .map(k -> k % whole.terms())
        .toList();
  }

  /** U of the least weight that has the chosen terms, equation by equation. */
  private Matrix onTerms(Regression fit, List<List<Integer>> supports, List<double[]> sparse) {
    double[] u = new double[start.size()];
    for (int i = 0; i < whole.responses(); i++) {
      List<Integer> own = terms(Fits.support(fit.coefficients()), i);
      for (int k = 0; k < supports.size(); k++) {
        if (terms(supports.get(k), i).equals(own)) {
          System.arraycopy(sparse.get(k), i * whole.terms(), u, i * whole.terms(), whole.terms());
        }
      }
    }
    return scaling.back(Vec.adopt(u).asMatrix(whole.responses(), whole.terms()));
  }

  private static Regression withCoefficients(Regression fit, Matrix w) {
    return new Regression(w, fit.freedom(), fit.undecided(), fit.outcome(), fit.path());
  }

  private Outcome outcome() {
    return converged ? new Outcome.Converged(steps) : new Outcome.IterationLimit(steps);
  }

  private Pair iterate(double weight) {
    double nu = settings.relaxation();
    double[] u = start.toArray();
    double[] w = new double[u.length];
    int step = 0;
    int unchanged = 0;
    boolean isMoving = true;
    while (isMoving && step < settings.iterations()) {
      for (Block block : blocks) {
        block.move(u, nu, w);
      }
      double change = 0;
      double size = 0;
      unchanged++;
      for (int k = 0; k < u.length; k++) {
        double next = settings.norm().prox(w[k], weight, nu);
        unchanged = Math.signum(next) == Math.signum(u[k]) ? unchanged : 0;
        change += (next - u[k]) * (next - u[k]);
        size += next * next;
        u[k] = next;
      }
      isMoving = Math.sqrt(change) / nu >= settings.tolerance() * (Math.sqrt(size) + 1);
      step++;
      if (isMoving && unchanged == SETTLED) {
        blocks.forEach(block -> block.settle(settings.norm(), weight, nu, u));
        unchanged = 0;
      }
    }
    steps = Math.max(steps, step);
    converged &= !isMoving;
    return new Pair(Vec.adopt(w), Vec.adopt(u));
  }

  /** The terms of U, and those that the constraint does not let go. */
  private List<Integer> support(Pair pair) throws InfeasibleException {
    List<Integer> nonZero =
        IntStream.range(0, pair.u().size()).filter(k -> pair.u().get(k) != 0).boxed().toList();
    if (problem.constraint().isNone()) {
      return nonZero;
    }
    Elimination elimination =
        new Assembly(whole, problem.constraint())
            .solve(Fits.all(whole), Fits.unitScales(whole), 0)
            .get(0);
    return Fits.without(
        elimination,
        IntStream.range(0, elimination.size())
            .filter(j -> pair.u().get(elimination.position(j)) == 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble(j -> Math.abs(pair.w().get(elimination.position(j)))))
            .toList());
  }
}
