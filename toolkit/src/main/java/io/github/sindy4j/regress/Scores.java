package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
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
    List<RowChunk> chunks = source.chunks();
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
                      .forEach(chunk -> add(chunk, w, active, transforms, rows, part));
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
    double[][] residuals = new double[w.rows()][chunk.rows()];
    for (int i = 0; i < w.rows(); i++) {
      for (int t = 0; t < chunk.rows(); t++) {
        residuals[i][t] = block.get(t, p + i) - Residuals.predicted(block, t, w, i);
      }
    }
    double[] factor = new double[chunk.rows()];
    for (int k = 0; k <= transforms; k++) {
      for (int t = 0; t < factor.length; t++) {
        factor[t] = Math.cos(Math.PI * (k + 1) * (chunk.first() + t + 0.5) / rows);
      }
      for (int a = 0; a < active.size(); a++) {
        int i = active.get(a)[0];
        int theta = block.offset(active.get(a)[1]);
        double sum = 0;
        for (int t = 0; t < factor.length; t++) {
          double right = k < transforms ? residuals[i][t] * factor[t] : errors.get(t, i);
          sum += block.values()[theta + t] * right;
        }
        part[a * (transforms + 1) + k] += sum;
      }
    }
  }
}
