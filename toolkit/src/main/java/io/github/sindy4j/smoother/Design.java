package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of [P N | b − P w₀] that belong to some coordinates z: for each equation i, which of
 * its terms enter which column with which weight, and its part of w₀.
 */
final class Design {
  private final int coordinates;
  private final int[][] columns;
  private final int[][] terms;
  private final double[][] weights;
  private final double[][] origins;

  /**
   * For these coordinates, in this order.
   *
   * @param equations how many are fitted, the last of W
   */
  Design(Coordinates of, List<Integer> chosen, int equations) {
    this.coordinates = chosen.size();
    this.columns = new int[equations][];
    this.terms = new int[equations][];
    this.weights = new double[equations][];
    this.origins = new double[equations][];
    Map<Integer, Integer> places = new HashMap<>();
    for (int c = 0; c < coordinates; c++) {
      places.put(chosen.get(c), c);
    }
    Vec origin = of.space().origin();
    for (int i = 0; i < equations; i++) {
      int from = (of.firstEquation() + i) * of.terms();
      List<Entry> entries = new ArrayList<>();
      for (int j = 0; j < of.terms(); j++) {
        int term = j;
        of.space()
            .basis()
            .row(from + j)
            .forEach(
                (z, weight) -> {
                  Integer place = places.get(z);
                  if (place != null) {
                    entries.add(new Entry(place, term, weight));
                  }
                });
      }
      columns[i] = entries.stream().mapToInt(Entry::column).toArray();
      terms[i] = entries.stream().mapToInt(Entry::term).toArray();
      weights[i] = entries.stream().mapToDouble(Entry::weight).toArray();
      Vec own = origin.slice(from, from + of.terms());
      origins[i] = own.maxAbs() == 0 ? new double[0] : own.toArray();
    }
  }

  private record Entry(int column, int term, double weight) {}

  /** The number of columns, the right side included. */
  int width() {
    return coordinates + 1;
  }

  /**
   * Writes the row of an equation.
   *
   * @param integrals the p integrals of the terms, from {@code at} on
   * @param value b
   */
  void write(int equation, double[] integrals, int at, double value, double[] rows, int offset) {
    int[] column = columns[equation];
    int[] term = terms[equation];
    double[] weight = weights[equation];
    for (int e = 0; e < column.length; e++) {
      rows[offset + column[e]] += weight[e] * integrals[at + term[e]];
    }
    double right = value;
    for (int j = 0; j < origins[equation].length; j++) {
      right -= origins[equation][j] * integrals[at + j];
    }
    rows[offset + coordinates] = right;
  }
}
