package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.stream.IntStream;

/**
 * The point nearest to a target where those planes that pull hold with equality and the others do
 * not count: x + Gᵀ m = target, G x = g for these rows.
 *
 * @param x the point
 * @param multipliers m, 0 for the other rows; negative where the rows are not those of a minimum
 */
record Corner(Vec x, Vec multipliers) {
  /** Multipliers below this part of the largest do not pull. */
  private static final double PULLS = 1e-12;

  /**
   * The corner that a solver found, with limits other than it had.
   *
   * @param normals G, of unit rows
   * @param limits g
   * @param found its multipliers
   */
  static Corner of(Vec target, Matrix normals, Vec limits, Vec found) {
    int[] pulling =
        IntStream.range(0, found.size())
            .filter(r -> found.get(r) > PULLS * found.maxAbs())
            .toArray();
    Matrix rows = normals.rowsAt(pulling);
    double[] equalTo = IntStream.of(pulling).mapToDouble(limits::get).toArray();
    NullSpace held = NullSpace.byReflections(rows, Vec.adopt(equalTo), Tolerance.RANK);
    Vec x = held.particular().plus(held.basis().apply(held.basis().applyTranspose(target)));
    Vec own =
        NullSpace.byReflections(rows.transpose(), target.minus(x), Tolerance.RANK).particular();
    double[] multipliers = new double[found.size()];
    for (int k = 0; k < pulling.length; k++) {
      multipliers[pulling[k]] = own.get(k);
    }
    return new Corner(x, Vec.adopt(multipliers));
  }
}
