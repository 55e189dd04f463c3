package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.OrthonormalColumns;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All coefficients that satisfy equalities: vec(W) = w₀ + N z, in reduced echelon form. Column c of
 * N has its own unknown free_c, where w₀ and all other columns are zero, so z is read off w.
 *
 * <p>Where every demand is exact, rank is decided over the rationals, and N holds whole numbers
 * where it can; rows with rounding errors are judged by singular values below 10⁻⁹ of the largest.
 * N without columns is the one model w₀.
 *
 * @param origin w₀
 * @param basis N, unknowns × k
 * @param free for each column its own unknown
 * @param names for each column what it stands for, such as {@code x: x + y: y}
 * @param reason the statements behind it, joined; empty when nothing is demanded
 */
public record Parametrisation(
    Vec origin, SparseMatrix basis, List<Integer> free, List<String> names, String reason) {
  private static final int MOST_NAMED = 6;

  /** Copies the lists. */
  public Parametrisation {
    free = List.copyOf(free);
    names = List.copyOf(names);
    if (basis.rows() != origin.size()
        || basis.cols() != free.size()
        || basis.cols() != names.size()) {
      throw new IllegalArgumentException(
          "Parametrisation: origin %d, basis %d×%d, %d free, %d names"
              .formatted(origin.size(), basis.rows(), basis.cols(), free.size(), names.size()));
    }
  }

  /**
   * What the equalities among the demands leave. Throws {@code BadSetting} with the smallest set of
   * statements that contradict each other, if there is one.
   *
   * @param coefficients the name of each entry of vec(W), such as {@code x: y^2}
   */
  public static Parametrisation of(List<Demand> demands, List<String> coefficients) {
    return possible(demands, coefficients)
        .orElseThrow(
            () ->
                Conflicts.contradiction(
                    Demands.equalities(demands),
                    some -> solve(some, coefficients.size()).isEmpty()));
  }

  /** The same; empty when no coefficients satisfy the equalities. */
  static Optional<Parametrisation> possible(List<Demand> demands, List<String> coefficients) {
    List<Demand> equalities = Demands.equalities(demands);
    int unknowns = coefficients.size();
    return solve(equalities, unknowns)
        .map(
            space -> {
              double[] origin = new double[unknowns];
              space.origin().forEach((u, value) -> origin[u] = value);
              return new Parametrisation(
                  Vec.adopt(origin),
                  SparseMatrix.ofRows(unknowns, space.columns()).transpose(),
                  space.free(),
                  space.columns().stream().map(column -> name(column, coefficients)).toList(),
                  equalities.stream()
                      .map(Demand::statement)
                      .distinct()
                      .collect(Collectors.joining("; ")));
            });
  }

  /** The solutions of equalities; empty when there is none. */
  static Optional<Affine> solve(List<Demand> equalities, int unknowns) {
    List<Demand> exact = equalities.stream().filter(Demand::exact).toList();
    List<Demand> rounded = equalities.stream().filter(d -> !d.exact()).toList();
    return ExactReduction.of(unknowns, exact)
        .flatMap(space -> NumericReduction.refine(space, rounded));
  }

  /** The length of vec(W). */
  public int unknowns() {
    return origin.size();
  }

  /** k, the number of coefficients that stay free. */
  public int dimension() {
    return free.size();
  }

  /** Whether every W is allowed. */
  public boolean isEverything() {
    return dimension() == unknowns();
  }

  /** w₀ + N z. */
  public Vec at(Vec z) {
    return origin.plus(basis.apply(z));
  }

  /** The z of a vector w of this space. */
  public Vec coordinates(Vec w) {
    double[] z = new double[dimension()];
    for (int c = 0; c < z.length; c++) {
      z[c] = w.get(free.get(c)) / own(c);
    }
    return Vec.adopt(z);
  }

  /** N_{free_c, c}. */
  private double own(int c) {
    return basis.row(free.get(c)).getOrDefault(c, 1.0);
  }

  /** Orthonormal columns that span what the columns of N span. */
  public SparseMatrix orthonormalBasis() {
    return OrthonormalColumns.of(basis);
  }

  /** The independent rows of the demands: A w = d holds for w₀ + N z and nothing else. */
  public Constraint constraint() {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    List<Double> target = new ArrayList<>();
    List<Boolean> isFree = new ArrayList<>(java.util.Collections.nCopies(unknowns(), false));
    free.forEach(u -> isFree.set(u, true));
    for (int u = 0; u < unknowns(); u++) {
      if (!isFree.get(u)) {
        SortedMap<Integer, Double> row = new TreeMap<>();
        basis.row(u).forEach((c, value) -> row.put(free.get(c), -value / own(c)));
        row.put(u, 1.0);
        rows.add(row);
        target.add(origin.get(u));
      }
    }
    return new Constraint(
        SparseMatrix.ofRows(unknowns(), rows),
        Vec.adopt(target.stream().mapToDouble(Double::doubleValue).toArray()),
        reason);
  }

  private static String name(SortedMap<Integer, Double> column, List<String> coefficients) {
    StringBuilder name = new StringBuilder();
    int shown = 0;
    for (var entry : column.entrySet()) {
      if (shown++ == MOST_NAMED) {
        return name + " + … (" + column.size() + " coefficients)";
      }
      double factor = Math.abs(entry.getValue());
      boolean negative = entry.getValue() < 0;
      name.append(name.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ")
          .append(factor == 1 ? "" : number(factor) + " ")
          .append(coefficients.get(entry.getKey()));
    }
    return name.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && value < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
