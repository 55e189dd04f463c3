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

  private Design(int coordinates, List<List<Entry>> entries, double[][] origins) {
    int equations = entries.size();
    this.coordinates = coordinates;
    this.columns = new int[equations][];
    this.terms = new int[equations][];
    this.weights = new double[equations][];
    this.origins = origins;
    for (int i = 0; i < equations; i++) {
      columns[i] = entries.get(i).stream().mapToInt(Entry::column).toArray();
      terms[i] = entries.get(i).stream().mapToInt(Entry::term).toArray();
      weights[i] = entries.get(i).stream().mapToDouble(Entry::weight).toArray();
    }
  }

  /**
   * For these coordinates, in this order.
   *
   * @param equations how many are fitted, the last of W
   */
  static Design of(Coordinates of, List<Integer> chosen, int equations) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int c = 0; c < chosen.size(); c++) {
      places.put(chosen.get(c), c);
    }
    List<List<Entry>> entries = new ArrayList<>();
    double[][] origins = new double[equations][];
    for (int i = 0; i < equations; i++) {
      int from = (of.firstEquation() + i) * of.terms();
      List<Entry> own = new ArrayList<>();
      for (int j = 0; j < of.terms(); j++) {
        for (Map.Entry<Integer, Double> z : of.space().basis().row(from + j).entrySet()) {
          if (places.containsKey(z.getKey())) {
            own.add(new Entry(places.getOrDefault(z.getKey(), 0), j, z.getValue()));
          }
        }
      }
      entries.add(own);
      Vec origin = of.space().origin().slice(from, from + of.terms());
      origins[i] = origin.maxAbs() == 0 ? new double[0] : origin.toArray();
    }
    return new Design(chosen.size(), entries, origins);
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
