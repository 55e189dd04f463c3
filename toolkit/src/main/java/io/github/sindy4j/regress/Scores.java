package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.View;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Sums over all rows of the scores θₜ rₜ, r = y − Θ w, times cosines, and of θₜ eₜ, for every
 * coefficient in the model. Groups of chunks run on any number of threads and are added in order.
 */
final class Scores {
  private static final int GROUP = 64;

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
    Cosines cosines = Cosines.of(source.rows(), transforms, longest(chunks));
    Kernel kernel = source.foldedBy();
    List<double[]> parts =
        Team.map(
            (chunks.size() + GROUP - 1) / GROUP,
            g -> {
              int end = Math.min(chunks.size(), (g + 1) * GROUP);
              return sums(chunks.subList(g * GROUP, end), own, ownActive, cosines, kernel);
            });
    double[] sums = new double[active.size() * (transforms + 1)];
    for (double[] part : parts) {
      for (int a = 0; a < sums.length; a++) {
        sums[a] += part[a];
      }
    }
    return new Scores(w.rows(), w.cols(), active, transforms, sums);
  }

  private static int longest(List<RowChunk> chunks) {
    return chunks.stream().mapToInt(RowChunk::rows).max().orElse(1);
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

  /** For each coefficient its transforms, then its bias. */
  private static double[] sums(
      List<RowChunk> chunks, Matrix w, List<int[]> active, Cosines cosines, Kernel kernel) {
    int longest = longest(chunks);
    int step = cosines.count() + 1;
    Block block = new Block(longest, w.cols() + w.rows());
    Block errors = new Block(longest, w.rows());
    double[] factors = new double[longest * cosines.count()];
    double[] scores = new double[longest * active.size()];
    double[] sums = new double[step * active.size()];
    for (RowChunk chunk : chunks) {
      int rows = chunk.rows();
      chunk.fill(block);
      chunk.fillErrors(errors);
      double[][] residuals = Residuals.of(block, w);
      for (int a = 0; a < active.size(); a++) {
        int i = active.get(a)[0];
        int theta = block.offset(active.get(a)[1]);
        multiply(block.values(), theta, residuals[i], scores, a * longest);
        sums[a * step + cosines.count()] +=
            Sums.product(block.values(), theta, errors.values(), errors.offset(i), rows);
      }
      View cosine = View.of(factors, 0, longest, rows, cosines.count());
      cosines.write(chunk.first(), cosine);
      kernel.dots(
          cosine,
          View.of(scores, 0, longest, rows, active.size()),
          View.of(sums, 0, step, cosines.count(), active.size()),
          false);
    }
    return sums;
  }

  private static void multiply(
      double[] values, int offset, double[] factor, double[] product, int at) {
    for (int t = 0; t < factor.length; t++) {
      product[at + t] = values[offset + t] * factor[t];
    }
  }
}
