package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.regress.RegressionSummary;

/** How well coefficients W predict the responses of summarised rows. */
final class RateScore {
  private RateScore() {}

  /** The score of W on the rows behind the summary. */
  static Score of(RegressionSummary summary, Matrix w) {
    double[] errors = new double[w.rows()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = summary.squaredError(i, w.row(i));
    }
    return of(summary, Vec.adopt(errors));
  }

  /** The score of given squared errors on the rows behind the summary. */
  static Score of(RegressionSummary summary, Vec squaredErrors) {
    double[] totals = new double[summary.responses()];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = summary.totalSquares(i);
    }
    return Score.of(squaredErrors, Vec.adopt(totals), Math.max(1, summary.samples()));
  }
}
