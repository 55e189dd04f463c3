package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets up least squares on chosen unknowns: without a constraint one elimination for each equation,
 * with a constraint one for all, since it may couple the equations.
 */
final class Assembly {
  private static final Tolerance FEASIBLE = new Tolerance(1e-9);

  /** Beside the largest, demands and fixed values below this are rounding. */
  private static final double ROUNDING = 1e-13;

  /** A coefficient that moves less than this in its own units is held fast by the demands. */
  private static final double FIXED = 1e-11;

  private final RegressionSummary summary;
  private final Constraint constraint;

  Assembly(RegressionSummary summary, Constraint constraint) {
    this.summary = summary;
    this.constraint = constraint;
  }

  /** Positions of vec(W). */
  int position(int equation, int term) {
    return equation * summary.terms() + term;
  }

  /** The directions of Rᵖ in which the rows say nothing. */
  ColumnBasis columnBasis() {
    return ColumnBasis.of(summary.triangle(), summary.terms(), Tolerance.RANK);
  }

  /**
   * min ‖yᵢ − Θ wᵢ‖² + ridge ‖wᵢ‖² over the unknowns {@code active} (positions of vec(W)) within
   * the constraint; all others are zero. Without a constraint, every equation's active columns must
   * be independent unless ridge &gt; 0; with one, what is undecided becomes zero. Throws {@link
   * InfeasibleException} when no such coefficients exist.
   *
   * @param scales what each equation's residual is divided by; matters where a constraint couples
   *     equations
   */
  List<Elimination> solve(List<Integer> active, Vec scales, double ridge)
      throws InfeasibleException {
    List<List<Integer>> byEquation = byEquation(active);
    RegressionSummary ridged = summary.withRidge(ridge);
    if (!constraint.isNone()) {
      return List.of(constrained(active, byEquation, scales, ridged));
    }
    List<Elimination> solved = new ArrayList<>();
    for (int i = 0; i < byEquation.size(); i++) {
      solved.add(FreeEquation.of(ridged, i, terms(byEquation.get(i))).elimination());
    }
    return solved;
  }

  private List<List<Integer>> byEquation(List<Integer> positions) {
    List<List<Integer>> byEquation = new ArrayList<>();
    for (int i = 0; i < summary.responses(); i++) {
      byEquation.add(new ArrayList<>());
    }
    positions.forEach(k -> byEquation.get(k / summary.terms()).add(k));
    return byEquation;
  }

  /** The terms of positions in vec(W). */
  private int[] terms(List<Integer> positions) {
    return positions.stream().mapToInt(k -> k % summary.terms()).toArray();
  }

  private Elimination constrained(
      List<Integer> active, List<List<Integer>> byEquation, Vec scales, RegressionSummary ridged)
      throws InfeasibleException {
    Matrix all = constraint.map().toMatrix();
    Matrix a = all.columns(active.stream().mapToInt(Integer::intValue).toArray());
    NullSpace space = affine(a, units(active));
    int r = space.basis().cols();
    if (r == 0) {
      return new Elimination(active, space.particular().toArray(), Matrix.zeros(active.size(), 0));
    }
    TriangularFold fold = new TriangularFold(r + 1);
    int start = 0;
    for (List<Integer> unknowns : byEquation) {
      if (!unknowns.isEmpty()) {
        double scale = scales.get(unknowns.get(0) / summary.terms());
        int equation = unknowns.get(0) / summary.terms();
        Matrix small = FreeEquation.of(ridged, equation, terms(unknowns)).own();
        fold.fold(reducedRows(small, start, space, scale));
        start += unknowns.size();
      }
    }
    Matrix small = fold.triangle();
    Matrix leading = small.rowSlice(0, r).columns(IntStream.range(0, r).toArray());
    ColumnBasis decided = ColumnBasis.of(leading, Tolerance.RANK);
    if (!decided.dependencies().isEmpty()) {
      List<Integer> fewer = withoutUndecided(active, space, decided);
      return constrained(fewer, byEquation(fewer), scales, ridged);
    }
    Vec z = Triangle.solve(small, small.col(r).slice(0, r), r);
    Vec w = space.particular().plus(space.basis().apply(z));
    return new Elimination(active, w.toArray(), space.basis().times(Triangle.inverse(leading)));
  }

