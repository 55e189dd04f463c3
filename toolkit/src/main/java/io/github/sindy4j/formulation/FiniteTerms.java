package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.notice.BadData;
import java.util.function.IntFunction;

/** Refuses data on which a term is no number. */
final class FiniteTerms {
  private FiniteTerms() {}

  /** {@code place} says where a row of the block stands: {@code at time 1.5 of trajectory 2}. */
  static void require(Block theta, Library library, String data, IntFunction<String> place) {
    if (allFinite(theta, library.size())) {
      return;
    }
    for (int j = 0; j < library.size(); j++) {
      for (int i = 0; i < theta.rows(); i++) {
        if (!Double.isFinite(theta.get(i, j))) {
          throw notFinite(theta, library, i, j, data, place);
        }
      }
    }
  }

  /** 0 · v is zero for every number and NaN for what is none; a row at a time, for speed. */
  private static boolean allFinite(Block theta, int terms) {
    double[] zeros = new double[theta.rows()];
    for (int j = 0; j < terms; j++) {
      addZeros(theta.values(), theta.offset(j), zeros);
    }
    double sum = 0;
    for (double zero : zeros) {
      sum += zero;
    }
    return sum == 0;
  }

  private static void addZeros(double[] values, int offset, double[] zeros) {
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] += values[offset + i] * 0;
    }
  }

  private static BadData notFinite(
      Block theta, Library library, int row, int term, String data, IntFunction<String> place) {
    return new BadData(
        "term-not-finite",
        data,
        "the term "
            + library.terms().get(term).name()
            + " is "
            + theta.get(row, term)
            + " "
            + place.apply(row),
        "Leave the term out, or shift or scale the data into its domain");
  }
}
