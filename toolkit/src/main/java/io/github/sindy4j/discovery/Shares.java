package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/** How a combination of candidates is made up of a basis: b = Σ sₖ bₖ. */
final class Shares {
  private static final double NOTHING = 1e-7;

  private Shares() {}

  /** s, relative to the largest; zeros when b lies outside the span. Sizes weigh the candidates. */
  static Vec of(Vec b, List<Vec> basis, Vec sizes) {
    int d = basis.size();
    double[][] columns = new double[d + 1][];
    for (int k = 0; k < d; k++) {
      columns[k] = weighed(basis.get(k), sizes).toArray();
    }
    columns[d] = weighed(b, sizes).toArray();
    Matrix orthonormal = FunctionColumns.orthonormal(Matrix.ofColumns(Arrays.copyOf(columns, d)));
    Vec target = Vec.of(columns[d]);
    Vec inside = orthonormal.apply(orthonormal.applyTranspose(target));
    if (target.minus(inside).norm() > NOTHING * target.norm()) {
      return Vec.zeros(d);
    }
    Matrix triangle = TriangularFold.triangle(Matrix.ofColumns(columns));
    Vec shares = Triangle.solve(triangle, triangle.col(d).slice(0, d), d);
    double[] weights = new double[d];
    for (int k = 0; k < d; k++) {
      weights[k] = Math.abs(shares.get(k)) * Vec.of(columns[k]).norm();
    }
    Vec parts = Vec.adopt(weights);
    double largest = parts.maxAbs();
    return parts.map(v -> v <= NOTHING * largest ? 0 : v / largest);
  }

  /** Which of those with a share has the most entries; the last such; −1 when none has a share. */
  static int mostComplex(Vec shares, List<Vec> basis) {
    int found = -1;
    long most = -1;
    for (int k = 0; k < basis.size(); k++) {
      long entries = Arrays.stream(basis.get(k).toArray()).filter(v -> v != 0).count();
      if (shares.get(k) > 0 && entries >= most) {
        found = k;
        most = entries;
      }
    }
    return found;
  }

  /** Whether only one has a share. */
  static boolean isAlone(Vec shares) {
    return Arrays.stream(shares.toArray()).filter(v -> v > 0).count() == 1;
  }

  private static Vec weighed(Vec b, Vec sizes) {
    double[] entries = b.toArray();
    for (int a = 0; a < entries.length; a++) {
      entries[a] *= sizes.get(a);
    }
    return Vec.adopt(entries);
  }
}
