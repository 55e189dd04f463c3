package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The models of an {@link Ensemble}, and what they say together. Models for which no coefficients
 * satisfied the constraint do not count.
 *
 * @param models every model, in the order of the draws
 * @param missing for each model the terms that it was not offered
 * @param blockRows how many rows a block had, about
 */
public record EnsembleFit(List<Regression> models, List<List<Integer>> missing, long blockRows) {
  /** Copies the lists. */
  public EnsembleFit {
    models = List.copyOf(models);
    missing = List.copyOf(missing);
    if (models.isEmpty() || models.size() != missing.size()) {
      throw new IllegalArgumentException(
          "EnsembleFit: " + models.size() + " models, " + missing.size() + " lists of terms");
    }
  }

  /** How many models did not reach their end. */
  public long unconverged() {
    return models.stream().filter(m -> !(m.outcome() instanceof Outcome.Converged)).count();
  }

  /**
   * For each coefficient, in which part of the models that were offered its term it is not zero; 0
   * where none was.
   */
  public Matrix inclusion() {
    return summarised(
        values ->
            Arrays.stream(values).filter(w -> w != 0).count()
                / (double) Math.max(1, values.length));
  }

  /** The median of each coefficient over the models that were offered its term, zeros included. */
  public Matrix median() {
    return quantile(0.5);
  }

  /**
   * The quantile of each coefficient over the same models, between 0 and 1, linear between order
   * statistics; 0 where there are none.
   */
  public Matrix quantile(double level) {
    return summarised(values -> quantile(values, level));
  }

  /** The positions of vec(W) that at least this part of the models includes. */
  public List<Integer> support(double leastInclusion) {
    double[] inclusion = inclusion().toArray();
    List<Integer> support = new ArrayList<>();
    for (int k = 0; k < inclusion.length; k++) {
      if (inclusion[k] >= leastInclusion) {
        support.add(k);
      }
    }
    return support;
  }

  private Matrix summarised(ToDoubleFunction<double[]> summary) {
    Matrix first = models.get(0).coefficients();
    double[] result = new double[first.rows() * first.cols()];
    for (int k = 0; k < result.length; k++) {
      int equation = k / first.cols();
      int term = k % first.cols();
      result[k] =
          summary.applyAsDouble(
              IntStream.range(0, models.size())
                  .filter(m -> !missing.get(m).contains(term))
                  .mapToObj(models::get)
                  .filter(m -> !(m.outcome() instanceof Outcome.Infeasible))
                  .mapToDouble(m -> m.coefficients().get(equation, term))
                  .toArray());
    }
    return Matrix.adopt(first.rows(), first.cols(), result);
  }

  private static double quantile(double[] values, double level) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
