package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Sparse relaxed regularised regression: W fits, U is sparse, and they are held near each other,
 *
 * <pre> min ½‖Y − Θ Wᵀ‖² + λ R(U) + ‖W − U‖²/(2ν)   with A vec(W) = d,
 *   W ← argmin over W (linear),   U ← prox(W),
 *   R = ‖U‖₀: |w| ≤ √(2λν) becomes 0;  ‖U‖₁: |w| shrinks by λν;  ‖U‖²: w/(1 + 2λν). </pre>
 *
 * <p>From the least-squares fit, until ‖ΔU‖/ν falls below the tolerance beside ‖U‖ + 1; where no
 * sign has changed for long, the rest of the way is one linear system. Columns and responses are
 * scaled to length 1 unless it is switched off; then a threshold η of the coefficients is λ =
 * η²/(2ν). In the end the terms of U are fitted by least squares <em>within the constraint</em>:
 * what is delivered satisfies it, unlike U. Where the constraint holds a coefficient away from zero
 * it stays, whatever U says. Without the refit the answer is U, and constraints are refused.
 *
 * <p>Without a weight, forty of them from where nothing is left give the models, of which one is
 * chosen on held-out blocks as for {@link Stlsq}.
 *
 * <p>Source: K. Champion, P. Zheng, A. Y. Aravkin, S. L. Brunton and J. N. Kutz, IEEE Access 8
 * (2020) 169259–169271.
 *
 * @param weight λ; chosen when empty
 * @param norm R
 * @param relaxation ν
 * @param tolerance for the end of the iteration
 * @param iterations at most
 * @param scaled whether columns and responses have length 1
 * @param refit whether the chosen terms are fitted by least squares
 */
public record Sr3(
    OptionalDouble weight,
    Norm norm,
    double relaxation,
    double tolerance,
    int iterations,
    boolean scaled,
    boolean refit)
    implements SparseRegressor {
  /** Checks the settings. */
  public Sr3 {
    double lambda = weight.orElse(0);
    BadSetting.require(
        lambda >= 0 && Double.isFinite(lambda),
        "sr3 weight",
        "must be a number ≥ 0 but is " + lambda,
        "A threshold η of coefficients is the weight η²/2 with relaxation=1");
    BadSetting.require(
        weight.isPresent() || norm != Norm.L2,
        "sr3 weight",
        "must be given with penalty=l2, which sets no coefficient to zero",
        "Write sr3:penalty=l2,weight=0.1, or take l0 or l1");
    BadSetting.require(
        relaxation > 0 && Double.isFinite(relaxation),
        "sr3 relaxation",
        "must be a number above 0 but is " + relaxation,
        "1 is usual; the larger, the less W and U need to agree on the way");
    BadSetting.require(
        tolerance > 0 && iterations >= 1,
        "sr3 tolerance and iterations",
        "must be above 0 but are " + tolerance + " and " + iterations,
        "1e-10 and 10000 are usual");
  }

  /** R. */
  public enum Norm {
    /** The number of coefficients. */
    L0,
    /** The sum of their sizes. */
    L1,
    /** The sum of their squares. */
    L2;

    /** As on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** argmin λ R(u) + (w − u)²/(2ν) for one coefficient. */
    double prox(double w, double weight, double relaxation) {
      return switch (this) {
        case L0 -> Math.abs(w) > Math.sqrt(2 * weight * relaxation) ? w : 0;
        case L1 -> Math.copySign(Math.max(0, Math.abs(w) - weight * relaxation), w);
        case L2 -> w / (1 + 2 * weight * relaxation);
      };
    }

    /** The weight at which a coefficient of this size becomes zero. */
    double weightAt(double size, double relaxation) {
      return this == L0 ? size * size / (2 * relaxation) : size / relaxation;
    }
  }

  /** The number of terms, the weight chosen, ν = 1, scaled, refitted. */
  public static Sr3 defaults() {
    return new Sr3(OptionalDouble.empty(), Norm.L0, 1, 1e-10, 10_000, true, true);
  }

  /** With this λ. */
  public Sr3 withWeight(double newWeight) {
    return new Sr3(
        OptionalDouble.of(newWeight), norm, relaxation, tolerance, iterations, scaled, refit);
  }

  /** With this R; L2 with weight 0.1 where there is none. */
  public Sr3 withNorm(Norm newNorm) {
    OptionalDouble given = newNorm == Norm.L2 && weight.isEmpty() ? OptionalDouble.of(0.1) : weight;
    return new Sr3(given, newNorm, relaxation, tolerance, iterations, scaled, refit);
  }

  /** With this ν. */
  public Sr3 withRelaxation(double newRelaxation) {
    return new Sr3(weight, norm, newRelaxation, tolerance, iterations, scaled, refit);
  }

  /** With another end of the iteration. */
  public Sr3 withEnd(double newTolerance, int newIterations) {
    return new Sr3(weight, norm, relaxation, newTolerance, newIterations, scaled, refit);
  }

  /** In the units of columns and responses as they are. */
  public Sr3 unscaled() {
    return new Sr3(weight, norm, relaxation, tolerance, iterations, false, refit);
  }

  /** U itself. */
  public Sr3 withoutRefit() {
    return new Sr3(weight, norm, relaxation, tolerance, iterations, scaled, false);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    if (!refit && !problem.constraint().isNone()) {
      throw new Unsupported(
          "constraint",
          "sr3:refit=no",
          "the sparse copy U need not satisfy '" + problem.constraint().reason() + "'",
          "Leave refit=no out: the refit satisfies it");
    }
    try {
      return new Sr3Fit(this, problem).solve();
    } catch (InfeasibleException infeasible) {
      RegressionSummary whole = problem.data().whole();
      return Fits.infeasible(
          whole,
          new Assembly(whole, problem.constraint()).columnBasis().dependencies(),
          String.valueOf(infeasible.getMessage()));
    }
  }

  @Override
  public String text() {
    List<String> settings = new ArrayList<>();
    weight.ifPresent(lambda -> settings.add("weight=" + lambda));
    if (norm != Norm.L0) {
      settings.add("penalty=" + norm.word());
    }
    if (relaxation != 1) {
      settings.add("relaxation=" + relaxation);
    }
    if (tolerance != 1e-10) {
      settings.add("tolerance=" + tolerance);
    }
    if (iterations != 10_000) {
      settings.add("iterations=" + iterations);
    }
    if (!scaled) {
      settings.add("scaled=no");
    }
    if (!refit) {
      settings.add("refit=no");
    }
    return "sr3" + (settings.isEmpty() ? "" : ":" + String.join(",", settings));
  }
}
