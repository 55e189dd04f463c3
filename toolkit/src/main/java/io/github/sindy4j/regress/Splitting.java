package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
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

  private final Shrinkage shrinkage = new Shrinkage();
  private final DataPlane plane;
  private final double relaxation;
  private Vec v;
  private Matrix image;
  private Matrix scaledDual;
  private double threshold;
  private int apparentRank;
  private int stableFor;
  private double primalResidual = Double.POSITIVE_INFINITY;
  private double dualResidual = Double.POSITIVE_INFINITY;

  /** From the interpolant of least ‖L(w)‖_F, which sets the threshold. */
  Splitting(DataPlane plane, double relaxation) {
    this.plane = plane;
    this.relaxation = relaxation;
    int rows = plane.map().rows();
    int cols = plane.map().cols();
    this.v = plane.origin();
    this.image = plane.image(v);
    this.scaledDual = Matrix.zeros(rows, cols);
    this.threshold = FIRST_THRESHOLD * SingularValues.largest(image);
  }

  void step() {
    double accuracy = Double.isInfinite(primalResidual) ? 0 : PRECISION * residual();
    Matrix z = shrinkage.shrink(image.plus(1, scaledDual), threshold, accuracy);
    int seen = shrinkage.apparentRank();
    stableFor = seen == apparentRank ? stableFor + 1 : 0;
    apparentRank = seen;
    Matrix relaxed = z.scaled(relaxation).plus(1 - relaxation, image);
    v = plane.nearest(relaxed.minus(scaledDual));
    Matrix next = plane.image(v);
    scaledDual = scaledDual.plus(1, next).minus(relaxed);
    double size = next.norm();
    primalResidual = next.minus(z).norm() / size;
    dualResidual = next.minus(image).norm() / size;
    image = next;
  }

  /** Moves the threshold to where both residuals fall alike. */
  void balance() {
    double ratio = primalResidual / (dualResidual + Double.MIN_NORMAL);
    double factor = ratio > 3 ? 0.6 : ratio < 1.0 / 3 ? 1 / 0.6 : 1;
    scaledDual = scaledDual.scaled(factor);
    threshold *= factor;
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
    return scaledDual.scaled(1 / threshold);
  }

  /** The ranks that Z may tend to: that without small values, and all of it. */
  IntStream ranks() {
    return IntStream.of(apparentRank, shrinkage.rank()).distinct();
  }

  /** For how many steps the apparent rank has not changed. */
  int stableFor() {
    return stableFor;
  }

  /** The larger of ‖L(w) − Z‖ and the last change of L(w), beside ‖L(w)‖. */
  double residual() {
    return Math.max(primalResidual, dualResidual);
  }
}
