package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Eigenvalues;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * min ‖P L(d)‖_F / ‖L(d)‖_F over the directions d that the data leave free: how far the matrices of
 * rank r are from touching the plane of interpolants along a line. At 0 the point of rank r need
 * not be alone.
 *
 * <p>By the method of Lanczos with full orthogonalisation: the smallest Ritz value comes down to
 * the smallest eigenvalue of F (see {@link FixedRank#solve}), exactly when the steps are as many as
 * the free directions. It ends when ten steps no longer change it by a tenth.
 */
final class Isolation {
  private static final int STEPS = 60;
  private static final int CHECK_EVERY = 10;
  private static final double SETTLED = 0.1;

  /** What is left of a new direction below this is rounding: the others span all there are. */
  private static final double EXHAUSTED = 1e-8;

  private Isolation() {}

  static double of(FixedRank point, DataPlane plane) {
    int steps = Math.min(plane.dimension(), STEPS);
    List<Vec> basis = new ArrayList<>();
    // A fixed start that no symmetry of the problem favours.
    SplittableRandom random = new SplittableRandom(1);
    Vec next = plane.free(plane.origin().map(any -> random.nextGaussian()));
    double[] diagonal = new double[steps];
    double[] beside = new double[steps];
    double last = Double.POSITIVE_INFINITY;
    int done = 0;
    UnaryOperator<Vec> normal = point.normal(plane);
    while (done < steps) {
      next = orthogonal(next, basis);
      double length = next.norm();
      if (done > 0 && length < EXHAUSTED) {
        break;
      }
      if (done > 0) {
        beside[done - 1] = length;
      }
      Vec free = plane.free(next.times(1 / length));
      Vec unit = free.times(1 / free.norm());
      basis.add(unit);
      next = normal.apply(unit);
      diagonal[done++] = unit.dot(next);
      if (done % CHECK_EVERY == 0) {
        double least = smallest(diagonal, beside, done);
        if (least > (1 - SETTLED) * last) {
          break;
        }
        last = least;
      }
    }
    return Math.sqrt(Math.max(0, smallest(diagonal, beside, done)));
  }

  private static Vec orthogonal(Vec x, List<Vec> basis) {
    Vec left = x;
    for (int pass = 0; pass < 2; pass++) {
      for (Vec before : basis) {
        left = left.plus(-left.dot(before), before);
      }
    }
    return left;
  }

  private static double smallest(double[] diagonal, double[] beside, int size) {
    double[] dense = new double[size * size];
    for (int k = 0; k < size; k++) {
      dense[k * size + k] = diagonal[k];
      if (k + 1 < size) {
        dense[k * size + k + 1] = beside[k];
        dense[(k + 1) * size + k] = beside[k];
      }
    }
    Vec values = Eigenvalues.symmetric(Matrix.adopt(size, size, dense));
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      least = Math.min(least, values.get(k));
    }
    return least;
  }
}
