package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The affine Lie algebras that have names, each as a basis of motions of n coordinates. */
final class Catalogue {
  private Catalogue() {}

  /** ∂ᵢ. */
  static List<Motion> t(int n) {
    return IntStream.range(0, n).mapToObj(Motion::shift).toList();
  }

  /** The rotations of each pair i &lt; j, lexicographically. */
  static List<Motion> so(int n) {
    return so(n, 0);
  }

  /** Rotations of axes of equal sign, boosts of those of unequal sign: p positive, q negative. */
  static List<Motion> so(int p, int q) {
    List<Motion> motions = new ArrayList<>();
    for (int i = 0; i < p + q; i++) {
      for (int j = i + 1; j < p + q; j++) {
        motions.add(i < p && j >= p ? Motion.boost(i, j) : Motion.rotation(i, j));
      }
    }
    return motions;
  }

  /** so(n), then t(n). */
  static List<Motion> se(int n) {
    return joined(so(n), t(n));
  }

  /** xⱼ ∂ᵢ, row by row. */
  static List<Motion> gl(int n) {
    List<Motion> motions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        motions.add(i == j ? Motion.scaling(i) : Motion.shear(i, j));
      }
    }
    return motions;
  }

  /** The shears of gl(n), then the squeezes of neighbours. */
  static List<Motion> sl(int n) {
    List<Motion> motions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          motions.add(Motion.shear(i, j));
        }
      }
    }
    for (int i = 0; i + 1 < n; i++) {
      motions.add(Motion.squeeze(i, i + 1));
    }
    return motions;
  }

  /** gl(n), then t(n). */
  static List<Motion> aff(int n) {
    return joined(gl(n), t(n));
  }

  /**
   * The flows of the quadratic Hamiltonians H of (q₁ … qₙ, p₁ … pₙ): q' = ∂H/∂p, p' = −∂H/∂q, for H
   * = zᵢ zⱼ (i &lt; j) and zᵢ²/2, lexicographically.
   */
  static List<Motion> sp(int n) {
    List<Motion> motions = new ArrayList<>();
    for (int i = 0; i < 2 * n; i++) {
      for (int j = i; j < 2 * n; j++) {
        motions.add(flow(n, i, j));
      }
    }
    return motions;
  }

  private static Motion flow(int n, int i, int j) {
    List<Motion.Entry> entries = new ArrayList<>();
    entries.add(conjugate(n, i, j));
    if (i != j) {
      entries.add(conjugate(n, j, i));
    }
    return new Motion(
        "flow",
        names -> i == j ? names.get(i) + "^2/2" : names.get(i) + " " + names.get(j),
        entries);
  }

  /** The part of the flow of zᵢ zⱼ that ∂/∂zᵢ gives. */
  private static Motion.Entry conjugate(int n, int i, int j) {
    return i < n ? Motion.entry(i + n, j, -1) : Motion.entry(i - n, j, 1);
  }

  /** Σ wᵢ xᵢ ∂ᵢ. */
  static List<Motion> scaling(List<Rational> weights) {
    List<Motion.Entry> entries = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (!weights.get(i).isZero()) {
        entries.add(new Motion.Entry(i, i, weights.get(i)));
      }
    }
    return List.of(
        new Motion(
            "scaling",
            names -> {
              List<String> parts = new ArrayList<>();
              for (Motion.Entry entry : entries) {
                parts.add(names.get(entry.row()) + ":" + entry.value());
              }
              return String.join(",", parts);
            },
            entries));
  }

  /** Σ cₖ (−bₖ ∂/∂aₖ + aₖ ∂/∂bₖ) of the pairs (a₁, b₁), (a₂, b₂) … */
  static List<Motion> phase(List<Rational> charges) {
    List<Motion.Entry> entries = new ArrayList<>();
    for (int k = 0; k < charges.size(); k++) {
      entries.add(new Motion.Entry(2 * k, 2 * k + 1, charges.get(k).negate()));
      entries.add(new Motion.Entry(2 * k + 1, 2 * k, charges.get(k)));
    }
    return List.of(
        new Motion(
            "phase",
            names -> {
              List<String> parts = new ArrayList<>();
              for (int k = 0; k < charges.size(); k++) {
                parts.add(names.get(2 * k) + "," + names.get(2 * k + 1) + ":" + charges.get(k));
              }
              return String.join("; ", parts);
            },
            entries));
  }

  private static List<Motion> joined(List<Motion> a, List<Motion> b) {
    List<Motion> joined = new ArrayList<>(a);
    joined.addAll(b);
    return joined;
  }
}
