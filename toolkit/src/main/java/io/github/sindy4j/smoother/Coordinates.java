package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Subset;
import java.util.Map;
import java.util.SortedMap;

/** Rows [P | b] over vec(W) as rows [P N | b − P w₀] over z, where vec(W) = w₀ + N z. */
record Coordinates(Parametrisation space) {
  /** The number of coordinates. */
  int size() {
    return space.dimension();
  }

  /** The triangle over z of a triangle over all of vec(W). */
  Matrix reduced(Matrix triangle) {
    return space.isEverything()
        ? triangle
        : TriangularFold.triangle(Matrix.adopt(triangle.rows(), size() + 1, rows(triangle, 0)));
  }

  /** Rows over the coefficients from {@code offset} on, and b, as rows over z. */
  double[] rows(Matrix rows, int offset) {
    int k = size();
    int terms = rows.cols() - 1;
    double[] reduced = new double[rows.rows() * (k + 1)];
    for (int j = 0; j < terms; j++) {
      SortedMap<Integer, Double> columns = space.basis().row(offset + j);
      double origin = space.origin().get(offset + j);
      for (int r = 0; r < rows.rows(); r++) {
        double entry = rows.get(r, j);
        for (Map.Entry<Integer, Double> column : columns.entrySet()) {
          reduced[r * (k + 1) + column.getKey()] += entry * column.getValue();
        }
        reduced[r * (k + 1) + k] -= entry * origin;
      }
    }
    for (int r = 0; r < rows.rows(); r++) {
      reduced[r * (k + 1) + k] += rows.get(r, terms);
    }
    return reduced;
  }

  /** z of W. */
  Vec of(Matrix model) {
    return space.coordinates(model.vec());
  }

  /** W of a fit of some coordinates, the others being zero. */
  Matrix model(Subset fit, int states) {
    double[] z = new double[size()];
    for (int j = 0; j < fit.terms().size(); j++) {
      z[fit.terms().get(j)] = fit.coefficients().get(j);
    }
    double[] w = space.at(Vec.adopt(z)).toArray();
    return Matrix.adopt(states, w.length / states, w);
  }
}
