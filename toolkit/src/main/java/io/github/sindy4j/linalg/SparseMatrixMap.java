package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * L(w) with vec(L(w)) = A w, where A is sparse.
 *
 * @param rows P
 * @param cols q
 * @param matrix A, (P q)×F; its row p q + g makes the entry (p, g)
 */
public record SparseMatrixMap(int rows, int cols, SparseMatrix matrix) implements MatrixMap {
  /** Directions of the image below this part of the largest are rounding. */
  private static final Tolerance IMAGE = new Tolerance(1e-14);

  /** Checks the shapes. */
  public SparseMatrixMap {
    Shape.requireEqual(
        "SparseMatrixMap " + rows + "×" + cols + ": rows of the matrix",
        Math.multiplyExact(rows, cols),
        matrix.rows());
  }

  @Override
  public int unknowns() {
    return matrix.cols();
  }

  @Override
  public Matrix apply(Vec w) {
    return matrix.apply(w).asMatrix(rows, cols);
  }

  @Override
  public Vec applyTranspose(Matrix z) {
    Shape.requireEqual("SparseMatrixMap.applyTranspose: rows of Z", rows, z.rows());
    Shape.requireEqual("SparseMatrixMap.applyTranspose: columns of Z", cols, z.cols());
    return matrix.applyTranspose(z.vec());
  }

  @Override
  public int[] support() {
    return IntStream.range(0, matrix.rows()).filter(k -> !matrix.row(k).isEmpty()).toArray();
  }

  @Override
  public Matrix gram() {
    return matrix.gram();
  }

  /** w ↦ R L(w): with RᵀR the Gram matrix of a basis of functions, ‖·‖ becomes that of L². */
  public SparseMatrixMap leftMultiplied(Matrix r) {
    Shape.requireEqual("SparseMatrixMap.leftMultiplied: columns of R", rows, r.cols());
    List<SortedMap<Integer, Double>> weighted = new ArrayList<>();
    for (int i = 0; i < r.rows(); i++) {
      for (int g = 0; g < cols; g++) {
        SortedMap<Integer, Double> row = new TreeMap<>();
        for (int p = 0; p < rows; p++) {
          double factor = r.get(i, p);
          if (factor != 0) {
            matrix
                .row(p * cols + g)
                .forEach((j, value) -> row.merge(j, factor * value, Double::sum));
          }
        }
        weighted.add(row);
      }
    }
    return new SparseMatrixMap(r.rows(), cols, SparseMatrix.ofRows(unknowns(), weighted));
  }

  /**
   * Qᵀ L with as many rows as the columns of all L(w) span, where L = Q (Qᵀ L) and QᵀQ = I: all
   * singular values stay, for every w. A map that was sampled at many points becomes small.
   */
  public SparseMatrixMap compressed() {
    List<double[]> columns = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    SparseMatrix byUnknown = matrix.transpose();
    for (int f = 0; f < unknowns(); f++) {
      for (var entry : columnsOf(byUnknown.row(f)).entrySet()) {
        columns.add(entry.getValue());
        places.add(new int[] {entry.getKey(), f});
      }
    }
    Reflections reflections = Reflections.of(columns.toArray(new double[0][]), rows, IMAGE);
    List<SortedMap<Integer, Double>> reduced = new ArrayList<>();
    for (int i = 0; i < reflections.rank() * cols; i++) {
      reduced.add(new TreeMap<>());
    }
    for (int c = 0; c < places.size(); c++) {
      for (int k = 0; k < reflections.rank(); k++) {
        double value = reflections.coordinate(c, k);
        if (value != 0) {
          reduced.get(k * cols + places.get(c)[0]).put(places.get(c)[1], value);
        }
      }
    }
    return new SparseMatrixMap(reflections.rank(), cols, SparseMatrix.ofRows(unknowns(), reduced));
  }

  /** The columns of L(e_f) that are not zero, each of length P. */
  private SortedMap<Integer, double[]> columnsOf(SortedMap<Integer, Double> image) {
    SortedMap<Integer, double[]> columns = new TreeMap<>();
    image.forEach(
        (place, value) ->
            columns.computeIfAbsent(place % cols, g -> new double[rows])[place / cols] += value);
    return columns;
  }
}
