package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/**
 * What a method found.
 *
 * @param coefficients W, n×p, over the terms of the library in their order
 * @param halfWidths half the width of the 95 % interval of each entry, n×p
 * @param said what it told about the fit, in codes
 */
record NoisyAnswer(Matrix coefficients, Matrix halfWidths, List<String> said) {
  /** Copies the list. */
  NoisyAnswer {
    said = List.copyOf(said);
  }

  /** No term at all: what a method that gives up has found. */
  static NoisyAnswer nothing(int states, int terms, String said) {
    Matrix zero = Matrix.zeros(states, terms);
    return new NoisyAnswer(zero, zero, List.of(said));
  }
}
