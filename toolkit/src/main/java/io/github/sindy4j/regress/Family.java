package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The models w + F ζ that a regression under demands found the best of: its terms within its
 * demands, whatever made them.
 */
final class Family {
  private final Regression regression;

  Family(Regression regression) {
    this.regression = regression;
  }

  /** The member of least squared error on these rows; empty when they do not decide. */
  Optional<Matrix> fit(RegressionSummary rows) {
    double[] vecW = regression.coefficients().toArray();
    for (FreeBlock block : regression.freedom()) {
      if (block.factor().cols() > 0) {
        Optional<Vec> zeta = fit(rows, block);
        if (zeta.isEmpty()) {
          return Optional.empty();
        }
        double[] moved = block.factor().apply(zeta.get()).toArray();
        for (int u = 0; u < moved.length; u++) {
          vecW[block.unknowns().get(u)] += moved[u];
        }
      }
    }
    return Optional.of(Matrix.adopt(rows.responses(), rows.terms(), vecW));
  }

  /** ζ of min Σᵢ ‖R Fᵢ ζ − R (eᵢ − wᵢ)‖² over the equations of a block. */
  private Optional<Vec> fit(RegressionSummary rows, FreeBlock block) {
    int k = block.factor().cols();
    TriangularFold fold = new TriangularFold(k + 1);
    SortedMap<Integer, double[][]> byEquation = new TreeMap<>();
    for (int u = 0; u < block.unknowns().size(); u++) {
      int position = block.unknowns().get(u);
      byEquation
              .computeIfAbsent(position / rows.terms(), i -> new double[rows.terms()][k])[
              position % rows.terms()] =
          block.factor().row(u).toArray();
    }
    byEquation.forEach((i, factor) -> fold.fold(moved(rows, i, factor, k)));
    Matrix small = fold.triangle();
    Matrix leading = small.rowSlice(0, k).columns(IntStream.range(0, k).toArray());
    boolean decided = ColumnBasis.of(leading, Tolerance.RANK).dependencies().isEmpty();
    return decided
        ? Optional.of(Triangle.solve(small, small.col(k).slice(0, k), k))
        : Optional.empty();
  }

  private Block moved(RegressionSummary rows, int equation, double[][] factor, int k) {
    int q = rows.triangle().rows();
    Block block = new Block(q, k + 1);
    block.setRows(q);
    Vec w = regression.coefficients().row(equation);
    for (int r = 0; r < q; r++) {
      double[] row = new double[k + 1];
      row[k] = rows.triangle().get(r, rows.terms() + equation);
      for (int j = r; j < rows.terms(); j++) {
        double theta = rows.triangle().get(r, j);
        row[k] -= theta * w.get(j);
        for (int c = 0; c < k; c++) {
          row[c] += theta * factor[j][c];
        }
      }
      for (int c = 0; c <= k; c++) {
        block.set(r, c, row[c]);
      }
    }
    return block;
  }
}
