package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * A least-squares fit on some of the columns of a triangle.
 *
 * @param terms the columns, ascending
 * @param coefficients one for each
 * @param squaredError ‖r‖²
 * @param factor F, upper triangular, with F Fᵀ the inverse of the normal matrix
 */
public record Subset(List<Integer> terms, Vec coefficients, double squaredError, Matrix factor) {
  /** Copies the list. */
  public Subset {
    terms = List.copyOf(terms);
  }

  /** ‖r‖² + penalty · k. */
  public double criterion(double penalty) {
    return squaredError + penalty * terms.size();
  }
}
