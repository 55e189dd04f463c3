package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.L;
import static io.github.sindy4j.kernels.Tiles.LANES;
import static io.github.sindy4j.kernels.Tiles.WIDTH;

import io.github.sindy4j.linalg.View;

/**
 * C ← C + XᵀY. L sums run side by side for every entry; those of a block of tiles become one each
 * in a loop of their own. Holds their room: for one thread.
 */
final class ColumnProducts {
  /** At most so many rows are summed at a time: four columns of them stay in the first cache. */
  private static final int CHUNK = 640;

  /** Columns of X and of Y in a block: with its sums they stay in the second cache. */
  private static final int DOWN = 64;

  private static final int ACROSS = 16;

  private double[] lanes = {};
  private double[] sums = {};

  /**
   * Adds the products.
   *
   * @param lower whether only entries (i, j) with i ≥ j are wanted
   */
  void add(View x, View y, View c, boolean lower) {
    int room = tiles(Math.min(DOWN, x.columns())) * tiles(Math.min(ACROSS, y.columns())) * LANES;
    if (lanes.length < room) {
      lanes = new double[room];
      sums = new double[room / L];
    }
    int chunks = Math.max(1, (x.rows() + CHUNK - 1) / CHUNK);
    int chunk = (x.rows() / chunks + L) / L * L;
    for (int from = 0; from < x.rows(); from += chunk) {
      int to = Math.min(x.rows(), from + chunk);
      addChunk(x.rows(from, to), y.rows(from, to), c, lower);
    }
  }

  private void addChunk(View x, View y, View c, boolean lower) {
    for (int j = 0; j < y.columns(); j += ACROSS) {
      View ys = y.columns(j, Math.min(y.columns(), j + ACROSS));
      for (int i = lower ? j : 0; i < x.columns(); i += DOWN) {
        View xs = x.columns(i, Math.min(x.columns(), i + DOWN));
        View cs = c.rows(i, i + xs.columns()).columns(j, j + ys.columns());
        // Entry (a, b) of the block is wanted where a ≥ b − above.
        int above = lower ? i - j : ACROSS;
        sum(xs, ys, above);
        write(xs, ys, cs, above);
      }
    }
  }

  private static int tiles(int columns) {
    return (columns + WIDTH - 1) / WIDTH;
  }

  private static int first(int column, int above) {
    return Math.max(0, column - above);
  }

  private void sum(View x, View y, int above) {
    int rows = x.rows() / L * L;
    int at = 0;
    for (int j = 0; j < y.columns(); j += WIDTH) {
      for (int i = first(j, above); i < x.columns(); i += WIDTH) {
        Tiles.dots(x, i, y, j, rows, lanes, at);
        at += LANES;
      }
    }
    Tiles.sum(lanes, sums, at / L);
  }

  private void write(View x, View y, View c, int above) {
    int at = 0;
    for (int j = 0; j < y.columns(); j += WIDTH) {
      for (int i = first(j, above); i < x.columns(); i += WIDTH) {
        writeTile(x, y, c, i, j, above, at);
        at += WIDTH * WIDTH;
      }
    }
  }

  private void writeTile(View x, View y, View c, int i, int j, int above, int at) {
    int rows = x.rows() / L * L;
    for (int b = j; b < Math.min(j + WIDTH, y.columns()); b++) {
      for (int a = Math.max(i, b - above); a < Math.min(i + WIDTH, x.columns()); a++) {
        double sum = sums[at + (b - j) * WIDTH + a - i];
        for (int t = rows; t < x.rows(); t++) {
          sum = Math.fma(x.get(t, a), y.get(t, b), sum);
        }
        c.set(a, b, c.get(a, b) + sum);
      }
    }
  }
}
