package io.github.sindy4j.algebra;

import io.github.sindy4j.algebra.AffineField.Entry;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The affine Lie algebras that have names, each as a basis of fields v(x) = A x + a of n
 * coordinates that have no names yet; they are placed on named variables by {@link #on}.
 */
public final class AffineFields {
  private final List<AffineField> basis;

  private AffineFields(List<AffineField> basis) {
    this.basis = List.copyOf(basis);
  }

  /** ∂ᵢ. */
  public static AffineFields t(int n) {
    return new AffineFields(IntStream.range(0, n).mapToObj(AffineField::shift).toList());
  }

  /** The rotations of each pair i &lt; j, lexicographically. */
  public static AffineFields so(int n) {
    return so(n, 0);
  }

  /** Rotations of axes of equal sign, boosts of those of unequal sign: p positive, q negative. */
  public static AffineFields so(int p, int q) {
    List<AffineField> fields = new ArrayList<>();
    for (int i = 0; i < p + q; i++) {
      for (int j = i + 1; j < p + q; j++) {
        fields.add(i < p && j >= p ? AffineField.boost(i, j) : AffineField.rotation(i, j));
      }
    }
    return new AffineFields(fields);
  }

  /** so(n), then t(n). */
  public static AffineFields se(int n) {
    return joined(so(n), t(n));
  }

  /** xⱼ ∂ᵢ, row by row. */
  public static AffineFields gl(int n) {
    List<AffineField> fields = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        fields.add(i == j ? AffineField.scaling(i) : AffineField.shear(i, j));
      }
    }
    return new AffineFields(fields);
  }

  /** The shears of gl(n), then the squeezes of neighbours. */
  public static AffineFields sl(int n) {
    List<AffineField> fields = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          fields.add(AffineField.shear(i, j));
        }
      }
    }
    for (int i = 0; i + 1 < n; i++) {
      fields.add(AffineField.squeeze(i, i + 1));
    }
    return new AffineFields(fields);
  }

  /** gl(n), then t(n). */
  public static AffineFields aff(int n) {
    return joined(gl(n), t(n));
  }

  /**
   * The flows of the quadratic Hamiltonians H of (q₁ … qₙ, p₁ … pₙ): q' = ∂H/∂p, p' = −∂H/∂q, for H
   * = zᵢ zⱼ (i &lt; j) and zᵢ²/2, lexicographically.
   */
  public static AffineFields sp(int n) {
    List<AffineField> fields = new ArrayList<>();
    for (int i = 0; i < 2 * n; i++) {
      for (int j = i; j < 2 * n; j++) {
        fields.add(flow(n, i, j));
      }
    }
    return new AffineFields(fields);
  }

  private static AffineField flow(int n, int i, int j) {
    List<Entry> entries = new ArrayList<>();
    entries.add(conjugate(n, i, j));
    if (i != j) {
      entries.add(conjugate(n, j, i));
    }
    return new AffineField(
        "flow",
        names -> i == j ? names.get(i) + "^2/2" : names.get(i) + " " + names.get(j),
        entries);
  }

  /** The part of the flow of zᵢ zⱼ that ∂/∂zᵢ gives. */
  private static Entry conjugate(int n, int i, int j) {
    return i < n ? AffineField.entry(i + n, j, -1) : AffineField.entry(i - n, j, 1);
  }

  /** Σ wᵢ xᵢ ∂ᵢ. */
  public static AffineFields scaling(List<Rational> weights) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (!weights.get(i).isZero()) {
        entries.add(new Entry(i, i, weights.get(i)));
      }
    }
    return of(
        new AffineField(
            "scaling",
            names -> {
              List<String> parts = new ArrayList<>();
              for (Entry entry : entries) {
                parts.add(names.get(entry.row()) + ":" + entry.value());
              }
              return String.join(",", parts);
            },
            entries));
  }

  /** Σ cₖ (−bₖ ∂/∂aₖ + aₖ ∂/∂bₖ) of the pairs (a₁, b₁), (a₂, b₂) … */
  public static AffineFields phase(List<Rational> charges) {
    List<Entry> entries = new ArrayList<>();
    for (int k = 0; k < charges.size(); k++) {
      entries.add(new Entry(2 * k, 2 * k + 1, charges.get(k).negate()));
      entries.add(new Entry(2 * k + 1, 2 * k, charges.get(k)));
    }
    return of(
        new AffineField(
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

  private static AffineFields of(AffineField field) {
    return new AffineFields(List.of(field));
  }

  private static AffineFields joined(AffineFields a, AffineFields b) {
    return new AffineFields(Stream.concat(a.basis.stream(), b.basis.stream()).toList());
  }

  /** Whether the algebra is {0}, as so(1) is. */
  public boolean isEmpty() {
    return basis.isEmpty();
  }

  /** The generators of these n variables. */
  public List<Generator> on(List<String> variables) {
    return on(variables, List.of(IntStream.range(0, variables.size()).boxed().toList()), List.of());
  }

  /**
   * The generators over all variables that move each tuple in the same way.
   *
   * @param tuples indices of variables, n each
   * @param velocities further tuples, moved by A alone: the prolongation Dv(x) u
   */
  public List<Generator> on(
      List<String> variables, List<List<Integer>> tuples, List<List<Integer>> velocities) {
    return basis.stream().map(field -> field.on(variables, tuples, velocities)).toList();
  }
}
