package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Vec;

/**
 * Looks for an image L(w), w on the data, of rank r: a point of both the affine set of images and
 * the set of matrices of rank at most r, by projections on each in turn and a polish when they come
 * near each other. It may fail where there is such a point.
 */
final class RankSearch {
  private static final int EVERY = 20;
  private static final double NEAR = 3e-2;
  private static final int POLISH_STEPS = 30;
  private static final int DESCENT_STEPS = 200;

  private final Interpolants set;
  private final int rank;
  private final int steps;

  RankSearch(Interpolants set, int rank, int steps) {
    this.set = set;
    this.rank = rank;
    this.steps = steps;
  }

  /**
   * Where a search ended.
   *
   * @param w on the data
   * @param tail of L(w) beyond rank r
   * @param steps how many it took
   */
  record End(Vec w, double tail, int steps) {
    boolean hasRank() {
      return tail < MinimumRank.TAIL;
    }
  }

  /** The interpolant of least ‖L(w)‖_F, as it is. */
  End least() {
    RankDescent least = RankDescent.at(set, set.least(), rank);
    return new End(least.w(), least.tail(), 0);
  }

  /** Damped Gauss–Newton steps alone: often enough, and the cheapest. */
  End descent(Vec start) {
    RankDescent polished = RankDescent.of(set, start, rank, DESCENT_STEPS);
    return new End(polished.w(), polished.tail(), 0);
  }

  /**
   * Averaged reflections: b = the nearest matrix of rank r to x, a = the nearest image to 2 b − x,
   * x ← x + 2 β (a − b).
   */
  End reflections(Matrix start, double relaxation) {
    Matrix x = start;
    Nearness nearness = new Nearness();
    for (int step = 1; step <= steps; step++) {
      Matrix b = LeadingSpaces.nearest(x, rank);
      Vec w = set.nearest(b.scaled(2).minus(x));
      Matrix a = set.map().apply(w);
      Matrix difference = a.minus(b);
      x = x.plus(2 * relaxation, difference);
      if (nearness.found(step, w, difference.norm() / b.norm())) {
        break;
      }
    }
    return nearness.end();
  }

  /**
   * The nuclear norm without its r largest parts, Σ_{k > r} σₖ(L(w)), made small by alternating
   * directions from w on.
   */
  End truncatedNorm(Vec start) {
    Nearness nearness = new Nearness();
    Matrix image = set.map().apply(start);
    double size = image.norm();
    if (size == 0 || nearness.found(0, start, NEAR)) {
      return size == 0 ? new End(start, 0, 0) : nearness.end();
    }
    double threshold =
        LeadingSpaces.of(image, 0).largest() / Math.sqrt(Math.min(image.rows(), image.cols()));
    Matrix dual = Matrix.zeros(image.rows(), image.cols());
    for (int step = 1; step <= steps; step++) {
      Matrix z = shrunk(image.plus(1, dual), threshold);
      Vec w = set.nearest(z.minus(dual));
      image = set.map().apply(w);
      Matrix difference = image.minus(z);
      dual = dual.plus(1, difference);
      if (nearness.found(step, w, difference.norm() / z.norm())) {
        break;
      }
    }
    return nearness.end();
  }

  /** The proximal map of t Σ_{k > r} σₖ: the r largest singular values stay, others lose t. */
  private Matrix shrunk(Matrix x, double t) {
    if (x.rows() < x.cols()) {
      return shrunk(x.transpose(), t).transpose();
    }
    SymmetricEigen eigen = SymmetricEigen.of(x.gram());
    Matrix v = eigen.vectors();
    double[] weighted = v.toArray();
    for (int k = 0; k < weighted.length; k++) {
      int column = k % v.cols();
      if (column >= rank) {
        double sigma = Math.sqrt(Math.max(eigen.values().get(column), 0));
        weighted[k] *= sigma > t ? 1 - t / sigma : 0;
      }
    }
    return x.times(Matrix.adopt(v.rows(), v.cols(), weighted).timesTranspose(v));
  }

  /** Tries a polish when the sets are near, and again when they are twice as near. */
  private final class Nearness {
    private double enough = NEAR;
    private double tail = Double.POSITIVE_INFINITY;
    private Vec best = set.least();
    private int last;

    boolean found(int step, Vec w, double distance) {
      last = step;
      if (step % EVERY != 0 || !(distance <= enough)) {
        return false;
      }
      RankDescent polished = RankDescent.of(set, w, rank, POLISH_STEPS);
      enough = distance / 2;
      if (polished.tail() < tail) {
        tail = polished.tail();
        best = polished.w();
      }
      return tail < MinimumRank.TAIL;
    }

    /** The best point; where no polish was enough, after a long descent from it. */
    End end() {
      if (tail < MinimumRank.TAIL) {
        return new End(best, tail, last);
      }
      RankDescent polished = RankDescent.of(set, best, rank, DESCENT_STEPS);
      return new End(polished.w(), polished.tail(), last);
    }
  }
}
