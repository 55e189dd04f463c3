package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.RowSource;

/** What a regression asks of its rows, whether they can be read again or went by once. */
interface RowEvidence {
  /** The rows, summarised. */
  FoldedData folded();

  /**
   * How many independent samples they are worth in each equation, by their summary and the least
   * squares of all coefficients.
   */
  Vec effectiveSamples(RegressionSummary whole, Matrix full);

  /** How certain coefficients are that rest on so many independent samples. */
  Inference inference(Regression regression, double effectiveSamples);

  /** Of rows that are read in every pass. */
  static RowEvidence of(RowSource rows, EffectiveSamples effective, Progress progress) {
    return new RowEvidence() {
      @Override
      public FoldedData folded() {
        return Folding.fold(rows, progress);
      }

      @Override
      public Vec effectiveSamples(RegressionSummary whole, Matrix full) {
        return effective.of(rows, whole, full);
      }

      @Override
      public Inference inference(Regression regression, double effectiveSamples) {
        return Inference.of(rows, regression, effectiveSamples);
      }
    };
  }
}
