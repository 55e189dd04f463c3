package io.github.sindy4j;

import io.github.sindy4j.data.Sides;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import java.util.ArrayList;
import java.util.List;

/** What a fit tells its user beside the equations. */
final class FitNotices {
  private static final int MOST_NAMED = 4;

  private FitNotices() {}

  /** Which terms the rows cannot tell apart, as equalities that hold on every row. */
  static List<Notice> rankDeficiency(List<String> equalities) {
    if (equalities.isEmpty()) {
      return List.of();
    }
    List<String> named = equalities.stream().limit(MOST_NAMED).toList();
    int more = equalities.size() - named.size();
    return List.of(
        Notice.warning(
            "library-rank-deficient",
            "the library is rank-deficient: on every row "
                + String.join(", ", named)
                + (more > 0 ? ", and " + more + " more such equalities" : "")
                + "; the terms on the left were left out"));
  }

  /** That an iteration did not end as it should. */
  static List<Notice> outcome(Regression regression) {
    return regression.outcome() instanceof Outcome.Converged
        ? List.of()
        : List.of(Notice.warning("not-converged", regression.outcome().text()));
  }

  /** Equations without terms, unless their left sides are no more than their own errors. */
  static List<Notice> emptyEquations(
      Regression regression, RegressionSummary whole, Sides sides, Vec biases) {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < regression.coefficients().rows(); i++) {
      boolean empty = regression.coefficients().row(i).maxAbs() == 0;
      if (empty && whole.totalSquares(i) > 4 * biases.get(i)) {
        notices.add(
            Notice.warning(
                "empty-equation",
                "no term explains "
                    + sides.leftSide(i)
                    + "; more data, a lower threshold or another library may help"));
      }
    }
    return notices;
  }
}
