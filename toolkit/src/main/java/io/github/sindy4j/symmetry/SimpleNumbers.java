package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.Vec;
import java.util.function.ToDoubleFunction;

/**
 * Replaces computed coefficients by the simple numbers they stand for, as long as the defect stays:
 * at most twice what it was (or a thousandth of the tolerance), and within the tolerance.
 *
 * @param defect ρ(c)
 * @param tolerance on ρ
 */
record SimpleNumbers(ToDoubleFunction<Vec> defect, double tolerance) {
  private static final double[] NEGLIGIBLE = {0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10};

  /** The largest common denominator: few where coefficients are estimates. */
  private int mostDenominator() {
    return tolerance <= 1e-5 ? 360 : 12;
  }

  /**
   * c with a common denominator, multiplied by it, when there is a simple one; otherwise c without
   * the entries that are negligible in the scales of the functions. The first entry is positive.
   */
  Vec of(Vec c, Vec scales) {
    double limit = Math.max(tolerance / 1000, Math.min(2 * defect.applyAsDouble(c), tolerance));
    for (int denominator = 1; denominator <= mostDenominator(); denominator++) {
      double d = denominator;
      Vec whole = c.map(v -> Math.rint(d * v));
      double distance = whole.minus(c.times(d)).maxAbs();
      // A tenth of the spacing: numbers that are no such fractions rarely come that close.
      if (distance <= 0.1 && whole.maxAbs() > 0 && defect.applyAsDouble(whole) <= limit) {
        return firstPositive(whole);
      }
    }
    return firstPositive(cleaned(c, scales, limit));
  }

  private Vec cleaned(Vec c, Vec scales, double limit) {
    double largest = 0;
    for (int j = 0; j < c.size(); j++) {
      largest = Math.max(largest, Math.abs(c.get(j) * scales.get(j)));
    }
    for (double negligible : NEGLIGIBLE) {
      double[] kept = c.toArray();
      for (int j = 0; j < kept.length; j++) {
        kept[j] = Math.abs(kept[j] * scales.get(j)) <= negligible * largest ? 0 : kept[j];
      }
      if (defect.applyAsDouble(Vec.of(kept)) <= limit) {
        return Vec.adopt(kept);
      }
    }
    return c;
  }

  /** c or −c, whichever has a positive first entry. */
  static Vec firstPositive(Vec c) {
    for (double v : c.toArray()) {
      if (v != 0) {
        return v > 0 ? c : c.times(-1);
      }
    }
    return c;
  }
}
