package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.stream.IntStream;

/**
 * The points where those planes that pull hold with equality, G x = g for these rows; the others do
 * not count.
 */
final class Corner {
  /** Multipliers below this part of the largest do not pull. */
  private static final double PULLS = 1e-12;

  private final int planes;
  private final int[] pulling;
  private final Matrix rows;
  private final NullSpace held;

  /**
   * The corner that a solver found, with limits other than it had.
   *
   * @param normals G, of unit rows
   * @param limits g
   * @param found its multipliers
   */
  Corner(Matrix normals, Vec limits, Vec found) {
    this.planes = found.size();
    this.pulling =
        IntStream.range(0, planes).filter(r -> found.get(r) > PULLS * found.maxAbs()).toArray();
    this.rows = normals.rowsAt(pulling);
    double[] equalTo = IntStream.of(pulling).mapToDouble(limits::get).toArray();
    this.held = NullSpace.byReflections(rows, Vec.adopt(equalTo), Tolerance.RANK);
  }

  /** Its point x nearest to a target. */
  Vec nearest(Vec target) {
    return held.particular().plus(held.basis().apply(held.basis().applyTranspose(target)));
  }

  /**
   * m with x + Gᵀ m = target, 0 for the planes that do not pull; negative where the corner is not
   * that of a minimum.
   */
  Vec multipliers(Vec target) {
    Vec pull = target.minus(nearest(target));
    Vec own = NullSpace.byReflections(rows.transpose(), pull, Tolerance.RANK).particular();
    double[] multipliers = new double[planes];
    for (int k = 0; k < pulling.length; k++) {
      multipliers[pulling[k]] = own.get(k);
    }
    return Vec.adopt(multipliers);
  }
}
