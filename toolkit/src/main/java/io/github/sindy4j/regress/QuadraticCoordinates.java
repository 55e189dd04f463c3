package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The w with C w = d as w = origin + E ζ + H η, in which the data and the ridges are round: ½ Σᵢ
 * ‖yᵢ − Θ wᵢ‖² / N + Σₖ λₖ ½ ridgeₖ ‖Aₖ w‖² = ½ ‖ζ − c‖² + const. From the triangle of the data by
 * reflections and singular values; the data are not squared.
 *
 * @param origin one w with C w = d
 * @param seen E, what the data or a ridge see
 * @param unseen H, what they do not; unit columns
 * @param best c
 */
record QuadraticCoordinates(Vec origin, Matrix seen, Matrix unseen, Vec best) {
  static QuadraticCoordinates of(
      PenalisedProblem problem, List<Penalty> penalties, NullSpace constraint) {
    Matrix basis = constraint.basis();
    Vec origin = constraint.particular();
    Rows rows = rows(problem, penalties);
    Matrix map = rows.map().times(basis);
    Vec target = rows.target().minus(rows.map().apply(origin));
    Vec units = map.columnNorms().map(length -> length > 0 ? 1 / length : 1);
    int dimension = basis.cols();
    Matrix triangle =
        TriangularFold.triangle(
            map.columnsTimes(units).beside(Matrix.adopt(map.rows(), 1, target.toArray())));
    Matrix square = triangle.rowSlice(0, dimension).columns(range(0, dimension));
    Vec projected = triangle.col(dimension).slice(0, dimension);
    Spectrum spectrum = Spectrum.of(square);
    int free = spectrum.upTo(Tolerance.RANK.relative() * spectrum.largest());
    Vec lengths = spectrum.values().slice(free, dimension).map(sigma -> 1 / sigma);
    Matrix directions = basis.columnsTimes(units).times(spectrum.directions());
    Matrix images = square.times(spectrum.directions().columns(range(free, dimension)));
    return new QuadraticCoordinates(
        origin,
        directions.columns(range(free, dimension)).columnsTimes(lengths),
        unit(directions.columns(range(0, free))),
        images.columnsTimes(lengths).applyTranspose(projected));
  }

  /** w. */
  Vec at(Vec zeta, Vec eta) {
    return origin.plus(seen.apply(zeta)).plus(unseen.apply(eta));
  }

  /** Rows of a least-squares problem. */
  private record Rows(Matrix map, Vec target) {}

  /** R/√N for each equation, and √(λ ridge) A for each ridge. */
  private static Rows rows(PenalisedProblem problem, List<Penalty> penalties) {
    RegressionSummary data = problem.data();
    int p = data.terms();
    double scale = 1 / Math.sqrt((double) Math.max(1, data.samples()));
    List<double[]> rows = new ArrayList<>();
    List<Double> target = new ArrayList<>();
    for (int i = 0; i < data.responses(); i++) {
      for (int k = 0; k < p; k++) {
        double[] row = new double[problem.unknowns()];
        for (int j = k; j < p; j++) {
          row[i * p + j] = data.triangle().get(k, j) * scale;
        }
        rows.add(row);
        target.add(data.triangle().get(k, p + i) * scale);
      }
    }
    for (Penalty penalty : penalties) {
      double ridge = Epigraph.ridge(penalty);
      for (int k = 0; ridge > 0 && k < penalty.map().rows(); k++) {
        rows.add(row(penalty, k).times(Math.sqrt(ridge)).toArray());
        target.add(0.0);
      }
    }
    return new Rows(
        Matrix.ofRows(rows.toArray(double[][]::new)),
        Vec.adopt(target.stream().mapToDouble(y -> y).toArray()));
  }

  private static Vec row(Penalty penalty, int k) {
    double[] unit = new double[penalty.map().rows()];
    unit[k] = 1;
    return penalty.map().applyTranspose(Vec.adopt(unit));
  }

  private static Matrix unit(Matrix columns) {
    return columns.columnsTimes(columns.columnNorms().map(length -> 1 / length));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
