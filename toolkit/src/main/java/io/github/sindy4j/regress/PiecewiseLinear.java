package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * g(z) = Σ_g max(0, max_k (⟨a_gk, z⟩ + b_gk)): a sum of maxima, k over consecutive rows. In general
 * it has no proximal map in closed form.
 *
 * @param slopes a_gk, one a row
 * @param offsets b_gk, finite
 * @param sizes how many rows each maximum has, at least one
 */
public record PiecewiseLinear(SparseMatrix slopes, Vec offsets, List<Integer> sizes)
    implements Polyhedral {
  /** Copies the sizes and checks the shapes. */
  public PiecewiseLinear {
    sizes = List.copyOf(sizes);
    int rows = sizes.stream().mapToInt(Integer::intValue).sum();
    if (slopes.rows() != offsets.size()
        || slopes.rows() != rows
        || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "PiecewiseLinear: "
              + slopes.rows()
              + " slopes, "
              + offsets.size()
              + " offsets, maxima of "
              + sizes);
    }
    for (int k = 0; k < rows; k++) {
      boolean finite = Double.isFinite(offsets.get(k));
      for (double slope : slopes.row(k).values()) {
        finite &= Double.isFinite(slope);
      }
      BadSetting.require(
          finite,
          "piecewise linear penalty",
          "piece " + (k + 1) + " has an entry that is no number",
          "Leave the piece out");
    }
  }

  /** max(0, max_k (⟨a_k, z⟩ + b_k)), a single maximum. */
  public static PiecewiseLinear maximum(SparseMatrix slopes, Vec offsets) {
    return new PiecewiseLinear(slopes, offsets, List.of(slopes.rows()));
  }

  /** Σ |zᵢ|. */
  public static PiecewiseLinear absoluteValues(int size) {
    return asymmetric(1, 1, size);
  }

  /** Σ max(above · zᵢ, −below · zᵢ), both at least 0: one sign costs more than the other. */
  public static PiecewiseLinear asymmetric(double below, double above, int size) {
    BadSetting.require(
        below >= 0 && above >= 0 && Double.isFinite(below) && Double.isFinite(above),
        "asymmetric penalty",
        "the slopes must be numbers ≥ 0 but are " + below + " and " + above,
        "Take 0 for a sign that costs nothing");
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(entry(i, above));
      rows.add(entry(i, -below));
    }
    return new PiecewiseLinear(
        SparseMatrix.ofRows(size, rows), Vec.zeros(2 * size), Collections.nCopies(size, 2));
  }

  /** Σ_h max |zᵢ| over consecutive blocks: a block pays for its largest entry only. */
  public static PiecewiseLinear largestEntries(List<Integer> blocks) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    int size = blocks.stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; i < size; i++) {
      rows.add(entry(i, 1));
      rows.add(entry(i, -1));
    }
    return new PiecewiseLinear(
        SparseMatrix.ofRows(size, rows),
        Vec.zeros(2 * size),
        blocks.stream().map(block -> 2 * block).toList());
  }

  /**
   * Σ max(0, zᵢ − limitᵢ): for inequalities A w ≤ limit that may be broken at a price. From some
   * weight on none is.
   */
  public static PiecewiseLinear excess(Vec limits) {
    List<SortedMap<Integer, Double>> rows =
        IntStream.range(0, limits.size()).mapToObj(i -> entry(i, 1)).toList();
    return new PiecewiseLinear(
        SparseMatrix.ofRows(limits.size(), rows),
        limits.times(-1),
        Collections.nCopies(limits.size(), 1));
  }

  private static SortedMap<Integer, Double> entry(int place, double value) {
    SortedMap<Integer, Double> row = new TreeMap<>();
    row.put(place, value);
    return row;
  }

  @Override
  public PiecewiseLinear pieces(int size) {
    if (slopes.cols() != size) {
      throw new IllegalArgumentException(
          "PiecewiseLinear: the slopes have "
              + slopes.cols()
              + " entries but z is to have "
              + size);
    }
    return this;
  }

  @Override
  public double value(Vec z) {
    Vec planes = slopes.apply(z).plus(offsets);
    double sum = 0;
    int at = 0;
    for (int size : sizes) {
      sum += Math.max(0, largest(planes, at, at + size));
      at += size;
    }
    return sum;
  }

  /** The maxima of some planes without their offsets: what g grows by where those are at 0. */
  PiecewiseLinear slopesOf(IntPredicate those) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      int before = rows.size();
      IntStream.range(at, at + size).filter(those).forEach(k -> rows.add(slopes.row(k)));
      if (rows.size() > before) {
        kept.add(rows.size() - before);
      }
      at += size;
    }
    return new PiecewiseLinear(
        SparseMatrix.ofRows(slopes.cols(), rows), Vec.zeros(rows.size()), kept);
  }

  private static double largest(Vec values, int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = from; k < to; k++) {
      largest = Math.max(largest, values.get(k));
    }
    return largest;
  }
}
