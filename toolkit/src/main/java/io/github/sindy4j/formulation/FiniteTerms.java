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

  /**
   * 0 · Σ v is NaN where some v is no number, or where the sum is too large, which is rare enough
   * to look again; four terms at a time, and a row at a time, for speed.
   */
  private static boolean allFinite(Block theta, int terms) {
    double[] sums = new double[theta.rows()];
    int j = 0;
    for (; j + 4 <= terms; j += 4) {
      addFour(theta.values(), theta.offset(j), theta.stride(), sums);
    }
    for (; j < terms; j++) {
      add(theta.values(), theta.offset(j), sums);
    }
    double sum = 0;
    for (double row : sums) {
      sum += row * 0;
    }
    return sum == 0;
  }

  private static void addFour(double[] values, int first, int step, double[] sums) {
    int second = first + step;
    int third = second + step;
    int fourth = third + step;
    for (int i = 0; i < sums.length; i++) {
      sums[i] =
          sums[i] + values[first + i] + values[second + i] + values[third + i] + values[fourth + i];
    }
  }

  private static void add(double[] values, int offset, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[offset + i];
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
