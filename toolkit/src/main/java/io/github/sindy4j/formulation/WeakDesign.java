package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Spread;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Test functions placed on given data: their rows before there is a model, and for a current model.
 *
 * <p>Immutable; the width is chosen once, so that every round of a reweighted fit has the same test
 * functions.
 */
public final class WeakDesign {
  private final Dataset data;
  private final Library library;
  private final WeakChoice choice;
  private final WindowPlan plan;
  private final Vec refinement;

  WeakDesign(Dataset data, Library library, TestFunction bump, WeakChoice choice) {
    this.data = data;
    this.library = library;
    this.choice = choice;
    this.plan = new WindowPlan(data, bump, choice.halfWidth(), choice.points());
    WindowSums sums = new WindowSums(data, plan);
    double[] factors = new double[choice.noise().size()];
    for (int c = 0; c < factors.length; c++) {
      factors[c] = sums.factor(c, choice.noise().get(c));
    }
    this.refinement = Vec.adopt(factors);
  }

  /** Half the width of the test functions, in the unit of time. */
  public double halfWidth() {
    return choice.halfWidth();
  }

  /** The number of test functions. */
  public long size() {
    return plan.size();
  }

  /** σ of each state, estimated from the data; at least the rounding of the numbers. */
  public Vec noise() {
    return choice.noise();
  }

  /**
   * One row for each test function, whitened for a model that is not known yet: with λ² in place of
   * (DF)², the same for all equations. There are no stretches, since no rates are estimated.
   */
  public FormulatedRows rows() {
    List<Notice> notices = new ArrayList<>(plan.notices());
    notices.add(
        Notice.info(
            "weak-form",
            String.format(
                Locale.ROOT,
                "the weak form has %d test functions of half-width %.4g",
                plan.size(),
                choice.halfWidth())));
    if (data.hasRates()) {
      notices.add(
          Notice.warning(
              "rates-not-used", "the weak form needs no rates: the measured ones were left aside"));
    }
    WeakRows rows = new WeakRows(data, library, plan, choice.squaredRateScale(), refinement);
    return new FormulatedRows(rows, List.of(), notices);
  }

  /** The rows of all equations, whitened for this model, W ∈ R^(n×p). */
  public CoupledRows weighted(Matrix model) {
    if (model.rows() != choice.noise().size() || model.cols() != library.size()) {
      throw new IllegalArgumentException(
          "WeakDesign.weighted: the model is "
              + model.rows()
              + "×"
              + model.cols()
              + " but there are "
              + choice.noise().size()
              + " states and "
              + library.size()
              + " terms");
    }
    return new CoupledRows(data, library, plan, propagated(), refinement, model);
  }

  /**
   * σ of each state, but no less than what the second order of the largest relative noise would be:
   * a state that is known much better than others does not make their products as certain.
   */
  private Vec propagated() {
    double[] noise = choice.noise().toArray();
    double largest = 0;
    double[] spreads = new double[noise.length];
    for (int c = 0; c < noise.length; c++) {
      spreads[c] = Spread.of(data, c);
      largest = spreads[c] > 0 ? Math.max(largest, Math.min(1, noise[c] / spreads[c])) : largest;
    }
    for (int c = 0; c < noise.length; c++) {
      noise[c] = Math.max(noise[c], largest * largest * spreads[c]);
    }
    return Vec.adopt(noise);
  }
}
