package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sums over all rows of the scores θₜ rₜ, r = y − Θ w, times cosines, and of θₜ eₜ, for every
 * coefficient in the model. Groups of chunks run on any number of threads and are added in order.
 */
final class Scores {
  private static final int GROUP = 64;

  /** So many cosines at once. */
  private static final int UNROLLED = 4;

  private final int responses;
  private final int terms;
  private final List<int[]> active;
  private final int transforms;
  private final double[] sums;

  private Scores(int responses, int terms, List<int[]> active, int transforms, double[] sums) {
    this.responses = responses;
    this.terms = terms;
    this.active = active;
    this.transforms = transforms;
    this.sums = sums;
  }

  static Scores of(RowSource source, Regression regression, int transforms) {
    Matrix w = regression.coefficients();
    List<int[]> active = new ArrayList<>();
    for (int position : movable(regression)) {
      active.add(new int[] {position / w.cols(), position % w.cols()});
    }
    List<Integer> terms = active.stream().map(a -> a[1]).distinct().sorted().toList();
    Matrix own = w.columns(terms.stream().mapToInt(Integer::intValue).toArray());
    List<int[]> ownActive =
        active.stream().map(a -> new int[] {a[0], terms.indexOf(a[1])}).toList();
    List<RowChunk> chunks = source.withTerms(terms).chunks();
    long rows = source.rows();
    List<double[]> parts =
        IntStream.range(0, (chunks.size() + GROUP - 1) / GROUP)
            .parallel()
            .mapToObj(
                g -> {
                  double[] part = new double[active.size() * (transforms + 1)];
                  int end = Math.min(chunks.size(), (g + 1) * GROUP);
                  chunks
                      .subList(g * GROUP, end)
                      .forEach(chunk -> add(chunk, own, ownActive, transforms, rows, part));
                  return part;
                })
            .toList();
    double[] sums = new double[active.size() * (transforms + 1)];
    for (double[] part : parts) {
      for (int a = 0; a < sums.length; a++) {
        sums[a] += part[a];
      }
    }
    return new Scores(w.rows(), w.cols(), active, transforms, sums);
  }

  /** The same from blocks: Σ over a block of θ r is Rᵀ ρ, ρ = R (−w, eᵢ), for its triangle R. */
  static Scores of(PassedRows rows, Regression regression, int transforms) {
    Matrix w = regression.coefficients();
    List<int[]> active = new ArrayList<>();
    for (int position : movable(regression)) {
      active.add(new int[] {position / w.cols(), position % w.cols()});
    }
    double[][] cosines = new double[transforms][];
    Arrays.setAll(cosines, k -> rows.cosines(k + 1));
    double[] sums = new double[active.size() * (transforms + 1)];
    List<PassedRows.Part> blocks = rows.blocks();
    for (int b = 0; b < blocks.size(); b++) {
      Matrix triangle = blocks.get(b).summary().triangle();
      double[][] residuals = residuals(triangle, w);
      for (int a = 0; a < active.size(); a++) {
        int i = active.get(a)[0];
        int j = active.get(a)[1];
        double score = 0;
        for (int r = 0; r <= j; r++) {
          score += triangle.get(r, j) * residuals[i][r];
        }
        for (int k = 0; k < transforms; k++) {
          sums[a * (transforms + 1) + k] += score * cosines[k][b];
        }
        sums[a * (transforms + 1) + transforms] += blocks.get(b).errorProducts().get(j, i);
      }
    }
    return new Scores(w.rows(), w.cols(), active, transforms, sums);
  }

  /** R (−w, eᵢ) for every equation. */
  private static double[][] residuals(Matrix triangle, Matrix w) {
    int p = w.cols();
    double[][] residuals = new double[w.rows()][triangle.rows()];
    for (int i = 0; i < w.rows(); i++) {
      for (int r = 0; r < triangle.rows(); r++) {
        double residual = triangle.get(r, p + i);
        for (int j = r; j < p; j++) {
          residual -= triangle.get(r, j) * w.get(i, j);
        }
        residuals[i][r] = residual;
      }
    }
    return residuals;
  }

