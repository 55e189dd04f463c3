package io.github.sindy4j.regress;

import java.util.List;

/** The summaries of rows of which a bootstrap takes blocks several times or never. */
@FunctionalInterface
interface DrawnTriangles {
  /**
   * For each draw the folds of the rows with each block taken so many times; folds without rows are
   * left out.
   *
   * @param draws for each draw, how many times each block is taken
   */
  List<List<RegressionSummary>> of(List<List<Integer>> draws);
}
