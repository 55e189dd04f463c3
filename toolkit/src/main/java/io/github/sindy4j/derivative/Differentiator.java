package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * Smoothing and differentiation together: (tᵢ, xᵢ) ↦ (x̃ᵢ, ẋᵢ). Called once for each segment, never
 * across a gap.
 */
public interface Differentiator {
  /**
   * Smoothed states and rates at every sample; times increase strictly, values are T×n with T ≥
   * {@link #minimumSamples}.
   */
  Estimate estimate(Vec times, Matrix values);

  /** The shortest segment it can handle. */
  int minimumSamples();

  /** How it is written on the command line, such as {@code savitzky-golay:11,3}. */
  String text();

  /** Reads {@code finite-difference:ORDER} or {@code savitzky-golay:WINDOW,DEGREE}. */
  static Differentiator parse(String text) {
    String[] parts = text.strip().split(":", 2);
    String arguments = parts.length == 2 ? parts[1] : "";
    try {
      if (parts[0].equals("finite-difference")) {
        return new FiniteDifference(Integer.parseInt(arguments.strip()));
      } else if (parts[0].equals("savitzky-golay")) {
        String[] numbers = arguments.split(",", -1);
        if (numbers.length == 2) {
          return new SavitzkyGolay(
              Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip()));
        }
      }
    } catch (NumberFormatException broken) {
      // Reported below, with the forms that are understood.
    }
    throw new BadSetting(
        "bad-derivative",
        "derivative",
        "'" + text + "' is not understood",
        "Write finite-difference:ORDER, such as finite-difference:4, or savitzky-golay:WINDOW,DEGREE, such as savitzky-golay:11,3");
  }
}
