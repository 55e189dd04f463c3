package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Eigenvalues;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * min ‖P L(d)‖_F / ‖L(d)‖_F over the directions d that the data leave free: how far the matrices of
 * rank r are from touching the plane of interpolants along a line. At 0 the point of rank r need
 * not be alone.
 *
 * <p>By the method of Lanczos in the inner product ⟨L(a), L(b)⟩_F, with full orthogonalisation: the
 * smallest Ritz value comes down to the smallest eigenvalue of A₁ Lᵀ P L, exactly when the steps
 * are as many as the free directions.
 */
final class Isolation {
  private static final int STEPS = 60;

  private Isolation() {}

  static double of(FixedRank point, DataPlane plane) {
    int free = plane.basis().cols() - plane.undetermined();
    int steps = Math.min(free, STEPS);
    List<Vec> basis = new ArrayList<>();
    List<Vec> weighted = new ArrayList<>();
    // A fixed start that no symmetry of the problem favours; ker Θ is reached through A₁.
    SplittableRandom random = new SplittableRandom(1);
    Vec next = plane.solve(Vec.zeros(plane.origin().size()).map(zero -> random.nextGaussian()));
    double[] diagonal = new double[steps];
    double[] beside = new double[steps];
    int done = 0;
    while (done < steps) {
      next = orthogonal(next, basis, weighted);
      Vec gram = plane.map().applyTranspose(plane.map().apply(next));
      double length = Math.sqrt(Math.max(0, next.dot(gram)));
      if (done > 0 && length < 1e-10) {
        break;
      }
      if (done > 0) {
        beside[done - 1] = length;
      }
      Vec unit = next.times(1 / length);
      basis.add(unit);
      weighted.add(gram.times(1 / length));
      Vec image = point.normal(plane, unit);
      diagonal[done++] = unit.dot(image);
      next = plane.solve(image);
    }
    return Math.sqrt(Math.max(0, smallest(diagonal, beside, done)));
  }

  private static Vec orthogonal(Vec x, List<Vec> basis, List<Vec> weighted) {
    Vec left = x;
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < basis.size(); k++) {
        left = left.plus(-left.dot(weighted.get(k)), basis.get(k));
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