  /** The coefficients in the model, and those that happen to be zero but may move. */
  private static SortedSet<Integer> movable(Regression regression) {
    SortedSet<Integer> positions = new TreeSet<>(Fits.support(regression.coefficients()));
    for (FreeBlock block : regression.freedom()) {
      for (int u = 0; u < block.unknowns().size(); u++) {
        if (block.factor().row(u).maxAbs() > 0) {
          positions.add(block.unknowns().get(u));
        }
      }
    }
    return positions;
  }

  /** √N Λ_{k+1} as a vector of the shape of vec(W). */
  double[] transform(int k) {
    double[] vec = new double[responses * terms];
    for (int a = 0; a < active.size(); a++) {
      vec[position(a)] = Math.sqrt(2) * sums[a * (transforms + 1) + k];
    }
    return vec;
  }

  /** Σ θₜ eₜ as a vector of the shape of vec(W). */
  double[] biases() {
    double[] vec = new double[responses * terms];
    for (int a = 0; a < active.size(); a++) {
      vec[position(a)] = sums[a * (transforms + 1) + transforms];
    }
    return vec;
  }

  private int position(int a) {
    return active.get(a)[0] * terms + active.get(a)[1];
  }

  private static void add(
      RowChunk chunk, Matrix w, List<int[]> active, int transforms, long rows, double[] part) {
    int p = w.cols();
    Block block = new Block(chunk.rows(), p + w.rows());
    Block errors = new Block(chunk.rows(), w.rows());
    chunk.fill(block);
    chunk.fillErrors(errors);
    double[][] residuals = Residuals.of(block, w);
    double[][] cosines = cosines(chunk.first(), chunk.rows(), transforms, rows);
    double[] scores = new double[chunk.rows()];
    double[] sums = new double[cosines.length];
    for (int a = 0; a < active.size(); a++) {
      int i = active.get(a)[0];
      int theta = block.offset(active.get(a)[1]);
      multiply(block.values(), theta, residuals[i], scores);
      Arrays.fill(sums, 0);
      for (int k = 0; k < cosines.length; k += UNROLLED) {
        Sums.addFourProducts(
            scores, cosines[k], cosines[k + 1], cosines[k + 2], cosines[k + 3], sums, k);
      }
      int first = a * (transforms + 1);
      for (int k = 0; k < transforms; k++) {
        part[first + k] += sums[k];
      }
      part[first + transforms] +=
          Sums.product(block.values(), theta, errors.values(), errors.offset(i), chunk.rows());
    }
  }

  private static void multiply(double[] values, int offset, double[] factor, double[] product) {
    for (int t = 0; t < product.length; t++) {
      product[t] = values[offset + t] * factor[t];
    }
  }

  /**
   * cos(π k (t + ½)/N) for k = 1, 2, … at consecutive t, by Chebyshev's recurrence; as many as
   * asked for, rounded up to whole fours.
   */
  private static double[][] cosines(long first, int count, int transforms, long rows) {
    int rounded = (transforms + UNROLLED - 1) / UNROLLED * UNROLLED;
    double[][] cosines = new double[rounded][count];
    double[] one = cosines[0];
    for (int t = 0; t < count; t++) {
      one[t] = Math.cos(Math.PI * (first + t + 0.5) / rows);
    }
    double[] before = new double[count];
    Arrays.fill(before, 1);
    for (int k = 1; k < rounded; k++) {
      recur(one, cosines[k - 1], k == 1 ? before : cosines[k - 2], cosines[k]);
    }
    return cosines;
  }

  /** cos (k+1)φ = 2 cos φ cos kφ − cos (k−1)φ. */
  private static void recur(double[] one, double[] last, double[] before, double[] next) {
    for (int t = 0; t < next.length; t++) {
      next[t] = 2 * one[t] * last[t] - before[t];
    }
  }
}
