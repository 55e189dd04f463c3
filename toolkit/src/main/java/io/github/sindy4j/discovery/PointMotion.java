package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Candidates at base points of a set, in scaled coordinates: (v, Dv ẋ) where there are rates, and
 * what of it is normal to the set.
 */
final class PointMotion {
  /** A generator this small on the points beside its derivative does not move them. */
  private static final double STILL = 1e-6;

  private static final double PARALLEL = 1e-4;

  private final Matrix states;
  private final Matrix rates;
  private final Region region;
  private final Vec units;
  private final List<Integer> bases;
  private final LocalTangents.Tangents tangents;
  private final List<Matrix> velocities = new ArrayList<>();
  private final Matrix slopes;

  /** Of points with (or without) rates, the base points being those with these numbers. */
  PointMotion(
      List<Generator> candidates,
      Matrix states,
      Matrix rates,
      Region region,
      Vec units,
      List<Integer> bases,
      LocalTangents.Tangents tangents) {
    this.states = states;
    this.rates = rates;
    this.region = region;
    this.units = units;
    this.bases = bases;
    this.tangents = tangents;
    List<double[]> slopeColumns = new ArrayList<>();
    for (Generator xi : candidates) {
      velocities.add(velocity(xi));
      slopeColumns.add(slope(xi));
    }
    this.slopes = Matrix.ofColumns(slopeColumns.toArray(double[][]::new));
  }

  /** The base points themselves. */
  Matrix places() {
    return picked(states);
  }

  private Matrix picked(Matrix all) {
    return Matrix.ofRows(bases.stream().map(l -> all.row(l).toArray()).toArray(double[][]::new));
  }

  /** (v, Dv ẋ), one point a row. */
  private Matrix velocity(Generator xi) {
    Library library = Library.of(xi.variables(), xi.components());
    Block x = Block.of(places());
    Block out = new Block(x.rows(), library.size());
    library.evaluate(x, out);
    double[] values = new double[x.rows() * units.size()];
    fill(values, 0, xi, library, out);
    if (rates.cols() > 0) {
      library.derivative(x, Block.of(picked(rates)), out);
      fill(values, states.cols(), xi, library, out);
    }
    return Matrix.adopt(x.rows(), units.size(), values);
  }

  private void fill(double[] values, int from, Generator xi, Library library, Block out) {
    for (int i = 0; i < xi.components().size(); i++) {
      int term = library.termNames().indexOf(xi.components().get(i).toString());
      for (int l = 0; l < out.rows(); l++) {
        values[l * units.size() + from + i] = out.get(l, term) * units.get(from + i);
      }
    }
  }

  private double[] slope(Generator xi) {
    Measure measure = new Measure(region, Optional.of(places()));
    return new CandidateFunctions(List.of(xi), measure).slopes().toArray();
  }

  Matrix slopes() {
    return slopes;
  }

  /** What is left of v at base point l. */
  interface Part {
    Vec of(int l, Vec v);
  }

  Vec normal(int l, Vec v) {
    return tangents.normals().get(l).apply(v);
  }

  Vec whole(int l, Vec v) {
    return v;
  }

  /** One column for each candidate: that part of it at all base points, divided by √N. */
  Matrix stacked(Part part) {
    double[][] columns = new double[velocities.size()][];
    double scale = 1 / Math.sqrt(bases.size());
    for (int a = 0; a < columns.length; a++) {
      columns[a] = new double[bases.size() * units.size()];
      for (int l = 0; l < bases.size(); l++) {
        Vec left = part.of(l, velocities.get(a).row(l)).times(scale);
        System.arraycopy(left.toArray(), 0, columns[a], l * units.size(), units.size());
      }
    }
    return Matrix.ofColumns(columns);
  }

  private Matrix velocity(Vec b) {
    double[] sum = new double[bases.size() * units.size()];
    for (int a = 0; a < velocities.size(); a++) {
      double[] own = velocities.get(a).toArray();
      for (int k = 0; k < sum.length && b.get(a) != 0; k++) {
        sum[k] += b.get(a) * own[k];
      }
    }
    return Matrix.adopt(bases.size(), units.size(), sum);
  }

  double uncertainty(Vec b, RelativeDefect relative) {
    if (isStill(b)) {
      return Double.POSITIVE_INFINITY;
    }
    Matrix v = velocity(b);
    double squares = 0;
    for (int l = 0; l < v.rows(); l++) {
      double moved = tangents.errors().get(l) * v.row(l).norm();
      squares += Double.isNaN(moved) ? 0 : moved * moved / v.rows();
    }
    return Math.sqrt(squares) / relative.size(b);
  }

  /** Whether v vanishes at all points. */
  boolean isStill(Vec b) {
    return velocity(b).norm() / Math.sqrt(bases.size()) <= STILL * slopes.apply(b).norm();
  }

  /** Whether v is the field itself, up to a factor. */
  boolean isField(Vec b) {
    if (rates.cols() == 0) {
      return false;
    }
    Matrix v = velocity(b);
    double product = 0;
    double own = 0;
    double other = 0;
    for (int l = 0; l < v.rows(); l++) {
      for (int i = 0; i < states.cols(); i++) {
        double rate = rates.get(bases.get(l), i) * units.get(i);
        product += v.get(l, i) * rate;
        own += v.get(l, i) * v.get(l, i);
        other += rate * rate;
      }
    }
    return Math.abs(product) >= (1 - PARALLEL) * Math.sqrt(own * other) && own * other > 0;
  }
}
