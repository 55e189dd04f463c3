package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that is nearly as good as the one that was chosen.
 *
 * @param difference what it has and the chosen one has not, and the other way round, in words
 * @param excess χ² + pen · k, less that of the chosen model: it is exp(excess/2) times less likely
 */
public record NearTie(String difference, double excess) {
  /** More changes than this are counted, not named. */
  private static final int MOST_CHANGES = 4;

  /** Those that the smoother met, best first. */
  public static List<NearTie> of(SmootherFit found, SparseModel model) {
    List<String> states = model.schema().stateNames();
    return of(found, model.library(), states);
  }

  static List<NearTie> of(SmootherFit found, Library library, List<String> states) {
    return found.nearTies().stream()
        .map(
            other ->
                new NearTie(
                    difference(found.coefficients(), other.coefficients(), library, states),
                    other.excess()))
        .toList();
  }

  /** What one model has and the chosen one has not, and the other way round. */
  static String difference(Matrix chosen, Matrix other, Library library, List<String> states) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < chosen.rows(); i++) {
      for (int j = 0; j < chosen.cols(); j++) {
        boolean before = chosen.get(i, j) != 0;
        boolean after = other.get(i, j) != 0;
        if (before != after) {
          String term = library.termNames().get(j);
          changes.add((after ? "with " : "without ") + term + " in " + states.get(i) + "'");
        }
      }
    }
    int more = changes.size() - MOST_CHANGES;
    return String.join(", ", changes.subList(0, Math.min(MOST_CHANGES, changes.size())))
        + (more > 0 ? " and " + more + " more changes" : "");
  }
}
