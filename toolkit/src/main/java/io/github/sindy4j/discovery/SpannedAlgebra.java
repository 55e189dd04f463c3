package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.StructureConstants;
import java.util.List;
import java.util.Optional;

/**
 * What generators that were found span.
 *
 * @param residual the largest part of a bracket outside their span
 * @param closed whether that is within the limit
 * @param type which algebra those span that are held
 */
record SpannedAlgebra(double residual, boolean closed, Optional<AlgebraType> type) {
  /** Brackets that leave the span by more than this say nothing of an algebra. */
  private static final double MOST_OPEN = 0.01;

  static SpannedAlgebra of(List<Finding> generators, Measure measure, double limit, boolean exact) {
    double residual =
        BracketResidual.of(generators.stream().map(Finding::generator).toList(), measure);
    boolean closed = residual <= limit;
    return new SpannedAlgebra(residual, closed, type(generators, closed, exact));
  }

  /** The type of the algebra of those that are held, exactly where they are. */
  private static Optional<AlgebraType> type(
      List<Finding> generators, boolean closed, boolean exact) {
    List<Generator> held =
        generators.stream().filter(Finding::isHeld).map(Finding::generator).toList();
    boolean polynomial = held.stream().allMatch(v -> v.polynomials().isPresent());
    if (held.isEmpty() || !closed || !polynomial) {
      return Optional.empty();
    }
    if (exact && held.size() == generators.size()) {
      return Optional.of(AlgebraType.of(StructureConstants.exact(held)));
    }
    StructureConstants constants = StructureConstants.numeric(held);
    return constants.residual() <= MOST_OPEN
        ? Optional.of(AlgebraType.of(constants))
        : Optional.empty();
  }
}
