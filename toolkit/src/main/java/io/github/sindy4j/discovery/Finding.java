package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Locale;

/**
 * What was found out about one generator.
 *
 * @param generator v
 * @param defect ρ(v)
 * @param uncertainty how far ρ could be off by the freedom of the fit: infinite when the data do
 *     not bound it, 0 for a model that is known
 * @param rescaling c of [v, F] = c F; 0 unless time may be rescaled
 * @param verdict HELD, BROKEN or UNDECIDABLE at the tolerance of the search
 * @param trivial whether it says nothing of F in particular: v = F itself, or v = 0 on the data
 */
public record Finding(
    Generator generator,
    double defect,
    double uncertainty,
    double rescaling,
    Verdict verdict,
    boolean trivial) {
  /** Whether the verdict is HELD. */
  public boolean isHeld() {
    return verdict == Verdict.HELD;
  }

  @Override
  public String toString() {
    String spread = uncertainty == 0 ? "" : " ± " + number(uncertainty);
    return "%s  defect %s%s%s%s"
        .formatted(
            verdict,
            number(defect),
            spread,
            rescaling == 0 ? "" : "  [v,F] = " + trimmed(rescaling) + " F",
            trivial ? "  trivial" : "");
  }

  static String number(double value) {
    return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.1e", value);
  }

  private static String trimmed(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
