package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Equations that the columns of N couple, as one least-squares problem of their own: the rows
 *
 * <pre> [Θ Nᵢ | yᵢ − Θ w₀ᵢ] </pre>
 *
 * of its equations i one beneath the other are one response in as many terms as the group has
 * columns. Each column is divided by its largest entry, so that the group's unknowns are the
 * largest of the coefficients that go together, in their units. Equations that are coupled share
 * one scale, as a symmetry that mixes them demands.
 *
 * <p>Equations of which nothing is demanded form one group, whose problem is the ordinary one.
 */
final class EquationGroup {
  private final Parametrisation parametrisation;
  private final int terms;
  private final List<Integer> equations;
  private final List<Integer> columns;
  private final List<SortedMap<Integer, Double>> entries = new ArrayList<>();
  private final List<Double> units = new ArrayList<>();
  private final boolean isFree;

  private EquationGroup(
      Parametrisation parametrisation,
      SparseMatrix transposed,
      int terms,
      List<Integer> equations,
      List<Integer> columns,
      boolean isFree) {
    this.parametrisation = parametrisation;
    this.terms = terms;
    this.equations = equations;
    this.columns = columns;
    this.isFree = isFree;
    for (int c : columns) {
      SortedMap<Integer, Double> column = transposed.row(c);
      double largest = column.values().stream().mapToDouble(Math::abs).max().orElse(1);
      SortedMap<Integer, Double> unit = new TreeMap<>();
      column.forEach((u, value) -> unit.put(u, value / largest));
      entries.add(unit);
      units.add(largest);
    }
  }

  /** The groups of all equations; each equation and each column is in one of them. */
  static List<EquationGroup> of(Parametrisation parametrisation, int responses) {
    int terms = parametrisation.unknowns() / responses;
    SparseMatrix transposed = parametrisation.basis().transpose();
    Couplings couplings = new Couplings(responses);
    List<Integer> first = new ArrayList<>();
    for (int c = 0; c < transposed.rows(); c++) {
      SortedMap<Integer, Double> column = transposed.row(c);
      int equation = column.firstKey() / terms;
      first.add(equation);
      column.keySet().forEach(u -> couplings.join(equation, u / terms));
    }
    List<EquationGroup> groups = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    List<Integer> freeColumns = new ArrayList<>();
    for (List<Integer> equations : couplings.parts()) {
      List<Integer> columns = new ArrayList<>();
      for (int c = 0; c < first.size(); c++) {
        if (couplings.areJoined(first.get(c), equations.get(0))) {
          columns.add(c);
        }
      }
      if (isUntouched(parametrisation, transposed, equations, columns, terms)) {
        free.addAll(equations);
        freeColumns.addAll(columns);
      } else {
        groups.add(
            new EquationGroup(parametrisation, transposed, terms, equations, columns, false));
      }
    }
    if (!free.isEmpty()) {
      groups.add(0, new EquationGroup(parametrisation, transposed, terms, free, freeColumns, true));
    }
    return groups;
  }

  private static boolean isUntouched(
      Parametrisation parametrisation,
      SparseMatrix transposed,
      List<Integer> equations,
      List<Integer> columns,
      int terms) {
    boolean untouched = equations.size() == 1 && columns.size() == terms;
    for (int j = 0; j < terms && untouched; j++) {
      int u = equations.get(0) * terms + j;
      untouched =
          transposed.row(columns.get(j)).equals(Map.of(u, 1.0))
              && parametrisation.origin().get(u) == 0;
    }
    return untouched;
  }

  List<Integer> equations() {
    return equations;
  }

  /** Whether nothing is demanded of its equations. */
  boolean isFree() {
    return isFree;
  }

  /** How many coefficients are free in it. */
  int dimension() {
    return columns.size();
  }

  /** The columns of N that are the terms of one response of the group's problem. */
  List<Integer> columnsOf(int response) {
    int size = columns.size() / responses();
    return columns.subList(response * size, (response + 1) * size);
  }

  /** What z of these columns is multiplied by in the group's problem. */
  List<Double> unitsOf(int response) {
    int size = columns.size() / responses();
    return units.subList(response * size, (response + 1) * size);
  }

  /** How many rows of data have as many numbers as it has coefficients to determine. */
  int rowsNeeded() {
    return (dimension() + equations.size() - 1) / equations.size();
  }

  private int responses() {
    return isFree ? equations.size() : 1;
  }

  /** The group's problem, besides the coefficients of the other groups. */
  RegressionProblem problem(FoldedData data) {
    return RegressionProblem.of(reduce(data)).besides(parametrisation.dimension() - dimension());
  }

  /** The group's rows from those of all equations. */
  FoldedData reduce(FoldedData data) {
    List<RegressionSummary> folds = data.folds().stream().map(this::reduce).toList();
    return new FoldedData(
        folds, gathered(data.responseBiases()), gathered(data.effectiveSamples()));
  }

  /** One entry for each response: those of its equations, or their sum. */
  private Vec gathered(Vec perEquation) {
    double[] own = equations.stream().mapToDouble(perEquation::get).toArray();
    return isFree ? Vec.adopt(own) : Vec.of(Arrays.stream(own).sum());
  }

  RegressionSummary reduce(RegressionSummary summary) {
    return isFree ? selected(summary) : stacked(summary);
  }

