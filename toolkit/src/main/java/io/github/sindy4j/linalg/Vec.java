package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** x ∈ Rⁿ, immutable. */
public final class Vec {
  private final double[] values;

  private Vec(double[] values) {
    this.values = values;
  }

  /** The vector with these entries (copied). */
  public static Vec of(double... values) {
    return new Vec(values.clone());
  }

  /** The vector that takes over this array: the caller must not touch it again. */
  public static Vec adopt(double[] values) {
    return new Vec(values);
  }

  /** The zero vector. */
  public static Vec zeros(int size) {
    return new Vec(new double[size]);
  }

  /** n. */
  public int size() {
    return values.length;
  }

  /** xᵢ, counted from 0. */
  public double get(int i) {
    return values[i];
  }

  /** The first entry. */
  public double first() {
    return values[0];
  }

  /** The last entry. */
  public double last() {
    return values[values.length - 1];
  }

  /** A copy of the entries. */
  public double[] toArray() {
    return values.clone();
  }

  /** The rows×cols matrix A with vec(A) = x, row-major; shares the entries. */
  public Matrix asMatrix(int rows, int cols) {
    return Matrix.adopt(rows, cols, values);
  }

  /** The entries from {@code from} (included) to {@code to} (excluded). */
  public Vec slice(int from, int to) {
    return from == 0 && to == values.length ? this : new Vec(Arrays.copyOfRange(values, from, to));
  }

  /** (x₁, …, xₙ, y₁, …, yₘ). */
  public Vec joined(Vec y) {
    double[] joined = Arrays.copyOf(values, values.length + y.values.length);
    System.arraycopy(y.values, 0, joined, values.length, y.values.length);
    return new Vec(joined);
  }

  /** x + y. */
  public Vec plus(Vec y) {
    Shape.requireEqual("Vec.plus: size", size(), y.size());
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += y.values[i];
    }
    return new Vec(sum);
  }

  /** x − y. */
  public Vec minus(Vec y) {
    return plus(-1, y);
  }

  /** x + a y. */
  public Vec plus(double a, Vec y) {
    Shape.requireEqual("Vec.plus: size", size(), y.size());
    double[] sum = new double[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = values[i] + a * y.values[i];
    }
    return new Vec(sum);
  }

  /** a x. */
  public Vec times(double a) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = a * values[i];
    }
    return new Vec(scaled);
  }

  /** (x₁ d₁, …, xₙ dₙ). */
  public Vec timesEach(Vec d) {
    Shape.requireEqual("Vec.timesEach: size", size(), d.size());
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * d.values[i];
    }
    return new Vec(scaled);
  }

  /** (f(x₁), …, f(xₙ)). */
  public Vec map(DoubleUnaryOperator f) {
    double[] mapped = values.clone();
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = f.applyAsDouble(mapped[i]);
    }
    return new Vec(mapped);
  }

  /** ⟨x, y⟩ = Σ xᵢ yᵢ. */
  public double dot(Vec y) {
    Shape.requireEqual("Vec.dot: size", size(), y.size());
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * y.values[i];
    }
    return sum;
  }

  /** The first i &gt; 0 for which xᵢ &gt; xᵢ₋₁ does not hold; n where entries increase strictly. */
  public int risesUntil() {
    int end = values.length;
    for (int part : Ranges.map(values.length, this::risesUntil)) {
      end = Math.min(end, part);
    }
    return end;
  }

  private int risesUntil(int from, int to) {
    for (int i = Math.max(1, from); i < to; i++) {
      if (!(values[i] > values[i - 1])) {
        return i;
      }
    }
    return values.length;
  }

  /** ‖x‖₂, without overflow. */
  public double norm() {
    double largest = maxAbs();
    if (largest == 0 || Double.isInfinite(largest) || Double.isNaN(largest)) {
      return largest;
    }
    double sum = 0;
    for (double v : values) {
      double scaled = v / largest;
      sum += scaled * scaled;
    }
    return largest * Math.sqrt(sum);
  }

  /** max |xᵢ|; NaN if any entry is; 0 for the empty vector. */
  public double maxAbs() {
    double largest = 0;
    for (double v : values) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vec that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
