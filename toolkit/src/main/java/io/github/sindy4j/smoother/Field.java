package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** θ, and F = W θ with DF, at many points; everything row-major, one point after the other. */
final class Field {
  private final Library library;
  private final int variables;
  private final int controls;

  /**
   * Over arguments that the states give – themselves, and their rates after them in equations of
   * second order – and controls.
   */
  Field(Library library, int variables) {
    this.library = library;
    this.variables = variables;
    this.controls = library.variables().size() - variables;
  }

  /** θ. */
  Library library() {
    return library;
  }

  /** The number of arguments that the states give. */
  int variables() {
    return variables;
  }

  /** θ(zᵢ, uᵢ), one point a row. */
  double[] terms(double[] x, double[] u) {
    int points = x.length / variables;
    int p = library.size();
    double[] theta = new double[points * p];
    Ranges.each(
        points,
        () -> room(points, p),
        (out, from, to) -> {
          library.evaluate(inputs(x, u, from, to), out);
          for (int j = 0; j < p; j++) {
            for (int i = from; i < to; i++) {
              theta[i * p + j] = out.values()[out.offset(j) + i - from];
            }
          }
        });
    return theta;
  }

  /** F = W θ at every point; only terms that W has are evaluated. */
  double[] values(double[] x, double[] u, Matrix w) {
    int points = x.length / variables;
    double[] values = new double[points * w.rows()];
    List<Integer> active = active(w);
    if (active.isEmpty()) {
      return values;
    }
    Library used = library.select(active);
    Ranges.each(
        points,
        () -> room(points, used.size()),
        (out, from, to) -> {
          used.evaluate(inputs(x, u, from, to), out);
          add(w, active, out, values, from * w.rows(), w.rows(), 1);
        });
    return values;
  }

  private static Block room(int points, int columns) {
    return new Block(Ranges.longest(points), columns);
  }

  /** ∂F/∂z at every point, d×a each, a the number of arguments. */
  double[] jacobians(double[] x, double[] u, Matrix w) {
    int points = x.length / variables;
    double[] jacobians = new double[points * w.rows() * variables];
    List<Integer> active = active(w);
    if (active.isEmpty()) {
      return jacobians;
    }
    Library used = library.select(active);
    Ranges.each(
        points,
        (from, to) -> {
          Block at = inputs(x, u, from, to);
          Block out = new Block(to - from, used.size());
          Block along = new Block(to - from, variables + controls);
          along.setRows(to - from);
          for (int v = 0; v < variables; v++) {
            along.fill(v, 1);
            used.derivative(at, along, out);
            along.fill(v, 0);
            int first = from * w.rows() * variables + v;
            add(w, active, out, jacobians, first, w.rows() * variables, variables);
          }
        });
    return jacobians;
  }

  /**
   * Adds the columns times W to entries {@code at}, {@code at + entry}, … for the first point, and
   * to those {@code point} further on for the next.
   */
  private static void add(
      Matrix w, List<Integer> active, Block columns, double[] to, int at, int point, int entry) {
    for (int a = 0; a < active.size(); a++) {
      int offset = columns.offset(a);
      for (int i = 0; i < w.rows(); i++) {
        double weight = w.get(i, active.get(a));
        for (int r = 0; weight != 0 && r < columns.rows(); r++) {
          to[at + r * point + i * entry] += weight * columns.values()[offset + r];
        }
      }
    }
  }

  private static List<Integer> active(Matrix w) {
    List<Integer> active = new ArrayList<>();
    for (int j = 0; j < w.cols(); j++) {
      if (w.col(j).maxAbs() != 0) {
        active.add(j);
      }
    }
    return active;
  }

  /** W θᵢ for N vectors θᵢ, N×d. */
  static double[] values(double[] theta, Matrix w) {
    int p = w.cols();
    int n = w.rows();
    int points = theta.length / p;
    double[] values = new double[points * n];
    for (int i = 0; i < n; i++) {
      Vec row = w.row(i);
      int equation = i;
      int[] active = IntStream.range(0, p).filter(j -> row.get(j) != 0).toArray();
      double[] weights = IntStream.of(active).mapToDouble(row::get).toArray();
      Ranges.each(
          points, (from, to) -> sums(theta, p, active, weights, from, to, values, equation, n));
    }
    return values;
  }

  private static void sums(
      double[] theta,
      int p,
      int[] active,
      double[] weights,
      int from,
      int to,
      double[] values,
      int offset,
      int stride) {
    for (int k = from; k < to; k++) {
      double sum = 0;
      for (int a = 0; a < active.length; a++) {
        sum += weights[a] * theta[k * p + active[a]];
      }
      values[k * stride + offset] = sum;
    }
  }

  private Block inputs(double[] x, double[] u, int from, int to) {
    Block block = new Block(to - from, variables + controls);
    block.setRows(to - from);
    for (int i = from; i < to; i++) {
      for (int c = 0; c < variables; c++) {
        block.set(i - from, c, x[i * variables + c]);
      }
      for (int c = 0; c < controls; c++) {
        block.set(i - from, variables + c, u[i * controls + c]);
      }
    }
    return block;
  }
}
