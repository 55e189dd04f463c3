package io.github.sindy4j;

import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.RowSource;

/**
 * Rows after one pass, with the fit of all coefficients.
 *
 * @param data fold by fold, with the effective number of samples
 * @param whole all folds together
 * @param full least squares of all coefficients within what is demanded
 */
record SummarisedRows(FoldedData data, RegressionSummary whole, Regression full) {
  /** Reads the rows; {@code name} stands for them in errors. */
  static SummarisedRows of(
      RowSource rows,
      String name,
      KnownDemands known,
      EffectiveSamples effective,
      Progress progress) {
    FoldedData folded = Folding.fold(rows, progress);
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, name, known);
    Regression full =
        known.isAny()
            ? known.on(new LeastSquares()).solve(known.problem(folded))
            : LeastSquares.coefficientsOf(known.problem(folded));
    return new SummarisedRows(
        folded.withEffectiveSamples(effective.of(rows, whole, full.coefficients())), whole, full);
  }
}
