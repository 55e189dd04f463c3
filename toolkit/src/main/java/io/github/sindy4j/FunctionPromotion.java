package io.github.sindy4j;

import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.promotion.Candidates;
import io.github.sindy4j.promotion.Promotion;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.List;
import java.util.Optional;

/**
 * Which symmetries a function may have, and how they are promoted.
 *
 * <p>Without a method the data decide. Values are taken for exact when some coefficients meet them
 * to rounding, as they always do when values are fewer than coefficients; then the function of
 * least nuclear norm is taken. Otherwise the values are noisy, and the weight of a penalty is
 * chosen from held-out rows.
 *
 * @param candidates an action such as {@code se(5)}, or {@code affine}, {@code linear}, …
 * @param files reads what ends in {@code .json}
 * @param interpolator how exact values are met; empty: the data decide whether they are exact
 * @param pointsAreRandom whether the user says that the points are independent random draws, chosen
 *     without knowledge of the function: a claim of uniqueness rests on it
 * @param path how noisy values are fitted
 */
public record FunctionPromotion(
    String candidates,
    ActionFiles files,
    Optional<Interpolator> interpolator,
    boolean pointsAreRandom,
    Promotion path) {
  /** Strips the candidates. */
  public FunctionPromotion {
    candidates = candidates.strip();
    BadSetting.require(
        interpolator.isEmpty() || path.fraction().isEmpty(),
        "--promote-weight",
        "has no effect on exact values",
        "Leave out the weight, or --method");
  }

  /** The data decide how; nothing is said about the points. */
  public static FunctionPromotion of(String candidates, ActionFiles files) {
    return new FunctionPromotion(candidates, files, Optional.empty(), false, Promotion.defaults());
  }

  /** The same for values that are exact, met in this way. */
  public FunctionPromotion interpolatingBy(Interpolator newInterpolator) {
    return new FunctionPromotion(
        candidates, files, Optional.of(newInterpolator), pointsAreRandom, path);
  }

  /** The same for points that are random. */
  public FunctionPromotion atRandomPoints() {
    return new FunctionPromotion(candidates, files, interpolator, true, path);
  }

  /** The same for values that are noisy, fitted in this way. */
  public FunctionPromotion along(Promotion newPath) {
    return new FunctionPromotion(candidates, files, interpolator, pointsAreRandom, newPath);
  }

  /** The candidates on these inputs, as they act on k outputs that keep their values. */
  Action action(List<String> inputs, int k) {
    return Candidates.ofFunctions(candidates, inputs, k, files);
  }

  /** The generators among the candidates, where there is nothing else. */
  GeneratorSpace generators(List<String> inputs) {
    Action action = action(inputs, 1);
    if (!action.elements().isEmpty()) {
      throw new Unsupported(
          "discrete-candidates",
          "--promote '" + candidates + "'",
          "exact values are met under generators, and this holds discrete transformations",
          "Enforce these (--enforce), or name generators alone");
    }
    return new GeneratorSpace(candidates, action.generators());
  }
}
