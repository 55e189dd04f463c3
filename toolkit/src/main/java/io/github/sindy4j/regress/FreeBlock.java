package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/**
 * Coefficients that are estimated together: those at {@code unknowns} move as w + F z, and F Fᵀ is the inverse of their
 * normal matrix within the constraint. With unit white noise F Fᵀ would be their covariance.
 *
 * @param unknowns positions in vec(W)
 * @param factor F, one row for each unknown
 */
public record FreeBlock(List<Integer> unknowns, Matrix factor) {
  /** Copies the positions. */
  public FreeBlock {
    unknowns = List.copyOf(unknowns);
  }
}
