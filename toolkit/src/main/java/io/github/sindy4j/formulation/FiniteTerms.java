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
    for (int j = 0; j < library.size(); j++) {
      double sum = 0;
      for (int i = theta.offset(j); i < theta.offset(j) + theta.rows(); i++) {
        sum += theta.values()[i] * 0;
      }
      if (sum != 0 || Double.isNaN(sum)) {
        throw notFinite(theta, library, j, data, place);
      }
    }
  }

  private static BadData notFinite(
      Block theta, Library library, int term, String data, IntFunction<String> place) {
    int row = 0;
    while (Double.isFinite(theta.get(row, term))) {
      row++;
    }
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
