package io.github.sindy4j;

import io.github.sindy4j.symmetry.ActionFiles;
import java.util.Optional;

/**
 * Which symmetries a function may have, and how they are promoted.
 *
 * <p>Without a method the data decide. They are taken for exact when fewer values than coefficients
 * are given, or when the least-squares fit over all terms meets them to rounding; then the function
 * of least nuclear norm is taken. Otherwise the values are noisy.
 *
 * @param candidates an action such as {@code se(5)}, or {@code affine}, {@code linear}, …
 * @param files reads what ends in {@code .json}
 * @param interpolator how exact values are met; empty: the data decide
 * @param pointsAreRandom whether the user says that the points are independent random draws, chosen
 *     without knowledge of the function: a claim of uniqueness rests on it
 */
public record FunctionPromotion(
    String candidates,
    ActionFiles files,
    Optional<Interpolator> interpolator,
    boolean pointsAreRandom) {
  /** Strips the candidates. */
  public FunctionPromotion {
    candidates = candidates.strip();
  }

  /** The data decide how; nothing is said about the points. */
  public static FunctionPromotion of(String candidates, ActionFiles files) {
    return new FunctionPromotion(candidates, files, Optional.empty(), false);
  }

  /** The same for values that are exact, met in this way. */
  public FunctionPromotion interpolatingBy(Interpolator newInterpolator) {
    return new FunctionPromotion(candidates, files, Optional.of(newInterpolator), pointsAreRandom);
  }

  /** The same for points that are random. */
  public FunctionPromotion atRandomPoints() {
    return new FunctionPromotion(candidates, files, interpolator, true);
  }
}
