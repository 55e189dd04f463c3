package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.Vec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.ToDoubleFunction;

/**
 * Replaces computed coefficients by the simple numbers they stand for, or else by numbers of few
 * digits, as long as the defect stays: at most four times what it was, within the tolerance; or at
 * most 5 τ², a twentieth of the tolerance τ of fits and nothing beside that of exact models.
 *
 * @param defect ρ(c)
 * @param tolerance on ρ
 */
record SimpleCoefficients(ToDoubleFunction<Vec> defect, double tolerance) {
  /** Computed coefficients have the least defect there is: true ones have a little more. */
  private static final double STAYS = 4;

  private static final double[] NEGLIGIBLE = {0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10};

  /** The largest common denominator: few where coefficients are estimates. */
  private int mostDenominator() {
    return tolerance <= 1e-5 ? 360 : 12;
  }

  /**
   * c with a common denominator, multiplied by it, when there is a simple one; otherwise c without
   * the entries that are negligible in the scales of the functions, to few digits. The first entry
   * is positive.
   */
  Vec scaled(Vec c, Vec scales) {
    int denominator = denominator(c);
    return firstPositive(
        denominator == 0 ? plain(c, scales) : c.map(v -> Math.rint(denominator * v)));
  }

  /** The same without multiplying: fractions stay fractions, and signs stay. */
  Vec fractions(Vec c, Vec scales) {
    double d = denominator(c);
    return d == 0 ? plain(c, scales) : c.map(v -> Math.rint(d * v) / d);
  }

  private double limit(Vec c) {
    double near = Math.min(0.05, 5 * tolerance) * tolerance;
    return Math.max(near, Math.min(STAYS * defect.applyAsDouble(c), tolerance));
  }

  /** The least common denominator that will do; 0 when none will. */
  private int denominator(Vec c) {
    double limit = limit(c);
    for (int denominator = 1; denominator <= mostDenominator(); denominator++) {
      double d = denominator;
      Vec whole = c.map(v -> Math.rint(d * v));
      double distance = whole.minus(c.times(d)).maxAbs();
      // A tenth of the spacing: numbers that are no such fractions rarely come that close.
      if (distance <= 0.1
          && whole.maxAbs() > 0
          && defect.applyAsDouble(whole.times(1 / d)) <= limit) {
        return denominator;
      }
    }
    return 0;
  }

  private Vec plain(Vec c, Vec scales) {
    double limit = limit(c);
    return rounded(cleaned(c, scales, limit), limit);
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

  /** As few decimal digits as the defect allows. */
  private Vec rounded(Vec c, double limit) {
    for (int digits = 3; digits < 16; digits++) {
      MathContext few = new MathContext(digits);
      Vec rounded = c.map(v -> new BigDecimal(v).round(few).doubleValue());
      if (defect.applyAsDouble(rounded) <= limit) {
        return rounded;
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
