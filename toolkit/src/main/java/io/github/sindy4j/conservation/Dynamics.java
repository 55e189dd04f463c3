package io.github.sindy4j.conservation;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * ẋ = F(x) = W θ(x), autonomous: what conserved quantities and structure belong to.
 *
 * @param library θ over the n states
 * @param coefficients W, n×p
 * @param freedom columns δ in R^(np): the data allow vec(W) + freedom·u for every u of length 1; no
 *     column when W is known
 */
public record Dynamics(Library library, Matrix coefficients, Matrix freedom) {
  /** Checks the shapes; a library with controls is refused. */
  public Dynamics {
    List<String> variables = library.variables();
    if (coefficients.rows() < variables.size()) {
      throw new Unsupported(
          "has-controls",
          "Dynamics",
          "the model is driven by "
              + String.join(", ", variables.subList(coefficients.rows(), variables.size())),
          "Conserved quantities and structure belong to models without controls: fit one, or"
              + " replace the controls by states with equations of their own");
    }
    int unknowns = coefficients.rows() * coefficients.cols();
    if (coefficients.rows() != variables.size()
        || coefficients.cols() != library.size()
        || freedom.rows() != unknowns) {
      throw new IllegalArgumentException(
          "Dynamics: %d variables, %d terms, coefficients %d×%d, freedom with %d rows"
              .formatted(
                  variables.size(),
                  library.size(),
                  coefficients.rows(),
                  coefficients.cols(),
                  freedom.rows()));
    }
  }

  /** A model whose coefficients are known. */
  public static Dynamics of(Library library, Matrix coefficients) {
    return new Dynamics(
        library, coefficients, Matrix.zeros(coefficients.rows() * coefficients.cols(), 0));
  }

  /** The same, with these directions in which the data leave vec(W) undetermined. */
  public Dynamics withFreedom(Matrix newFreedom) {
    return new Dynamics(library, coefficients, newFreedom);
  }

  /** The names of the states. */
  public List<String> states() {
    return library.variables();
  }

  /** n. */
  public int dimension() {
    return coefficients.rows();
  }

  /** F₁ … Fₙ as formulas; a term with coefficient 0 is not in them. */
  public List<Expression> rates() {
    return IntStream.range(0, dimension())
        .mapToObj(i -> library.combination(coefficients.row(i)))
        .toList();
  }

  /** F as a generator: ∇h·F is the Lie derivative of h along it. */
  public Generator generator() {
    return new Generator("F", states(), rates());
  }

  /**
   * F as polynomials over the rationals, each coefficient the simplest fraction that rounds to it;
   * empty when a term is no polynomial.
   */
  public Optional<List<Polynomial>> polynomials() {
    List<Polynomial> polynomials = new ArrayList<>();
    for (Expression rate : rates()) {
      Optional<Polynomial> polynomial = Polynomials.of(rate, dimension());
      if (polynomial.isEmpty()) {
        return Optional.empty();
      }
      polynomials.add(polynomial.get());
    }
    return Optional.of(polynomials);
  }
}