  private RegressionSummary selected(RegressionSummary summary) {
    if (equations.size() == summary.responses()) {
      return summary;
    }
    int[] picked = new int[terms + equations.size()];
    Arrays.setAll(picked, c -> c < terms ? c : terms + equations.get(c - terms));
    TriangularFold fold = new TriangularFold(picked.length);
    fold.fold(summary.triangle().columns(picked));
    double[] sums = Arrays.stream(picked).mapToDouble(summary.columnSums()::get).toArray();
    return new RegressionSummary(terms, fold.triangle(), Vec.adopt(sums), summary.samples());
  }

  private RegressionSummary stacked(RegressionSummary summary) {
    int k = columns.size();
    int q = summary.triangle().rows();
    TriangularFold fold = new TriangularFold(k + 1);
    Block block = new Block(Math.max(1, q), k + 1);
    double[] sums = new double[k + 1];
    for (int equation : equations) {
      Arrays.fill(block.values(), 0);
      block.setRows(q);
      for (int c = 0; c < k; c++) {
        int target = c;
        part(entries.get(c), equation)
            .forEach(
                (u, value) -> add(summary, u % terms, value, block.values(), block.offset(target)));
        sums[c] += sum(summary, part(entries.get(c), equation));
      }
      int response = terms + equation;
      add(summary, response, 1, block.values(), block.offset(k));
      sums[k] += summary.columnSums().get(response);
      for (int j = 0; j < terms; j++) {
        double known = parametrisation.origin().get(equation * terms + j);
        if (known != 0) {
          add(summary, j, -known, block.values(), block.offset(k));
          sums[k] -= known * summary.columnSums().get(j);
        }
      }
      fold.fold(block);
    }
    return new RegressionSummary(
        k, fold.triangle(), Vec.adopt(sums), summary.samples() * equations.size());
  }

  /** The entries of a column of N in one equation. */
  private SortedMap<Integer, Double> part(SortedMap<Integer, Double> column, int equation) {
    return column.subMap(equation * terms, (equation + 1) * terms);
  }

  private double sum(RegressionSummary summary, SortedMap<Integer, Double> part) {
    double sum = 0;
    for (var entry : part.entrySet()) {
      sum += entry.getValue() * summary.columnSums().get(entry.getKey() % terms);
    }
    return sum;
  }

  /** target += factor · column j of R. */
  private static void add(
      RegressionSummary summary, int j, double factor, double[] target, int offset) {
    Matrix r = summary.triangle();
    for (int i = 0; i <= j; i++) {
      target[offset + i] += factor * r.get(i, j);
    }
  }

  /** The group's part of z as coefficients of its problem. */
  Matrix fromCoordinates(Vec z) {
    double[] own = new double[columns.size()];
    Arrays.setAll(own, c -> z.get(columns.get(c)) * units.get(c));
    return Matrix.adopt(responses(), own.length / responses(), own);
  }

  /** Writes coefficients of the group's problem into z. */
  void toCoordinates(Matrix coefficients, double[] z) {
    double[] own = coefficients.toArray();
    for (int c = 0; c < own.length; c++) {
      z[columns.get(c)] = own[c] / units.get(c);
    }
  }

  /** Directions without effect, as directions of vec(W). */
  List<Vec> undecided(List<Vec> directions) {
    List<Vec> all = new ArrayList<>();
    for (Vec direction : directions) {
      for (int copy = 0; copy < responses(); copy++) {
        double[] z = new double[parametrisation.dimension()];
        for (int j = 0; j < direction.size(); j++) {
          int c = copy * direction.size() + j;
          z[columns.get(c)] = direction.get(j) / units.get(c);
        }
        all.add(parametrisation.basis().apply(Vec.adopt(z)));
      }
    }
    return all;
  }

  /** For each coefficient of vec(W) what each of the group's columns adds to it. */
  SortedMap<Integer, SortedMap<Integer, Double>> contributions() {
    SortedMap<Integer, SortedMap<Integer, Double>> rows = new TreeMap<>();
    for (int c = 0; c < entries.size(); c++) {
      int column = c;
      entries
          .get(c)
          .forEach((u, value) -> rows.computeIfAbsent(u, k -> new TreeMap<>()).put(column, value));
    }
    return rows;
  }

  /** w₀ at a position of vec(W). */
  double origin(int position) {
    return parametrisation.origin().get(position);
  }

  /** The entries of vec(W) that depend on the group's columns. */
  SortedMap<Integer, Double> coefficients(Matrix ofProblem) {
    double[] own = ofProblem.toArray();
    SortedMap<Integer, Double> values = new TreeMap<>();
    contributions()
        .forEach(
            (u, row) -> {
              double[] sum = {origin(u)};
              row.forEach((c, value) -> sum[0] += value * own[c]);
              values.put(u, sum[0]);
            });
    return values;
  }

  /** F_w = N F_z. */
  FreeBlock freedom(FreeBlock block) {
    int r = block.factor().cols();
    SortedMap<Integer, double[]> rows = new TreeMap<>();
    for (int u = 0; u < block.unknowns().size(); u++) {
      double[] moved = block.factor().row(u).toArray();
      entries
          .get(block.unknowns().get(u))
          .forEach(
              (position, value) -> {
                double[] row = rows.computeIfAbsent(position, p -> new double[r]);
                for (int c = 0; c < r; c++) {
                  row[c] += value * moved[c];
                }
              });
    }
    return new FreeBlock(
        List.copyOf(rows.keySet()),
        rows.isEmpty()
            ? Matrix.zeros(0, r)
            : Matrix.ofRows(rows.values().toArray(double[][]::new)));
  }
}
