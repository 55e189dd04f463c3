package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Expression;
import java.util.List;

/**
 * How a generator ξ acts on the values of F : Rᵐ → Rⁿ: by the matrix S_ξ(x) of L_ξ F = DF·v_ξ − S_ξ
 * F.
 */
public sealed interface Fibre {
  /** n. */
  int outputs();

  /** S = 0: functions that keep their values. */
  static Fibre scalar(int outputs) {
    return new Scalar(outputs);
  }

  /** S = Dv: the first n variables are the states, and F is their rate; L_ξ F = [v, F]. */
  static Fibre pushforward(int states) {
    return new Pushforward(states);
  }

  /** S as given, row by row. */
  static Fibre linear(List<List<Expression>> rows) {
    return new Linear(rows);
  }

  /** S = 0. */
  record Scalar(int outputs) implements Fibre {}

  /** S = ∂v_i/∂x_j for the first n variables. */
  record Pushforward(int outputs) implements Fibre {}

  /**
   * S = (rows_ij(x)).
   *
   * @param rows n rows of n formulas of the variables
   */
  record Linear(List<List<Expression>> rows) implements Fibre {
    /** Copies the rows, which must be square. */
    public Linear {
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Expression> row : rows) {
        if (row.size() != rows.size()) {
          throw new IllegalArgumentException(
              "Fibre.linear: a row has " + row.size() + " entries where there are " + rows.size());
        }
      }
    }

    @Override
    public int outputs() {
      return rows.size();
    }
  }
}
