package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Subset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows [P | b] over the last equations of W as rows [P N | b − P w₀] over z, where vec(W) = w₀ + N
 * z.
 *
 * @param space w₀ and N
 * @param terms p
 * @param firstEquation the first equation that is fitted; those before it are known as a whole
 */
record Coordinates(Parametrisation space, int terms, int firstEquation) {
  /** The number of coordinates. */
  int size() {
    return space.dimension();
  }

  /** Whether z is vec(W). */
  boolean isEverything() {
    return space.isEverything() && firstEquation == 0;
  }

  /** All of them. */
  List<Integer> all() {
    return IntStream.range(0, size()).boxed().toList();
  }

  /** Rows over the fitted coefficients from {@code offset} on, and b, as rows over z. */
  Matrix rows(Matrix rows, int offset) {
    int k = size();
    int width = rows.cols() - 1;
    int from = firstEquation * terms + offset;
    double[] reduced = new double[rows.rows() * (k + 1)];
    for (int j = 0; j < width; j++) {
      SortedMap<Integer, Double> columns = space.basis().row(from + j);
      double origin = space.origin().get(from + j);
      for (int r = 0; r < rows.rows(); r++) {
        double entry = rows.get(r, j);
        for (Map.Entry<Integer, Double> column : columns.entrySet()) {
          reduced[r * (k + 1) + column.getKey()] += entry * column.getValue();
        }
        reduced[r * (k + 1) + k] -= entry * origin;
      }
    }
    for (int r = 0; r < rows.rows(); r++) {
      reduced[r * (k + 1) + k] += rows.get(r, width);
    }
    return Matrix.adopt(rows.rows(), k + 1, reduced);
  }

  /** The equation of a coordinate's own coefficient. */
  int equation(int coordinate) {
    return space.free().get(coordinate) / terms;
  }

  /**
   * For each fitted equation the first that is its counterpart: every coordinate that enters one of
   * them enters the other, and with as much weight over all coordinates, as it is where a symmetry
   * turns or swaps them.
   */
  int[] counterparts() {
    int equations = space.unknowns() / terms - firstEquation;
    double[][] weights = new double[equations][isEverything() ? 0 : size()];
    for (int u = firstEquation * terms; u < space.unknowns() && !isEverything(); u++) {
      double[] own = weights[u / terms - firstEquation];
      space.basis().row(u).forEach((c, value) -> own[c] += value * value);
    }
    int[] first = new int[equations];
    for (int i = 0; i < equations; i++) {
      first[i] = i;
      for (int j = 0; j < i && first[i] == i; j++) {
        first[i] = areEqual(weights[i], weights[j]) ? j : i;
      }
    }
    return first;
  }

  private static boolean areEqual(double[] a, double[] b) {
    double sum = 0;
    double difference = 0;
    for (int c = 0; c < a.length; c++) {
      if ((a[c] != 0) != (b[c] != 0)) {
        return false;
      }
      sum += a[c] + b[c];
      difference += a[c] - b[c];
    }
    return sum > 0 && Math.abs(difference) < 1e-9 * sum;
  }

  /** The equations of W that are fitted. */
  Matrix fitted(Matrix w) {
    return w.rowSlice(firstEquation, w.rows());
  }

  /** W of a fit of some coordinates, the others being zero. */
  Matrix model(Subset fit) {
    double[] z = new double[size()];
    for (int j = 0; j < fit.terms().size(); j++) {
      z[fit.terms().get(j)] = fit.coefficients().get(j);
    }
    return model(Vec.adopt(z));
  }

  /** W of these coordinates. */
  Matrix model(Vec z) {
    double[] w = space.at(z).toArray();
    return Matrix.adopt(w.length / terms, terms, w);
  }

  /**
   * The same with so many further terms at the end, of which nothing is demanded; coordinates are
   * in the order of their own coefficients, so that z is vec(W) where nothing is demanded at all.
   */
  Coordinates with(int more) {
    int wide = terms + more;
    int equations = space.unknowns() / terms;
    TreeMap<Integer, String> names = new TreeMap<>();
    for (int c = 0; c < size(); c++) {
      names.put(widened(space.free().get(c), wide), space.names().get(c));
    }
    for (int i = firstEquation; i < equations; i++) {
      for (int j = terms; j < wide; j++) {
        names.put(i * wide + j, "");
      }
    }
    List<Integer> free = List.copyOf(names.keySet());
    double[] origin = new double[equations * wide];
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int u = 0; u < origin.length; u++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      if (u % wide < terms) {
        int old = u / wide * terms + u % wide;
        origin[u] = space.origin().get(old);
        space.basis().row(old).forEach((c, v) -> row.put(place(free, c, wide), v));
      } else if (u / wide >= firstEquation) {
        row.put(free.indexOf(u), 1.0);
      }
      rows.add(row);
    }
    return new Coordinates(
        new Parametrisation(
            Vec.adopt(origin),
            SparseMatrix.ofRows(free.size(), rows),
            free,
            List.copyOf(names.values()),
            space.reason()),
        wide,
        firstEquation);
  }

  /** These coordinates among those of {@link #with}. */
  List<Integer> in(Coordinates wide, List<Integer> coordinates) {
    return coordinates.stream().map(c -> place(wide.space.free(), c, wide.terms)).toList();
  }

  /** Those of terms from {@code first} on. */
  List<Integer> from(int first) {
    return all().stream().filter(c -> space.free().get(c) % terms >= first).toList();
  }

  private int place(List<Integer> free, int column, int wide) {
    return free.indexOf(widened(space.free().get(column), wide));
  }

  private int widened(int unknown, int wide) {
    return unknown / terms * wide + unknown % terms;
  }
}
