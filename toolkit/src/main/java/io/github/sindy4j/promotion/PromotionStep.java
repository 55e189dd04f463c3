package io.github.sindy4j.promotion;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Outcome;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One weight of the path.
 *
 * @param fraction λ/λ_max
 * @param weight λ
 * @param heldOutError the root of the mean squared error on held-out rows, each response divided by
 *     its spread; empty when no rows can be held out
 * @param singularValues those of L(W), ascending, one for each generator, divided by the size of F:
 *     √ of the mean of |DF|² + |F|² of the plain sparse fit, in coordinates in which the region is
 *     [−1, 1]^m and responses have spread 1
 * @param kept how many of them are within the tolerance: so many independent combinations of
 *     generators are kept
 * @param elementDefects ‖K_h F − F‖ for each discrete candidate, divided likewise
 * @param keptElements which of them are kept, by their number
 * @param gap how far the value is from the least one at most, relatively
 * @param outcome how the solver ended
 */
public record PromotionStep(
    double fraction,
    double weight,
    OptionalDouble heldOutError,
    Vec singularValues,
    int kept,
    Vec elementDefects,
    List<Integer> keptElements,
    double gap,
    Outcome outcome) {
  /** Copies the list. */
  public PromotionStep {
    keptElements = List.copyOf(keptElements);
  }
}
