package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The iteration of Douglas and Rachford for min ‖Z‖_* with Z = L(w), w on the data: Z ← shrink(L(w)
 * + U, t), H ← a Z + (1 − a) L(w), w ← argmin ‖L(w) − (H − U)‖_F, U ← U + L(w) − H. U/t tends to a
 * dual solution. Every w is on the data.
 */
final class Splitting {
  /** The first threshold beside ‖L(w)‖₂: the best of 0.1 to 2 over many problems and sizes. */
  private static final double FIRST_THRESHOLD = 0.3;

  /** The error of a shrinkage beside the residual of the iteration. */
  private static final double PRECISION = 1e-3;

  private static final int MEMORY = 10;

  /** A change longer than this beside the shortest so far breaks the promise. */
  private static final double WORSE = 1;

  private final Anderson anderson = new Anderson(MEMORY);
  private final List<State> states = new ArrayList<>();
  private Optional<State> fallback = Optional.empty();
  private double shortest = Double.POSITIVE_INFINITY;
  private final Shrinkage shrinkage = new Shrinkage();
  private final DataPlane plane;
  private final double relaxation;
  private Vec v;
  private Matrix image;

  /** L(w) + U, the whole state. */
  private Matrix sum;

  private double threshold;
  private int apparentRank;
  private int stableFor;
  private double primalResidual = Double.POSITIVE_INFINITY;
  private double dualResidual = Double.POSITIVE_INFINITY;

  /** From the interpolant of least ‖L(w)‖_F, which sets the threshold. */
  Splitting(DataPlane plane, double relaxation) {
    this.plane = plane;
    this.relaxation = relaxation;
    this.v = plane.origin();
    this.image = plane.image(v);
    this.sum = image;
    this.threshold = FIRST_THRESHOLD * SingularValues.largest(image);
  }

  void step() {
    double accuracy = Double.isInfinite(primalResidual) ? 0 : PRECISION * residual();
    Matrix z = shrinkage.shrink(sum, threshold, accuracy);
    int seen = shrinkage.apparentRank();
    stableFor = seen == apparentRank ? stableFor + 1 : 0;
    apparentRank = seen;
    Matrix relaxed = z.scaled(relaxation).plus(1 - relaxation, image);
    // H − U, with U = sum − L(w).
    Matrix aim = relaxed.minus(sum).plus(1, image);
    Vec nextV = plane.nearest(aim);
    Matrix nextImage = plane.image(nextV);
    Matrix nextSum = nextImage.scaled(2).minus(aim);
    double size = nextImage.norm();
    primalResidual = nextImage.minus(z).norm() / size;
    dualResidual = nextImage.minus(image).norm() / size;
    advance(new State(nextV, nextImage, nextSum), nextSum.minus(sum));
  }

  /**
   * To what the last iterates together promise; back to the last plain one when that promise was
   * not kept.
   */
  private void advance(State next, Matrix change) {
    double length = change.norm();
    if (fallback.isPresent() && length > WORSE * shortest) {
      set(fallback.get());
      forget();
      return;
    }
    shortest = Math.min(shortest, length);
    anderson.add(change);
    if (states.size() == MEMORY) {
      states.remove(0);
    }
    states.add(next);
    Optional<Vec> weights = anderson.weights();
    fallback = weights.isPresent() ? Optional.of(next) : Optional.empty();
    set(weights.map(this::mixed).orElse(next));
  }

  private State mixed(Vec weights) {
    Vec mixedV = Vec.zeros(v.size());
    List<Matrix> sums = new ArrayList<>();
    for (int j = 0; j < states.size(); j++) {
      mixedV = mixedV.plus(weights.get(j), states.get(j).v);
      sums.add(states.get(j).sum);
    }
    return new State(mixedV, plane.image(mixedV), Matrix.combination(weights, sums));
  }

  private void set(State state) {
    v = state.v;
    image = state.image;
    sum = state.sum;
  }

  private void forget() {
    anderson.forget();
    states.clear();
    fallback = Optional.empty();
    shortest = Double.POSITIVE_INFINITY;
  }

  /** Moves the threshold to where both residuals fall alike. */
  void balance() {
    double ratio = primalResidual / (dualResidual + Double.MIN_NORMAL);
    double factor = ratio > 3 ? 0.6 : ratio < 1.0 / 3 ? 1 / 0.6 : 1;
    if (factor != 1) {
      sum = image.plus(factor, sum.minus(image));
      threshold *= factor;
      forget();
    }
  }

  Vec v() {
    return v;
  }

  /** ‖L(w)‖_*. */
  double value() {
    return SingularValues.of(image).sum();
  }

  /** L(w). */
  Matrix image() {
    return image;
  }

  /** U/t. */
  Matrix dual() {
    return sum.minus(image).scaled(1 / threshold);
  }

  /**
   * The ranks that the minimum may have: that of Z without small values, that of all of it, and
   * where the singular values of L(w) fall most steeply.
   */
  IntStream ranks() {
    return IntStream.of(apparentRank, shrinkage.rank(), SingularValues.of(image).steepest())
        .distinct();
  }

  /** For how many steps the apparent rank has not changed. */
  int stableFor() {
    return stableFor;
  }

  /** The larger of ‖L(w) − Z‖ and the last change of L(w), beside ‖L(w)‖. */
  double residual() {
    return Math.max(primalResidual, dualResidual);
  }

  /** An iterate. */
  private record State(Vec v, Matrix image, Matrix sum) {}
}
