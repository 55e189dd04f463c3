package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.LieDerivative;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What candidates do to a function F_W = W θ that is not known yet, as linear maps of vec(W):
 *
 * <pre> L(w) ∈ R^(P×q),  column a: S⁻¹ L_{ηₐ} F_W,   ηₐ = Σ_b T_ba ξ_b. </pre>
 *
 * The ηₐ span what the candidates ξ span and are orthonormal: ⟨η, ζ⟩ is the mean over the region of
 * Σᵢ ηᵢ ζᵢ/hᵢ², hᵢ being half the width of the region, so that L does not depend on the basis that
 * the candidates were given by, nor on units. S = diag(sizes) makes the outputs numbers. The
 * Euclidean length of a column is the root of its mean square: exact for polynomials, else over the
 * subject's points.
 *
 * @param subject library, fibre and region; its coefficients are not looked at
 * @param sizes one unit for each output
 */
public record CandidateOperator(Subject subject, Vec sizes) {
  /** Checks the number of sizes. */
  public CandidateOperator {
    if (sizes.size() != subject.fibre().outputs()) {
      throw new IllegalArgumentException(
          "CandidateOperator: " + sizes.size() + " sizes, " + subject.fibre().outputs());
    }
  }

  /** L for these candidates, which must be independent. */
  public SparseMatrixMap along(List<Generator> candidates) {
    Measure measure = Measure.of(subject, candidates);
    LieDerivative derivative = measure.derivative(subject.library());
    OutputUnits units = units(measure);
    List<List<SortedMap<Integer, Double>>> given =
        candidates.stream()
            .map(xi -> rows(units.scaled(derivative.along(xi, subject.fibre()).toMatrix())))
            .toList();
    SparseMatrixMap map =
        mixed(
            given, orthonormalising(candidates, measure), subject.library().size() * sizes.size());
    return measure.isExact() ? map : map.compressed();
  }

  /** T, upper triangular. */
  private static Matrix orthonormalising(List<Generator> candidates, Measure measure) {
    Matrix values = new CandidateFunctions(candidates, measure).values();
    RelativeDefect.requireIndependent(TriangularFold.triangle(values), values.columnNorms());
    return Triangle.inverse(TriangularFold.triangle(values));
  }

  /** Column a of L(w) is Σ_b T_ba times the image of candidate b; shorter images go on with 0. */
  private static SparseMatrixMap mixed(
      List<List<SortedMap<Integer, Double>>> given, Matrix t, int unknowns) {
    int q = given.size();
    int rows = given.stream().mapToInt(List::size).max().orElse(0);
    List<SortedMap<Integer, Double>> mixed = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int a = 0; a < q; a++) {
        SortedMap<Integer, Double> row = new TreeMap<>();
        for (int b = 0; b <= a; b++) {
          double factor = t.get(b, a);
          if (factor != 0 && r < given.get(b).size()) {
            given.get(b).get(r).forEach((u, value) -> row.merge(u, factor * value, Double::sum));
          }
        }
        mixed.add(row);
      }
    }
    return new SparseMatrixMap(rows, q, SparseMatrix.ofRows(unknowns, mixed));
  }

  /** vec(W) ↦ S⁻¹ (K_h F_W − F_W). */
  public SparseMatrix along(GroupElement h) {
    Measure measure = Measure.of(subject, List.of());
    LinearMap shift = units(measure).after(measure.derivative(subject.library()).along(h));
    return SparseMatrix.ofRows(shift.cols(), rows(shift.toMatrix()));
  }

  /**
   * √(‖S⁻¹ DF h‖² + ‖S⁻¹ F‖²) for F = W θ: beside it a column of L(w) is large or small. Of
   * functions that keep their values ‖S⁻¹ DF h‖ alone, since L does not see constants.
   */
  public double size(Matrix w) {
    Measure measure = Measure.of(subject, List.of());
    LieDerivative derivative = measure.derivative(subject.library());
    OutputUnits units = units(measure);
    List<Generator> shifts =
        CandidateFunctions.shifts(subject.library().variables(), subject.region());
    Matrix slopes = derivative.of(w, shifts, Fibre.scalar(sizes.size()));
    if (subject.fibre() instanceof Fibre.Scalar) {
      return units.scaled(slopes).norm();
    }
    Vec values = derivative.identity(sizes.size()).apply(w.vec());
    return Math.hypot(units.scaled(slopes).norm(), units.scaled(values).norm());
  }

  private OutputUnits units(Measure measure) {
    return measure.units(sizes.map(s -> 1 / s));
  }

  private static List<SortedMap<Integer, Double>> rows(Matrix dense) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int r = 0; r < dense.rows(); r++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      for (int u = 0; u < dense.cols(); u++) {
        if (dense.get(r, u) != 0) {
          row.put(u, dense.get(r, u));
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
