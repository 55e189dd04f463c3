package io.github.sindy4j;

import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;

/**
 * Rows after one pass, with the fit of all coefficients.
 *
 * @param data fold by fold, with the effective number of samples
 * @param whole all folds together
 * @param full least squares of all coefficients within what is demanded
 */
record SummarisedRows(FoldedData data, RegressionSummary whole, Regression full) {
  /** Summarises the rows; {@code name} stands for them in errors. */
  static SummarisedRows of(RowEvidence rows, String name, KnownDemands known) {
    FoldedData folded = rows.folded();
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, name, known);
    Regression full =
        known.isAny()
            ? known.on(new LeastSquares()).solve(known.problem(folded))
            : LeastSquares.coefficientsOf(known.problem(folded));
    return new SummarisedRows(
        folded.withEffectiveSamples(rows.effectiveSamples(whole, full.coefficients())),
        whole,
        full);
  }
}
