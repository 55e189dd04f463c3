package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A ∈ R^(m×n), dense and immutable. vec(A) is row-major everywhere: row by row, column by column.
 */
public final class Matrix implements LinearMap {
  /** Products with fewer columns are faster the other way round. */
  private static final int NARROW = 48;

  /** So many entries stay in the cache. */
  private static final int CHUNK = 2048;

  /** Rows that change places with columns together, so that each line of the cache comes once. */
  private static final int TILE = 32;

  private final int rows;
  private final int cols;
  private final double[] values;

  private Matrix(int rows, int cols, double[] values) {
    if (rows < 0 || cols < 0) {
      throw Shape.mismatch("Matrix: negative size " + rows + "×" + cols);
    }
    if (Math.multiplyExact(rows, cols) != values.length) {
      Shape.requireEqual(
          "Matrix " + rows + "×" + cols + ": number of entries", rows * cols, values.length);
    }
    this.rows = rows;
    this.cols = cols;
    this.values = values;
  }

  /** The matrix with these rows (copied), all of one length. */
  public static Matrix ofRows(double[]... rows) {
    int cols = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * cols];
    for (int i = 0; i < rows.length; i++) {
      Shape.requireEqual("Matrix.ofRows: length of row " + i, cols, rows[i].length);
      System.arraycopy(rows[i], 0, values, i * cols, cols);
    }
    return new Matrix(rows.length, cols, values);
  }

  /** The matrix with these columns (copied), all of one length. */
  public static Matrix ofColumns(double[]... columns) {
    return ofRows(columns).transpose();
  }

  /** The matrix that takes over this row-major array: the caller must not touch it again. */
  public static Matrix adopt(int rows, int cols, double[] rowMajor) {
    return new Matrix(rows, cols, rowMajor);
  }

  /** The zero matrix. */
  public static Matrix zeros(int rows, int cols) {
    return new Matrix(rows, cols, new double[Math.multiplyExact(rows, cols)]);
  }

  /** I. */
  public static Matrix identity(int size) {
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      values[i * size + i] = 1;
    }
    return new Matrix(size, size, values);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** Aᵢⱼ, counted from 0. */
  public double get(int i, int j) {
    return values[i * cols + j];
  }

  /** Row i. */
  public Vec row(int i) {
    return Vec.adopt(Arrays.copyOfRange(values, i * cols, (i + 1) * cols));
  }

  /** Column j. */
  public Vec col(int j) {
    double[] column = new double[rows];
    copyColumn(j, 0, rows, column, 0);
    return Vec.adopt(column);
  }

  /**
   * Copies entries {@code from … to−1} of column j into {@code target}, starting at {@code offset}.
   */
  public void copyColumn(int j, int from, int to, double[] target, int offset) {
    for (int i = from; i < to; i++) {
      target[offset + i - from] = values[i * cols + j];
    }
  }

  /** The rows from {@code from} (included) to {@code to} (excluded). */
  public Matrix rowSlice(int from, int to) {
    return from == 0 && to == rows
        ? this
        : new Matrix(to - from, cols, Arrays.copyOfRange(values, from * cols, to * cols));
  }

  /** The rows with these indices, in their order. */
  public Matrix rowsAt(int... indices) {
    double[] picked = new double[indices.length * cols];
    for (int k = 0; k < indices.length; k++) {
      System.arraycopy(values, indices[k] * cols, picked, k * cols, cols);
    }
    return new Matrix(indices.length, cols, picked);
  }

  /** The columns with these indices, in their order. */
  public Matrix columns(int... indices) {
    double[] picked = new double[rows * indices.length];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < indices.length; k++) {
        picked[i * indices.length + k] = values[i * cols + indices[k]];
      }
    }
    return new Matrix(rows, indices.length, picked);
  }

  /** vec(A), row-major, itself: to be read only. */
  double[] entries() {
    return values;
  }

  /** vec(A), row-major, copied. */
  public double[] toArray() {
    return values.clone();
  }

  /** Aᵀ. */
  public Matrix transpose() {
    double[] flipped = new double[values.length];
    transposeInto(flipped);
    return new Matrix(cols, rows, flipped);
  }

  /** vec(Aᵀ), row-major: A column by column. */
  void transposeInto(double[] flipped) {
    for (int top = 0; top < rows; top += TILE) {
      int bottom = Math.min(rows, top + TILE);
      for (int j = 0; j < cols; j++) {
        copyColumn(j, top, bottom, flipped, j * rows + top);
      }
    }
  }

  @Override
  public Vec apply(Vec x) {
    Shape.requireEqual("Matrix.apply: size of x", cols, x.size());
    double[] product = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < cols; j++) {
        sum += values[i * cols + j] * x.get(j);
      }
      product[i] = sum;
    }
    return Vec.adopt(product);
  }

  @Override
  public Vec applyTranspose(Vec y) {
    Shape.requireEqual("Matrix.applyTranspose: size of y", rows, y.size());
    double[] product = new double[cols];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        product[j] += values[i * cols + j] * y.get(i);
      }
    }
    return Vec.adopt(product);
  }

  /** (f(Aᵢⱼ)). */
  public Matrix map(DoubleUnaryOperator f) {
    return new Matrix(rows, cols, Arrays.stream(values).map(f).toArray());
  }

  /** ‖Aⱼ‖₂ of every column. */
  public Vec columnNorms() {
    double[] norms = new double[cols];
    for (int from = 0; from < cols; from += TILE) {
      double[][] some = new double[Math.min(TILE, cols - from)][rows];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < some.length; j++) {
          some[j][i] = values[i * cols + from + j];
        }
      }
      for (int j = 0; j < some.length; j++) {
        norms[from + j] = Vec.adopt(some[j]).norm();
      }
    }
    return Vec.adopt(norms);
  }

  /** ‖A‖_F, the length of vec(A). */
  public double norm() {
    return Vec.adopt(values).norm();
  }

  /** A B. */
  public Matrix times(Matrix b) {
    Shape.requireEqual("Matrix.times: rows of B", cols, b.rows);
    if (b.cols < NARROW && rows > b.cols) {
      return b.transpose().product(transpose()).transpose();
    }
    return product(b);
  }

  private Matrix product(Matrix b) {
    return new Matrix(rows, b.cols, Products.multiply(values, b.values, rows, cols, b.cols, false));
  }

  /** Aᵀ B. */
  public Matrix transposeTimes(Matrix b) {
    return transpose().times(b);
  }

  /** A Bᵀ. */
  public Matrix timesTranspose(Matrix b) {
    return times(b.transpose());
  }

  @Override
  public Matrix gram() {
    double[] gram = Products.multiply(transpose().values, values, cols, rows, cols, true);
    for (int i = 0; i < cols; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * cols + j] = gram[j * cols + i];
      }
    }
    return new Matrix(cols, cols, gram);
  }

  /** A + b B. */
  public Matrix plus(double b, Matrix other) {
    Shape.requireEqual("Matrix.plus: rows", rows, other.rows);
    Shape.requireEqual("Matrix.plus: columns", cols, other.cols);
    double[] sum = new double[values.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = values[k] + b * other.values[k];
    }
    return new Matrix(rows, cols, sum);
  }

  /** Σ wⱼ Aⱼ of matrices of one shape. */
  public static Matrix combination(Vec weights, List<Matrix> matrices) {
    Shape.requireEqual("Matrix.combination: number of matrices", weights.size(), matrices.size());
    Matrix first = matrices.get(0);
    double[] sum = new double[first.values.length];
    for (int from = 0; from < sum.length; from += CHUNK) {
      int to = Math.min(sum.length, from + CHUNK);
      for (int j = 0; j < weights.size(); j++) {
        Products.add(sum, weights.get(j), matrices.get(j).values, 0, from, to);
      }
    }
    return new Matrix(first.rows, first.cols, sum);
  }

  /** A − B. */
  public Matrix minus(Matrix b) {
    return plus(-1, b);
  }

  /** a A. */
  public Matrix scaled(double a) {
    double[] scaled = new double[values.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = a * values[k];
    }
    return new Matrix(rows, cols, scaled);
  }

  /** A diag(d): each column multiplied by its own number. */
  public Matrix columnsTimes(Vec d) {
    Shape.requireEqual("Matrix.columnsTimes: numbers", cols, d.size());
    double[] scaled = new double[values.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = values[k] * d.get(k % cols);
    }
    return new Matrix(rows, cols, scaled);
  }

  /** diag(d) A: each row multiplied by its own number. */
  public Matrix rowsTimes(Vec d) {
    Shape.requireEqual("Matrix.rowsTimes: numbers", rows, d.size());
    double[] scaled = new double[values.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = values[k] * d.get(k / cols);
    }
    return new Matrix(rows, cols, scaled);
  }

  /** (A | B), of as many rows. */
  public Matrix beside(Matrix b) {
    Shape.requireEqual("Matrix.beside: rows", rows, b.rows);
    double[] both = new double[rows * (cols + b.cols)];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * cols, both, i * (cols + b.cols), cols);
      System.arraycopy(b.values, i * b.cols, both, i * (cols + b.cols) + cols, b.cols);
    }
    return new Matrix(rows, cols + b.cols, both);
  }

  /** ⟨A, B⟩ = Σ Aᵢⱼ Bᵢⱼ. */
  public double dot(Matrix b) {
    return vec().dot(b.vec());
  }

  /** vec(A), row-major; shares the entries. */
  public Vec vec() {
    return Vec.adopt(values);
  }

  @Override
  public Matrix toMatrix() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && rows == that.rows
        && cols == that.cols
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + cols) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "" : "\n").append(row(i));
    }
    return text.toString();
  }
}
