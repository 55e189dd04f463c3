package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a search for conserved quantities found.
 *
 * @param candidates η₁ … η_q
 * @param exact whether the null space was found by rational arithmetic
 * @param defects the stationary values of ρ over the span of the candidates modulo constants,
 *     smallest first: a gap tells quantities from other functions
 * @param quantities a basis, constants apart, the lowest orders first
 * @param functionallyIndependent the generic rank of their gradients
 * @param dependent candidates that are combinations of earlier ones and a constant in the region
 * @param points how many points the functions were compared at
 * @param tolerance on ρ
 */
public record ConservedQuantities(
    Library candidates,
    boolean exact,
    Vec defects,
    List<ConservedQuantity> quantities,
    int functionallyIndependent,
    List<String> dependent,
    int points,
    double tolerance) {
  /** Copies the lists. */
  public ConservedQuantities {
    quantities = List.copyOf(quantities);
    dependent = List.copyOf(dependent);
  }

  /** The number of linearly independent quantities; the constant is not counted. */
  public int count() {
    return quantities.size();
  }

  /** How many stationary values count as zero: those of products of quantities are among them. */
  public int zeros() {
    DefectForm.Levels levels = new DefectForm.Levels(defects, List.of());
    double cut = levels.cut(tolerance);
    return (int) IntStream.range(0, defects.size()).filter(k -> defects.get(k) <= cut).count();
  }

  /** One drift for each quantity along the data: the largest over the trajectories. */
  public Vec drift(Dataset data) {
    return data.trajectories().stream()
        .map(this::drift)
        .reduce((a, b) -> Vec.adopt(larger(a, b)))
        .orElseThrow();
  }

  /**
   * One drift for each quantity along a trajectory, such as a rollout: the distance of the 5th and
   * the 95th percentile of h along it, divided by the same in the region. 0 where h is constant, of
   * the order of 1 where it moves as if nothing held it.
   */
  public Vec drift(Trajectory trajectory) {
    double[] drift = new double[quantities.size()];
    for (int k = 0; k < drift.length; k++) {
      ConservedQuantity quantity = quantities.get(k);
      drift[k] =
          Percentiles.spread(
                  Percentiles.values(
                      quantity.expression(), candidates.variables(), trajectory.states()))
              / quantity.spread();
    }
    return Vec.adopt(drift);
  }

  private static double[] larger(Vec a, Vec b) {
    double[] larger = a.toArray();
    for (int k = 0; k < larger.length; k++) {
      larger[k] = Math.max(larger[k], b.get(k));
    }
    return larger;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%d conserved, %d of them functionally independent"
                .formatted(count(), functionallyIndependent));
    quantities.forEach(quantity -> text.append("\n  ").append(quantity));
    return text.toString();
  }
}
