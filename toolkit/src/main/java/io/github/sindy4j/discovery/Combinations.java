package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Σ bₐ ξₐ as one generator. */
final class Combinations {
  private Combinations() {}

  /** The combination, without name; entries of b beyond the candidates are not looked at. */
  static Generator of(List<Generator> candidates, Vec b) {
    List<String> variables = candidates.get(0).variables();
    List<Expression> components = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      components.add(component(candidates, b, i, variables));
    }
    return new Generator("", variables, components);
  }

  private static Expression component(
      List<Generator> candidates, Vec b, int i, List<String> variables) {
    Polynomial polynomial = Polynomial.zero(variables.size());
    List<Expression> others = new ArrayList<>();
    for (int a = 0; a < candidates.size(); a++) {
      if (b.get(a) != 0) {
        Expression part = candidates.get(a).components().get(i);
        Optional<Polynomial> exact = Polynomials.of(part, variables.size());
        if (exact.isPresent()) {
          polynomial = polynomial.plus(exact.get().times(Rational.simplest(b.get(a))));
        } else {
          others.add(Expression.product(List.of(Expression.number(b.get(a)), part)));
        }
      }
    }
    if (!polynomial.isZero() || others.isEmpty()) {
      others.add(0, Polynomials.expression(polynomial, variables));
    }
    return Expression.sum(others);
  }

  /**
   * b or −b: of an affine v = A x + a, the first entry on the diagonal of A is positive; where that
   * is zero the last entry of A is, so that a rotation is −y ∂/∂x + x ∂/∂y; where A is zero the
   * first entry of a is. Otherwise the last part is positive.
   */
  static Vec oriented(List<Generator> candidates, Vec b) {
    double leading = 0;
    Optional<Matrix> affine = of(candidates, b).matrix();
    if (affine.isPresent()) {
      leading = leading(affine.get());
    }
    for (int a = candidates.size() - 1; a >= 0 && leading == 0; a--) {
      leading = b.get(a);
    }
    return leading < 0 ? b.map(v -> 0 - v) : b;
  }

  private static double leading(Matrix a) {
    int m = a.rows();
    for (int i = 0; i < m; i++) {
      if (a.get(i, i) != 0) {
        return a.get(i, i);
      }
    }
    for (int k = m * m - 1; k >= 0; k--) {
      if (a.get(k / m, k % m) != 0) {
        return a.get(k / m, k % m);
      }
    }
    for (int i = 0; i < m; i++) {
      if (a.get(i, m) != 0) {
        return a.get(i, m);
      }
    }
    return 0;
  }
}
