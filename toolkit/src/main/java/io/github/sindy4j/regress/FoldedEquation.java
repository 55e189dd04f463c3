package io.github.sindy4j.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One equation on some of its terms, fold by fold: small triangles of [Θ_S | y] from those of all
 * columns, so that what follows does not depend on how many terms the library has. Immutable.
 */
final class FoldedEquation {
  private final List<FreeEquation> folds;

  /** Of which nothing is demanded. */
  FoldedEquation(FoldedData data, int equation, int... terms) {
    this.folds = data.folds().stream().map(fold -> FreeEquation.of(fold, equation, terms)).toList();
  }

  /** The rows outside one fold, with ridge ‖w‖²; all rows where there is one fold only. */
  FreeEquation outside(int fold, double ridge) {
    List<FreeEquation> others = new ArrayList<>(folds);
    if (others.size() > 1) {
      others.remove(fold);
    }
    return FreeEquation.of(others, ridge);
  }

  /** ‖y − Θ_S w‖² on the rows of one fold. */
  double squaredError(int fold, double... w) {
    return folds.get(fold).squaredError(w);
  }

  /** The squared error on each fold of the fit to the others. */
  double[] heldOutErrors() {
    return IntStream.range(0, folds.size())
        .mapToDouble(
            fold -> {
              FreeEquation outside = outside(fold, 0).independent();
              return folds.get(fold).squaredError(spread(outside));
            })
        .toArray();
  }

  /** The values of an equation that may lack some of the terms, with zeros for those. */
  private double[] spread(FreeEquation equation) {
    double[] values = equation.values();
    double[] all = new double[folds.get(0).size()];
    for (int j = 0, own = 0; j < all.length && own < values.length; j++) {
      if (folds.get(0).term(j) == equation.term(own)) {
        all[j] = values[own++];
      }
    }
    return all;
  }
}
