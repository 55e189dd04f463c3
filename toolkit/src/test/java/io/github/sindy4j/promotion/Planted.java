package io.github.sindy4j.promotion;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows [θ(x) | W θ(x) + noise] at random points of a box, in five folds. */
record Planted(Library library, Matrix w, Region box) {
  private static final int FOLDS = 5;

  /** Formulas like {@code 0.5*x; -1*x^3}, one for each output. */
  static Planted of(Library library, Region box, String... formulas) {
    double[] w = new double[formulas.length * library.size()];
    for (int i = 0; i < formulas.length; i++) {
      for (String part : formulas[i].split(";", -1)) {
        String[] factors = part.strip().split("\\*", 2);
        int j = library.termNames().indexOf(factors[1].strip());
        if (j < 0) {
          throw new IllegalArgumentException(factors[1] + " is not in " + library.termNames());
        }
        w[i * library.size() + j] += Double.parseDouble(factors[0]);
      }
    }
    return new Planted(library, Matrix.adopt(formulas.length, library.size(), w), box);
  }

  /** The rows; noise is relative to the spread of each output at 1 in the same units. */
  FoldedData rows(int count, double noise, long seed) {
    return rows(count, noise, seed, FOLDS);
  }

  FoldedData rows(int count, double noise, long seed, int foldCount) {
    Random random = new Random(seed);
    List<RegressionSummary> folds = new ArrayList<>();
    for (int f = 0; f < foldCount; f++) {
      folds.add(fold(count / foldCount, noise, random));
    }
    double[] effective = new double[w.rows()];
    Arrays.fill(effective, count);
    return new FoldedData(folds, Vec.zeros(w.rows()), Vec.of(effective));
  }

  private RegressionSummary fold(int count, double noise, Random random) {
    int p = library.size();
    int q = p + w.rows();
    Block theta = new Block(count, p);
    library.evaluate(Block.of(points(count, random)), theta);
    Block rows = new Block(count, q);
    rows.setRows(count);
    double[] sums = new double[q];
    for (int t = 0; t < count; t++) {
      for (int j = 0; j < q; j++) {
        double value = j < p ? theta.get(t, j) : noise * random.nextGaussian();
        for (int k = 0; k < p && j >= p; k++) {
          value += w.get(j - p, k) * theta.get(t, k);
        }
        rows.set(t, j, value);
        sums[j] += value;
      }
    }
    TriangularFold fold = new TriangularFold(q);
    fold.fold(rows);
    return new RegressionSummary(p, fold.triangle(), Vec.of(sums), count);
  }

  private Matrix points(int count, Random random) {
    int m = box.dimension();
    double[] points = new double[count * m];
    for (int k = 0; k < points.length; k++) {
      points[k] = box.centre(k % m) + box.halfWidth(k % m) * (2 * random.nextDouble() - 1);
    }
    return Matrix.adopt(count, m, points);
  }
}
