package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Complement;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.OrthonormalRows;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;

/**
 * The interpolants {w : Θ w = y, C w = d} in the coordinates of {@link ImageMetric}: w = R v + K c
 * interpolates for some c exactly when Q v = c₀, Q Qᵀ = I. There ‖L(w) − Z‖_F is a plain distance
 * of v, and the nearest v to any other is v − Qᵀ(Q v − c₀).
 *
 * <p>Directions of ker Θ on which L vanishes are no matter of v; {@code undetermined} counts them,
 * and along them w is the shortest.
 */
final class DataPlane {
  private final ImageMetric metric;
  private final Matrix rows;
  private final Vec values;
  private final Matrix onKernel;
  private final OrthonormalRows equations;
  private final int undetermined;
  private final Matrix originImage;

  private DataPlane(ImageMetric metric, Matrix rows, Vec values) {
    this.metric = metric;
    this.rows = rows;
    this.values = values;
    this.onKernel = rows.times(metric.kernel());
    Complement unseen = Complement.of(onKernel, Tolerance.RANK);
    this.equations =
        OrthonormalRows.of(unseen.of(metric.onImages(rows)), unseen.of(values), Tolerance.RANK);
    this.undetermined = metric.kernel().cols() - unseen.rank();
    this.originImage = metric.image(origin());
  }

  /** Of a problem with the metric of its map. */
  static DataPlane of(InterpolationProblem problem, ImageMetric metric) {
    return new DataPlane(metric, problem.equations(), problem.rightSides());
  }

  /** L. */
  MatrixMap map() {
    return metric.map();
  }

  /** The places at which not every image is zero. */
  int[] support() {
    return metric.support();
  }

  /** By how much the equations contradict each other; rounding when they do not. */
  double contradiction() {
    return equations.residual();
  }

  /** dim(ker Θ ∩ ker L). */
  int undetermined() {
    return undetermined;
  }

  /** The dimension of the images that interpolate. */
  int dimension() {
    return metric.dimension() - equations.rows().rows();
  }

  /** The v of least ‖L(w)‖_F = ‖v‖. */
  Vec origin() {
    return equations.shortest();
  }

  /** L(R v). */
  Matrix image(Vec v) {
    return metric.image(v);
  }

  /** Rᵀ Lᵀ(Z), the transpose of v ↦ L(R v). */
  Vec pull(Matrix z) {
    return metric.pull(z);
  }

  /** The interpolant whose image is nearest to Z. */
  Vec nearest(Matrix z) {
    return returned(pull(z));
  }

  /** The part of a direction that the data leave free. */
  Vec free(Vec d) {
    return equations.free(d);
  }

  /** The nearest interpolant to v. */
  Vec returned(Vec v) {
    return equations.nearest(v);
  }

  /** w = R v + K c, the shortest that interpolates. */
  Vec coefficients(Vec v) {
    Vec seen = metric.coefficients(v);
    Matrix kernel = metric.kernel();
    if (kernel.cols() == 0) {
      return seen;
    }
    NullSpace unseen =
        NullSpace.byReflections(onKernel, values.minus(rows.apply(seen)), Tolerance.RANK);
    Vec shortest = kernel.applyTranspose(seen).times(-1).minus(unseen.particular());
    Vec along = unseen.basis().apply(unseen.basis().applyTranspose(shortest));
    return seen.plus(kernel.apply(unseen.particular().plus(along)));
  }

  /**
   * The nearest matrix to Λ with Bᵀ Lᵀ(Λ) = 0, divided by its operator norm where that exceeds 1: a
   * feasible point of the dual programme.
   */
  Matrix dual(Matrix lambda) {
    Matrix feasible = lambda;
    // The second pass takes away what rounding in R leaves of the first.
    for (int pass = 0; pass < 2; pass++) {
      feasible = feasible.minus(image(free(pull(feasible))));
    }
    return feasible.scaled(1 / Math.max(1, SingularValues.largest(feasible)));
  }

  /** ⟨Λ, L(w)⟩, the same for every interpolant w when Λ is feasible. */
  double dualValue(Matrix lambda) {
    return lambda.dot(originImage);
  }
}
