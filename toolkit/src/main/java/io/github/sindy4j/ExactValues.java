package io.github.sindy4j;

import io.github.sindy4j.data.Samples;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.formulation.SampleRows;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Sampling;
import java.util.Locale;

/**
 * Whether values can be met exactly by terms of the library, as they are when they are fewer than
 * the coefficients, or free of noise; and the problem of meeting them.
 */
final class ExactValues {
  /** So many numbers of Θ at most are held together. */
  private static final double LARGEST = 5e7;

  private final Samples samples;
  private final SampleRows rows;
  private final KnownDemands known;

  ExactValues(Samples samples, SampleRows rows, KnownDemands known) {
    this.samples = samples;
    this.rows = rows;
    this.known = known;
  }

  /** ‖y − Θ w‖/‖y‖ of the worst output at the least-squares fit over all terms. */
  double residual() {
    FoldedData folded = Folding.fold(rows, Progress.NONE);
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, samples.name(), known);
    Regression full = known.on(new LeastSquares()).solve(known.problem(folded));
    double worst = 0;
    for (int i = 0; i < whole.responses(); i++) {
      double size = samples.outputs().col(i).norm();
      double error = Math.sqrt(whole.squaredError(i, full.coefficients().row(i)));
      worst = Math.max(worst, size == 0 ? error : error / size);
    }
    return worst;
  }

  /** Whether some coefficients meet the values to rounding. */
  boolean areMet() {
    return residual() <= FunctionRun.EXACT;
  }

  /** Why they were taken for exact, where nobody said so. */
  Notice notice() {
    int values = samples.size() * samples.outputs().cols();
    return Notice.info(
        "values-exact",
        values < known.freeCoefficients()
            ? "the "
                + values
                + " values were taken for exact, because there are fewer than the "
                + known.freeCoefficients()
                + " free coefficients; if they are noisy, give more rows or take a smaller library"
            : "the values were taken for exact, because terms of the library meet them to rounding");
  }

  /** The problem of meeting them. */
  Interpolation interpolation(FunctionPromotion promotion) {
    if (known.hasBounds()) {
      throw new Unsupported(
          "bounds-not-kept",
          "--promote with exact values",
          "inequalities cannot be kept there",
          "Demand equalities only, or leave --promote out");
    }
    int outputs = samples.outputs().cols();
    double size = (double) samples.size() * outputs * rows.size().terms() * outputs;
    if (size > LARGEST) {
      throw new BadData(
          "too-many-rows",
          samples.name(),
          String.format(
              Locale.ROOT,
              "%d rows of %d terms are too many to be met one by one",
              samples.size(),
              rows.size().terms()),
          "So many rows determine the coefficients by themselves: leave --promote out, or give fewer");
    }
    GeneratorSpace candidates = promotion.generators(samples.schema().inputNames());
    return new Interpolation(
        samples, known.library(), rows.terms(), known.constraint(), candidates);
  }

  /** What is known of the points. */
  Sampling sampling(FunctionPromotion promotion) {
    int points = samples.points();
    if (!promotion.pointsAreRandom()) {
      return Sampling.flawed(
          points, "it is not said how the points were chosen (--points random says that)");
    }
    return points < samples.size()
        ? Sampling.flawed(points, "some points are repeated")
        : Sampling.atRandom(points);
  }

  /** Refuses values that no coefficients meet. */
  void require() {
    double residual = residual();
    if (residual > FunctionRun.EXACT) {
      throw new BadData(
          "values-not-met",
          samples.name(),
          String.format(
              Locale.ROOT,
              "no coefficients of the library meet the values; the best miss them by %.1e",
              residual),
          "Where the values are noisy leave --method out; where they are exact, take a larger"
              + " library or demand less");
    }
  }
}
