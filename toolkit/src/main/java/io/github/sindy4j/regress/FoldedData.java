package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows summarised fold by fold: each fold is a set of blocks of consecutive rows that can be held
 * out.
 *
 * @param folds at least one summary
 * @param responseBiases Σ e² of the systematic errors of each response, zero when there are none
 * @param effectiveSamples for each equation, how many independent residuals the rows are worth, at
 *     most N
 */
public record FoldedData(List<RegressionSummary> folds, Vec responseBiases, Vec effectiveSamples) {
  /** Copies the folds. */
  public FoldedData {
    folds = List.copyOf(folds);
  }

  /** One fold, exact responses, every row counted as independent. */
  public static FoldedData of(RegressionSummary summary) {
    double[] effective = new double[summary.responses()];
    Arrays.fill(effective, (double) summary.samples());
    return new FoldedData(List.of(summary), Vec.zeros(summary.responses()), Vec.adopt(effective));
  }

  /** The same, with another estimate of the effective number of samples. */
  public FoldedData withEffectiveSamples(Vec samples) {
    return new FoldedData(folds, responseBiases, samples);
  }

  /** The summary of all rows. */
  public RegressionSummary whole() {
    return folds.stream().reduce(RegressionSummary::merge).orElseThrow();
  }

  /** The summary of the rows outside one fold. */
  public RegressionSummary without(int fold) {
    List<RegressionSummary> others = new ArrayList<>(folds);
    others.remove(fold);
    return others.stream().reduce(RegressionSummary::merge).orElseThrow();
  }
}