  /**
   * The unknowns that are left when those that neither the rows nor the demands decide are set to
   * zero, the later ones first. Columns that coincide are undecided only as far as no demand tells
   * them apart.
   */
  private static List<Integer> withoutUndecided(
      List<Integer> active, NullSpace space, ColumnBasis decided) {
    double[][] directions =
        decided.dependencies().stream()
            .map(z -> space.basis().apply(z).toArray())
            .toArray(double[][]::new);
    Elimination undecided =
        new Elimination(active, space.particular().toArray(), Matrix.ofColumns(directions));
    int left = directions.length;
    List<Integer> kept = new ArrayList<>(active);
    for (int u = active.size() - 1; u >= 0 && left > 0; u--) {
      if (undecided.isRemovable(u)) {
        undecided.remove(u);
        kept.remove(active.get(u));
        left--;
      }
    }
    return kept;
  }

  /** ‖yᵢ‖/‖θⱼ‖ for each unknown: about the size that its coefficient has. */
  private Vec units(List<Integer> active) {
    double[] units = new double[active.size()];
    for (int u = 0; u < units.length; u++) {
      int equation = active.get(u) / summary.terms();
      double response = summary.triangle().col(summary.terms() + equation).norm();
      double column = summary.triangle().col(active.get(u) % summary.terms()).norm();
      units[u] = (response > 0 ? response : 1) / (column > 0 ? column : 1);
    }
    return Vec.adopt(units);
  }

  /**
   * The coefficients with A w = d as particular + basis z. Found for w/units and with demands of
   * length 1, so that neither units of columns nor of demands decide what counts as zero; what the
   * demands hold fast has a row of exact zeros in the basis.
   */
  private NullSpace affine(Matrix a, Vec units) throws InfeasibleException {
    double longest = 0;
    double longestScaled = 0;
    double[] lengths = new double[a.rows()];
    for (int r = 0; r < a.rows(); r++) {
      lengths[r] = scaledRow(a, r, units).norm();
      longest = Math.max(longest, a.row(r).norm());
      longestScaled = Math.max(longestScaled, lengths[r]);
    }
    double[] rows = new double[a.rows() * a.cols()];
    double[] target = constraint.target().toArray();
    for (int r = 0; r < a.rows(); r++) {
      boolean isRounding =
          lengths[r] <= ROUNDING * longestScaled && a.row(r).norm() <= ROUNDING * longest;
      double length = isRounding ? longestScaled : lengths[r];
      if (length == 0 && target[r] != 0) {
        throw new InfeasibleException(constraint.reason());
      }
      for (int u = 0; u < a.cols() && length > 0; u++) {
        rows[r * a.cols() + u] = a.get(r, u) * units.get(u) / length;
      }
      target[r] /= length > 0 ? length : 1;
    }
    NullSpace scaled =
        NullSpace.of(Matrix.adopt(a.rows(), a.cols(), rows), Vec.adopt(target), Tolerance.RANK);
    if (!FEASIBLE.isZero(scaled.residual(), 1)) {
      throw new InfeasibleException(constraint.reason());
    }
    int free = scaled.basis().cols();
    double[] particular = scaled.particular().toArray();
    double[] basis = scaled.basis().toArray();
    for (int u = 0; u < particular.length; u++) {
      boolean isFixed = scaled.basis().row(u).norm() <= FIXED;
      if (isFixed && Math.abs(particular[u]) <= ROUNDING * scaled.particular().maxAbs()) {
        particular[u] = 0;
      }
      particular[u] *= units.get(u);
      for (int c = u * free; c < (u + 1) * free; c++) {
        basis[c] = isFixed ? 0 : basis[c] * units.get(u);
      }
    }
    return new NullSpace(
        Vec.adopt(particular), Matrix.adopt(particular.length, free, basis), scaled.residual());
  }

  private static Vec scaledRow(Matrix a, int r, Vec units) {
    double[] row = a.row(r).toArray();
    for (int u = 0; u < row.length; u++) {
      row[u] *= units.get(u);
    }
    return Vec.adopt(row);
  }

  /**
   * The rows [R N | y − R w₀] of one equation, whose unknowns begin at {@code start}, divided by
   * its scale.
   */
  private static Block reducedRows(Matrix small, int start, NullSpace space, double scale) {
    int k = small.cols() - 1;
    int r = space.basis().cols();
    Block rows = new Block(k + 1, r + 1);
    rows.setRows(k + 1);
    for (int i = 0; i <= k; i++) {
      double right = small.get(i, k);
      for (int j = i; j < k; j++) {
        right -= small.get(i, j) * space.particular().get(start + j);
        for (int c = 0; c < r; c++) {
          rows.set(
              i, c, rows.get(i, c) + small.get(i, j) * space.basis().get(start + j, c) / scale);
        }
      }
      rows.set(i, r, right / scale);
    }
    return rows;
  }
}
