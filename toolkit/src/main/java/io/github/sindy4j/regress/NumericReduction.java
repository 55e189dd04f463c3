package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.ReadableBasis;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The points of an affine space that satisfy further equalities whose rows carry rounding errors:
 * rank by singular values in {@link #RANK}, a readable basis as far as the rows allow one.
 *
 * <p>Rows are measured beside the longest row of their demand. Unknowns that no row connects are
 * treated apart, so that the cost depends on the largest connected part.
 */
final class NumericReduction {
  /** Singular values below this part of the largest are zero. */
  private static final Tolerance RANK = new Tolerance(1e-9);

  /** Targets are met when they are met to this part of the longest row of their demand. */
  private static final double FEASIBLE = 1e-9;

  /** Beside the longest row and the length of a column, entries below this are rounding. */
  private static final double ROUNDING = 1e-13;

  private static final int LARGEST_MULTIPLE = 60;

  private final Affine space;
  private final SparseMatrix byUnknown;
  private final double[] lengths;
  private final double size;
  private final List<Line> lines = new ArrayList<>();
  private final TreeMap<Integer, Double> origin;
  private final TreeMap<Integer, SortedMap<Integer, Double>> columns = new TreeMap<>();

  /** ⟨entries, z⟩ = target. */
  private record Line(SortedMap<Integer, Double> entries, double target) {}

  private NumericReduction(Affine space) {
    this.space = space;
    this.origin = new TreeMap<>(space.origin());
    this.lengths = space.columns().stream().mapToDouble(NumericReduction::length).toArray();
    this.size = Math.max(1, length(space.origin()));
    this.byUnknown = SparseMatrix.ofRows(space.unknowns(), space.columns()).transpose();
  }

  /** The part of the space where the demands hold; empty when they hold nowhere. */
  static Optional<Affine> refine(Affine space, List<Demand> demands) {
    return demands.isEmpty() ? Optional.of(space) : new NumericReduction(space).refine(demands);
  }

  private Optional<Affine> refine(List<Demand> demands) {
    demands.forEach(this::reduce);
    Couplings couplings = new Couplings(space.columns().size());
    for (Line line : lines) {
      line.entries().keySet().forEach(c -> couplings.join(line.entries().firstKey(), c));
      if (line.entries().isEmpty() && Math.abs(line.target()) > FEASIBLE * size) {
        return Optional.empty();
      }
    }
    for (List<Integer> part : couplings.parts()) {
      List<Line> own =
          lines.stream()
              .filter(line -> !line.entries().isEmpty())
              .filter(line -> couplings.areJoined(line.entries().firstKey(), part.get(0)))
              .toList();
      if (own.isEmpty()) {
        columns.put(part.get(0), space.columns().get(part.get(0)));
      } else if (!solve(part, own)) {
        return Optional.empty();
      }
    }
    List<Integer> free = columns.keySet().stream().map(space.free()::get).toList();
    origin.values().removeIf(value -> value == 0);
    return Optional.of(new Affine(space.unknowns(), origin, List.copyOf(columns.values()), free));
  }

  /** The rows of a demand as rows on z. */
  private void reduce(Demand demand) {
    double longest = 0;
    for (Demand.Row row : demand.rows()) {
      longest = Math.max(longest, length(row));
    }
    for (Demand.Row row : demand.rows()) {
      TreeMap<Integer, Double> entries = new TreeMap<>();
      double[] right = {row.target().doubleValue()};
      double scale = longest > 0 ? longest : 1;
      row.entries()
          .forEach(
              (u, a) -> {
                double value = a.doubleValue();
                right[0] -= value * space.origin().getOrDefault(u, 0.0);
                byUnknown
                    .row(u)
                    .forEach((c, n) -> entries.merge(c, value * n / scale, Double::sum));
              });
      entries.entrySet().removeIf(e -> Math.abs(e.getValue()) <= ROUNDING * lengths[e.getKey()]);
      lines.add(new Line(entries, right[0] / scale));
    }
  }

  private static double length(Demand.Row row) {
    SortedMap<Integer, Double> entries = new TreeMap<>();
    row.entries().forEach((u, value) -> entries.put(u, value.doubleValue()));
    return length(entries);
  }

  private static double length(SortedMap<Integer, Double> entries) {
    double sum = 0;
    for (double value : entries.values()) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** Solves the rows of one connected part; false when they contradict each other. */
  private boolean solve(List<Integer> part, List<Line> own) {
    int k = part.size();
    Matrix triangle = fold(part, own);
    double[] units = new double[k];
    Arrays.setAll(units, c -> triangle.col(c).norm());
    double[] scaled = new double[(k + 1) * k];
    for (int r = 0; r <= k; r++) {
      for (int c = 0; c < k; c++) {
        scaled[r * k + c] = units[c] > 0 ? triangle.get(r, c) / units[c] : 0;
      }
    }
    Matrix rows = Matrix.adopt(k + 1, k, scaled);
    Vec right = triangle.col(k);
    NullSpace solved = NullSpace.of(rows, right, RANK);
    double error = rows.apply(solved.particular()).minus(right).norm();
    if (error > FEASIBLE * Math.max(size, right.norm())) {
      return false;
    }
    Vec inUnits = Vec.adopt(Arrays.stream(units).map(u -> u > 0 ? 1 / u : 1).toArray());
    ReadableBasis readable = ReadableBasis.of(solved.basis(), inUnits, rows);
    Vec particular = times(solved.particular(), inUnits);
    for (int f = 0; f < readable.free().size(); f++) {
      int pivot = readable.free().get(f);
      Vec direction = readable.basis().col(f);
      particular = particular.minus(direction.times(particular.get(pivot)));
      SortedMap<Integer, Double> column = new TreeMap<>();
      for (int c = 0; c < k; c++) {
        add(column, space.columns().get(part.get(c)), direction.get(c));
      }
      column.values().removeIf(value -> value == 0);
      columns.put(part.get(pivot), whole(column));
    }
    double negligible = ROUNDING * particular.maxAbs();
    for (int c = 0; c < k; c++) {
      double value = Math.abs(particular.get(c)) <= negligible ? 0 : particular.get(c);
      add(origin, space.columns().get(part.get(c)), value);
    }
    return true;
  }

  /** The column in whole numbers, where a small multiple makes it so. */
  private static SortedMap<Integer, Double> whole(SortedMap<Integer, Double> column) {
    for (int multiple = 1; multiple <= LARGEST_MULTIPLE; multiple++) {
      int factor = multiple;
      if (column.values().stream().allMatch(v -> isWhole(v * factor))) {
        SortedMap<Integer, Double> multiplied = new TreeMap<>();
        column.forEach((u, value) -> multiplied.put(u, Math.rint(value * factor)));
        return multiplied;
      }
    }
    return column;
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= ROUNDING * Math.abs(value);
  }

  private static Matrix fold(List<Integer> part, List<Line> own) {
    int k = part.size();
    TriangularFold fold = new TriangularFold(k + 1);
    Block block = new Block(TriangularFold.blockRows(k + 1), k + 1);
    Map<Integer, Integer> places = new TreeMap<>();
    part.forEach(c -> places.put(c, places.size()));
    for (int from = 0; from < own.size(); from += block.capacity()) {
      List<Line> chunk = own.subList(from, Math.min(own.size(), from + block.capacity()));
      Arrays.fill(block.values(), 0);
      block.setRows(chunk.size());
      for (int r = 0; r < chunk.size(); r++) {
        int row = r;
        chunk.get(r).entries().forEach((c, v) -> block.set(row, places.getOrDefault(c, 0), v));
        block.set(r, k, chunk.get(r).target());
      }
      fold.fold(block);
    }
    return fold.triangle();
  }

  private static Vec times(Vec x, Vec y) {
    double[] product = x.toArray();
    for (int i = 0; i < product.length; i++) {
      product[i] *= y.get(i);
    }
    return Vec.adopt(product);
  }

  private static void add(
      SortedMap<Integer, Double> target, SortedMap<Integer, Double> column, double factor) {
    if (factor != 0) {
      column.forEach((u, value) -> target.merge(u, factor * value, Double::sum));
    }
  }
}
