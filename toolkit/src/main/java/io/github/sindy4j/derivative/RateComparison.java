package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The expected squared errors of rates on one stretch of noisy data, Σ over states of E (ẋ̃ − ẋ)²
 * by the mean square of the rates.
 *
 * @param method a differentiator
 * @param error the root of that sum
 */
record RateComparison(Differentiator method, double error) {
  private static final List<Differentiator> SMOOTHERS =
      List.of(SmoothingSpline.defaults(), Kalman.defaults(), GaussianProcess.defaults());

  /** The best of the local choice and all smoothers, with all errors in the reason. */
  static DerivativeChoice of(Dataset data, Trajectory stretch, DerivativeChoice local) {
    List<RateComparison> compared = new ArrayList<>();
    compared.add(new RateComparison(local.differentiator(), localError(stretch, local)));
    for (Differentiator smoother : SMOOTHERS) {
      if (stretch.size() >= 2 * smoother.minimumSamples()) {
        compared.add(new RateComparison(smoother, error(stretch, smoother)));
      }
    }
    RateComparison best = compared.get(0);
    for (RateComparison other : compared) {
      best = other.error() < best.error() ? other : best;
    }
    StringBuilder reason = new StringBuilder(best.method().text());
    reason.append(" has the least expected error of its rates, in parts of their size: ");
    for (int k = 0; k < compared.size(); k++) {
      RateComparison other = compared.get(k);
      reason
          .append(k == 0 ? "" : ", ")
          .append(other.method().text())
          .append(String.format(Locale.ROOT, " %.2g %%", 100 * other.error()));
    }
    boolean kept = best.equals(compared.get(0));
    return new DerivativeChoice(
        best.method(),
        kept ? local.trimmedEnds() : 0,
        local.noise(),
        reason + DerivativeChoice.noiseLevels(data, local.noise()));
  }

  private static double localError(Trajectory stretch, DerivativeChoice local) {
    int window =
        local.differentiator() instanceof SavitzkyGolay filter
            ? filter.window()
            : local.differentiator().minimumSamples();
    int degree =
        local.differentiator() instanceof SavitzkyGolay filter ? filter.degree() : window - 1;
    RateRisk risk = new RateRisk(local.noise().size(), window, degree);
    risk.add(stretch, stretch.segments().get(0), 1);
    return Math.sqrt(risk.ofRates(local.noise()));
  }

  private static double error(Trajectory stretch, Differentiator smoother) {
    Estimate estimate = smoother.estimate(stretch.times(), stretch.states());
    Vec rates = squares(estimate.rates());
    double sum = 0;
    if (estimate.rateDeviations().isPresent()) {
      Vec variances = squares(estimate.rateDeviations().get());
      for (int c = 0; c < rates.size(); c++) {
        sum += rates.get(c) > 0 ? variances.get(c) / rates.get(c) : 0;
      }
    }
    return Math.sqrt(sum);
  }

  private static Vec squares(Matrix x) {
    return x.columnNorms().map(norm -> norm * norm);
  }
}
