package io.github.sindy4j.io;

import io.github.sindy4j.regress.ParetoRow;
import java.util.List;

/**
 * One model of the path from which the saved one was chosen, without its coefficients.
 *
 * @param terms the number of non-zero coefficients
 * @param trainingError on all rows, relative to the spread of the rates
 * @param heldOutError the same on rows that the fit has not seen; NaN if not known
 * @param criterion the information criterion, smaller is better
 * @param chosen whether it is the saved model
 */
public record PathPoint(
    int terms, double trainingError, double heldOutError, double criterion, boolean chosen) {
  /** The rows of a path; those with as many terms as the model are chosen. */
  static List<PathPoint> of(List<ParetoRow> path, int chosen) {
    return path.stream()
        .map(
            row ->
                new PathPoint(
                    row.terms(),
                    row.trainingError(),
                    row.heldOutError(),
                    row.criterion(),
                    row.terms() == chosen))
        .toList();
  }
}
