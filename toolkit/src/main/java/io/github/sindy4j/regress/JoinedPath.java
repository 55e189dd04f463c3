package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * One path from the paths of groups that were solved apart: from the largest models of all groups
 * the one that leaves whose loss costs least, first down to the chosen models, then on to the
 * smallest. For one thread.
 */
final class JoinedPath {
  private final List<GroupFit> fits;
  private final List<List<ParetoRow>> paths;
  private final Parametrisation parametrisation;
  private final RegressionSummary whole;
  private final List<ParetoRow> rows = new ArrayList<>();

  JoinedPath(List<GroupFit> fits, Parametrisation parametrisation, RegressionSummary whole) {
    this.fits = fits;
    this.paths = fits.stream().map(GroupFit::path).toList();
    this.parametrisation = parametrisation;
    this.whole = whole;
  }

  /** The models, each with fewer terms than the one before; empty when a group had no choice. */
  List<ParetoRow> rows() {
    if (paths.stream().anyMatch(List::isEmpty) || paths.stream().allMatch(p -> p.size() == 1)) {
      return List.of();
    }
    int[] at = new int[paths.size()];
    add(at);
    int[] chosen = fits.stream().mapToInt(GroupFit::chosen).toArray();
    descend(at, chosen);
    descend(at, paths.stream().mapToInt(path -> path.size() - 1).toArray());
    return rows;
  }

  private void descend(int[] at, int[] end) {
    for (int next = cheapest(at, end); next >= 0; next = cheapest(at, end)) {
      at[next]++;
      add(at);
    }
  }

  /**
   * The group whose next model costs least for each term that leaves; −1 when all are at the end.
   */
  private int cheapest(int[] at, int[] end) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < at.length; g++) {
      if (at[g] < end[g]) {
        ParetoRow now = paths.get(g).get(at[g]);
        ParetoRow next = paths.get(g).get(at[g] + 1);
        double cost =
            (next.criterion() - now.criterion()) / Math.max(1, now.terms() - next.terms());
        if (best < 0 || cost < least) {
          least = cost;
          best = g;
        }
      }
    }
    return best;
  }

  /** Appends the model; of models with equally many terms the one of least criterion stays. */
  private void add(int[] at) {
    double[] z = new double[parametrisation.dimension()];
    double training = 0;
    double heldOut = 0;
    double criterion = 0;
    for (int g = 0; g < at.length; g++) {
      ParetoRow row = paths.get(g).get(at[g]);
      fits.get(g).group().toCoordinates(row.coefficients(), z);
      training += fits.get(g).squaredErrors(row.trainingError());
      heldOut += fits.get(g).squaredErrors(row.heldOutError());
      criterion += row.criterion();
    }
    double[] vecW = parametrisation.at(Vec.adopt(z)).toArray();
    for (int g = 0; g < at.length; g++) {
      fits.get(g).zeros(paths.get(g).get(at[g])).forEach(u -> vecW[u] = 0);
    }
    Matrix w = Matrix.adopt(whole.responses(), whole.terms(), vecW);
    ParetoRow row =
        new ParetoRow(
            Fits.support(w).size(),
            Math.sqrt(training / whole.responses()),
            Math.sqrt(heldOut / whole.responses()),
            criterion,
            w);
    ParetoRow last = rows.isEmpty() ? row : rows.get(rows.size() - 1);
    if (rows.isEmpty() || row.terms() < last.terms()) {
      rows.add(row);
    } else if (row.criterion() < last.criterion()) {
      rows.set(rows.size() - 1, row);
    }
  }
}
