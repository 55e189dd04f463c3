package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Block;
import java.util.List;

/**
 * θ : Rᵐ → Rᵖ, the candidate functions over named variables. Immutable and safe for use by several threads.
 *
 * <p>Blocks hold one point a row: x is r×m, θ is r×p. Implementations set the rows of their output.
 */
public interface Library {
  /** The names of the m variables: states, then controls. */
  List<String> variables();

  /** θ₁ … θₚ, with unique names. */
  List<Term> terms();

  /** θ(xᵢ) for every row i; columns 0 … p−1 of {@code theta}, which may have more. */
  void evaluate(Block x, Block theta);

  /** Dθ(xᵢ) vᵢ for every row i: all that a Lie derivative needs. */
  void derivative(Block x, Block v, Block out);

  /** The names of the terms, in order. */
  default List<String> termNames() {
    return terms().stream().map(Term::name).toList();
  }
}
