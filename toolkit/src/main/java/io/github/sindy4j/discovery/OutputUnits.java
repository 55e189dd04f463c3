package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * A factor for every output of a function, in the coordinates of a {@link Measure}.
 *
 * @param factors one for each of n outputs
 * @param interleaved whether coordinate r belongs to output r mod n; else the outputs follow each
 *     other
 */
record OutputUnits(Vec factors, boolean interleaved) {
  /** One function a column, each output multiplied by its factor. */
  Matrix scaled(Matrix functions) {
    double[] values = functions.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] *= factor(k / functions.cols(), functions.rows());
    }
    return Matrix.adopt(functions.rows(), functions.cols(), values);
  }

  /** The same of one function. */
  Vec scaled(Vec function) {
    double[] values = function.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] *= factor(k, values.length);
    }
    return Vec.adopt(values);
  }

  private double factor(int row, int rows) {
    int n = factors.size();
    return factors.get(interleaved ? row % n : row / (rows / n));
  }

  /** The map followed by the factors. */
  LinearMap after(LinearMap map) {
    return new Scaled(map, this);
  }

  private record Scaled(LinearMap map, OutputUnits units) implements LinearMap {
    @Override
    public int rows() {
      return map.rows();
    }

    @Override
    public int cols() {
      return map.cols();
    }

    @Override
    public Vec apply(Vec x) {
      return units.scaled(map.apply(x));
    }

    @Override
    public Vec applyTranspose(Vec y) {
      return map.applyTranspose(units.scaled(y));
    }
  }
}
