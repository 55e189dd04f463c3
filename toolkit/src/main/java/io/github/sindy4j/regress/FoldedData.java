package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows summarised fold by fold: each fold is a set of blocks of consecutive rows that can be held
 * out. Immutable; all folds together are summarised once.
 */
public final class FoldedData {
  private final List<RegressionSummary> folds;
  private final Vec responseBiases;
  private final Vec effectiveSamples;
  private final RegressionSummary whole;

  /**
   * Folds, and what is known of their responses.
   *
   * @param folds at least one summary
   * @param responseBiases Σ e² of the systematic errors of each response, zero when there are none
   * @param effectiveSamples for each equation, how many independent residuals the rows are worth,
   *     at most N
   */
  public FoldedData(List<RegressionSummary> folds, Vec responseBiases, Vec effectiveSamples) {
    this(folds, responseBiases, effectiveSamples, RegressionSummary.merged(folds));
  }

  private FoldedData(
      List<RegressionSummary> folds,
      Vec responseBiases,
      Vec effectiveSamples,
      RegressionSummary whole) {
    this.folds = List.copyOf(folds);
    this.responseBiases = responseBiases;
    this.effectiveSamples = effectiveSamples;
    this.whole = whole;
  }

  /** One fold, exact responses, every row counted as independent. */
  public static FoldedData of(RegressionSummary summary) {
    double[] effective = new double[summary.responses()];
    Arrays.fill(effective, (double) summary.samples());
    return new FoldedData(List.of(summary), Vec.zeros(summary.responses()), Vec.adopt(effective));
  }

  /** The folds, at least one. */
  public List<RegressionSummary> folds() {
    return folds;
  }

  /** Σ e² of the systematic errors of each response, zero when there are none. */
  public Vec responseBiases() {
    return responseBiases;
  }

  /** For each equation, how many independent residuals the rows are worth, at most N. */
  public Vec effectiveSamples() {
    return effectiveSamples;
  }

  /** The same, with another estimate of the effective number of samples. */
  public FoldedData withEffectiveSamples(Vec samples) {
    return new FoldedData(folds, responseBiases, samples, whole);
  }

  /** The summary of all rows. */
  public RegressionSummary whole() {
    return whole;
  }

  /** The summary of the rows outside one fold. */
  public RegressionSummary without(int fold) {
    return RegressionSummary.merged(others(fold));
  }

  /** The folds besides one. */
  List<RegressionSummary> others(int fold) {
    List<RegressionSummary> others = new ArrayList<>(folds);
    others.remove(fold);
    return others;
  }
}
