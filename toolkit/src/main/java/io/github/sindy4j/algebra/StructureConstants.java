package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * c with [vᵢ, vⱼ] = Σₖ cᵢⱼᵏ vₖ for generators v₁ … v_d that span a Lie algebra.
 *
 * <p>{@link #exact} solves over the rationals and refuses what is not closed; {@link #numeric}
 * takes generators whose coefficients come from data, and says by {@link #residual} how far their
 * brackets are from their span.
 */
public sealed interface StructureConstants permits ExactConstants, NumericConstants {
  /** d. */
  int dimension();

  /** cᵢⱼᵏ, counted from 0. */
  double get(int i, int j, int k);

  /** cᵢⱼᵏ as a fraction; empty when it is known only approximately. */
  Optional<Rational> exactly(int i, int j, int k);

  /**
   * √(Σ_{i&lt;j} ‖[qᵢ, qⱼ] − its projection on the span‖²) for the orthonormalised generators q
   * (lengths and angles of the coefficients of their monomials); 0 where closed exactly.
   */
  double residual();

  /** ad vᵢ = [vᵢ, ·], d×d: entry (k, j) is cᵢⱼᵏ. */
  default Matrix adjoint(int i) {
    int d = dimension();
    double[] entries = new double[d * d];
    for (int k = 0; k < d; k++) {
      for (int j = 0; j < d; j++) {
        entries[k * d + j] = get(i, j, k);
      }
    }
    return Matrix.adopt(d, d, entries);
  }

  /**
   * Over the rationals. Throws {@link io.github.sindy4j.notice.BadSetting} when the generators
   * depend on each other, or when a bracket leaves their span; the message offers the closure.
   */
  static StructureConstants exact(List<Generator> generators) {
    return ExactConstants.of(generators);
  }

  /**
   * By least squares. Throws {@link io.github.sindy4j.notice.BadSetting} when the generators depend
   * on each other to 10 digits.
   */
  static StructureConstants numeric(List<Generator> generators) {
    return NumericConstants.of(generators);
  }
}
