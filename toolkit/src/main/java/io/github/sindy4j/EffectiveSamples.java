package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.regress.RowSource;

/** How many independent samples the rows are worth in each equation. */
@FunctionalInterface
interface EffectiveSamples {
  /** By the serial correlation of the residuals. */
  EffectiveSamples OF_RESIDUALS = (rows, whole, full) -> Residuals.effectiveSamples(rows, full);

  /** From the rows, their summary, and the least squares of all coefficients. */
  Vec of(RowSource rows, RegressionSummary whole, Matrix full);
}
