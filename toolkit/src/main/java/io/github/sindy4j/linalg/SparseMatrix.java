package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A ∈ R^(k×m) of which few entries are not zero, row by row; immutable. */
public final class SparseMatrix implements LinearMap {
  private final int cols;
  private final int[] starts;
  private final int[] places;
  private final double[] values;

  private SparseMatrix(int cols, int[] starts, int[] places, double[] values) {
    this.cols = cols;
    this.starts = starts;
    this.places = places;
    this.values = values;
  }

  /** The matrix with these rows, each a map from column to entry. */
  public static SparseMatrix ofRows(int cols, List<? extends SortedMap<Integer, Double>> rows) {
    int[] starts = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      starts[i + 1] = starts[i] + rows.get(i).size();
    }
    int[] places = new int[starts[rows.size()]];
    double[] values = new double[places.length];
    int at = 0;
    for (SortedMap<Integer, Double> row : rows) {
      for (Map.Entry<Integer, Double> entry : row.entrySet()) {
        Shape.require(
            entry.getKey() >= 0 && entry.getKey() < cols,
            "SparseMatrix: column " + entry.getKey() + " of " + cols);
        places[at] = entry.getKey();
        values[at] = entry.getValue();
        at++;
      }
    }
    return new SparseMatrix(cols, starts, places, values);
  }

  @Override
  public int rows() {
    return starts.length - 1;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** The number of entries that are stored. */
  public int entries() {
    return values.length;
  }

  /** Row i: its stored entries by column. */
  public SortedMap<Integer, Double> row(int i) {
    SortedMap<Integer, Double> row = new TreeMap<>();
    for (int k = starts[i]; k < starts[i + 1]; k++) {
      row.merge(places[k], values[k], Double::sum);
    }
    return row;
  }

  /** Aᵀ. */
  public SparseMatrix transpose() {
    List<SortedMap<Integer, Double>> columns = new ArrayList<>();
    for (int j = 0; j < cols; j++) {
      columns.add(new TreeMap<>());
    }
    for (int i = 0; i < rows(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        columns.get(places[k]).merge(i, values[k], Double::sum);
      }
    }
    return ofRows(rows(), columns);
  }

  @Override
  public Vec apply(Vec x) {
    Shape.requireEqual("SparseMatrix.apply: size of x", cols, x.size());
    double[] product = new double[rows()];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        sum += values[k] * x.get(places[k]);
      }
      product[i] = sum;
    }
    return Vec.adopt(product);
  }

  @Override
  public Vec applyTranspose(Vec y) {
    Shape.requireEqual("SparseMatrix.applyTranspose: size of y", rows(), y.size());
    double[] product = new double[cols];
    for (int i = 0; i < rows(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        product[places[k]] += values[k] * y.get(i);
      }
    }
    return Vec.adopt(product);
  }

  @Override
  public Matrix gram() {
    double[] gram = new double[cols * cols];
    for (int i = 0; i < rows(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        double value = values[k];
        int row = places[k] * cols;
        for (int l = starts[i]; l < starts[i + 1]; l++) {
          gram[row + places[l]] += value * values[l];
        }
      }
    }
    return Matrix.adopt(cols, cols, gram);
  }

  @Override
  public Matrix toMatrix() {
    double[] dense = new double[rows() * cols];
    for (int i = 0; i < rows(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        dense[i * cols + places[k]] += values[k];
      }
    }
    return Matrix.adopt(rows(), cols, dense);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix that
        && cols == that.cols
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(places, that.places)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * cols + Arrays.hashCode(starts)) + Arrays.hashCode(values);
  }
}
