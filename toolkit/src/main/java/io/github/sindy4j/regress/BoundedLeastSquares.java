package io.github.sindy4j.regress;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.QuadraticProgramme;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * min Σ ‖R z − y‖² over vec(W) = w₀ + N z with G z ≤ h: which inequalities hold with equality at
 * the minimum and pull there.
 *
 * <p>In ζ = R z it is the point of a polyhedron nearest to y, so that the condition of the library
 * does not matter to the solver. Parts that no inequality joins are solved apart, each in units of
 * its own size.
 */
final class BoundedLeastSquares {
  /** Beside the largest, multipliers below this do not pull. */
  private static final double PULLS = 1e-9;

  /** A minimum whose conditions fail by more than this was not found. */
  private static final double OPTIMAL = 1e-6;

  /** Beside the squared length of each column, so that dependent columns do no harm. */
  private static final double RIDGE = 1e-20;

  private final Parametrisation space;
  private final List<Part> parts = new ArrayList<>();
  private final List<SortedMap<Integer, Double>> rows = new ArrayList<>();
  private final List<Double> limits = new ArrayList<>();

  /** R⁻¹ and y of the coordinates {@code columns}, each multiplied by its unit. */
  private record Part(List<Integer> columns, List<Double> units, Matrix inverse, Vec y) {}

  BoundedLeastSquares(Parametrisation space, RegressionSummary whole, List<Bound> bounds) {
    this.space = space;
    for (EquationGroup group : EquationGroup.of(space, whole.responses())) {
      RegressionSummary reduced = group.reduce(whole);
      for (int response = 0; response < reduced.responses() && group.dimension() > 0; response++) {
        parts.add(part(reduced, response, group));
      }
    }
    for (Bound bound : bounds) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      double limit = bound.row().target().doubleValue();
      for (Map.Entry<Integer, Rational> entry : bound.row().entries().entrySet()) {
        double a = entry.getValue().doubleValue();
        limit -= a * space.origin().get(entry.getKey());
        space.basis().row(entry.getKey()).forEach((c, n) -> row.merge(c, a * n, Double::sum));
      }
      row.values().removeIf(value -> value == 0);
      rows.add(row);
      limits.add(limit);
    }
  }

  /** The triangle of the rows of one response, a little ridge beneath. */
  private static Part part(RegressionSummary reduced, int response, EquationGroup group) {
    List<Integer> columns = group.columnsOf(response);
    int k = columns.size();
    Matrix triangle = reduced.triangle();
    Block block = new Block(triangle.rows() + k, k + 1);
    block.setRows(triangle.rows() + k);
    for (int c = 0; c <= k; c++) {
      int column = c < k ? c : k + response;
      triangle.copyColumn(column, 0, triangle.rows(), block.values(), block.offset(c));
      if (c < k) {
        double length = triangle.col(c).norm();
        block.set(triangle.rows() + c, c, Math.sqrt(RIDGE) * (length > 0 ? length : 1));
      }
    }
    TriangularFold fold = new TriangularFold(k + 1);
    fold.fold(block);
    Matrix folded = fold.triangle();
    Matrix leading = folded.rowSlice(0, k).columns(IntStream.range(0, k).toArray());
    return new Part(
        columns, group.unitsOf(response), Triangle.inverse(leading), folded.col(k).slice(0, k));
  }

  /** The positions of the inequalities that pull; empty where the solver found no minimum. */
  Optional<SortedSet<Integer>> active() {
    Couplings couplings = new Couplings(parts.size());
    int[] partOf = new int[space.dimension()];
    for (int part = 0; part < parts.size(); part++) {
      for (int column : parts.get(part).columns()) {
        partOf[column] = part;
      }
    }
    rows.stream()
        .filter(row -> !row.isEmpty())
        .forEach(
            row -> row.keySet().forEach(c -> couplings.join(partOf[row.firstKey()], partOf[c])));
    SortedSet<Integer> active = new TreeSet<>();
    for (List<Integer> cluster : couplings.parts()) {
      List<Integer> own = new ArrayList<>();
      for (int r = 0; r < rows.size(); r++) {
        if (!rows.get(r).isEmpty() && cluster.contains(partOf[rows.get(r).firstKey()])) {
          own.add(r);
        }
      }
      if (!own.isEmpty() && !addActive(cluster, own, active)) {
        return Optional.empty();
      }
    }
    return Optional.of(active);
  }

  private boolean addActive(List<Integer> cluster, List<Integer> own, SortedSet<Integer> active) {
    int size = cluster.stream().mapToInt(part -> parts.get(part).columns().size()).sum();
    double[] y = new double[size];
    double[][] g = new double[own.size()][size];
    int start = 0;
    for (int index : cluster) {
      Part part = parts.get(index);
      int k = part.columns().size();
      System.arraycopy(part.y().toArray(), 0, y, start, k);
      for (int r = 0; r < g.length; r++) {
        SortedMap<Integer, Double> row = rows.get(own.get(r));
        double[] entries = new double[k];
        Arrays.setAll(
            entries, c -> row.getOrDefault(part.columns().get(c), 0.0) / part.units().get(c));
        double[] moved = part.inverse().applyTranspose(Vec.adopt(entries)).toArray();
        System.arraycopy(moved, 0, g[r], start, k);
      }
      start += k;
    }
    double unit = Vec.of(y).maxAbs() > 0 ? Vec.of(y).maxAbs() : 1;
    double[] limit = new double[g.length];
    for (int r = 0; r < g.length; r++) {
      double length = Vec.of(g[r]).norm();
      limit[r] = limits.get(own.get(r)) / (length * unit);
      for (int c = 0; c < size; c++) {
        g[r][c] /= length;
      }
    }
    Optional<QuadraticProgramme.Minimum> minimum =
        QuadraticProgramme.nearest(Vec.adopt(y).times(1 / unit), Matrix.ofRows(g), Vec.adopt(limit))
            .solve()
            .filter(found -> found.residual() <= OPTIMAL);
    minimum.ifPresent(
        found -> {
          Vec multipliers = found.atMostMultipliers();
          for (int r = 0; r < g.length; r++) {
            if (multipliers.get(r) > PULLS * multipliers.maxAbs()) {
              active.add(own.get(r));
            }
          }
        });
    return minimum.isPresent();
  }
}
