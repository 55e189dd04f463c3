package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.util.OptionalInt;

/**
 * Finds the symmetries of the set M that points lie on, without a model of it: v is one when it is
 * tangent to M everywhere,
 *
 * <pre> (S_M v)(p) = (I − P_p) v(p) = 0,   P_p the projector on the tangent space at p. </pre>
 *
 * <p>Tangent spaces are estimated from neighbouring points. The relative defect is
 *
 * <pre> ρ(v) = ‖S_M v‖ / √(‖v‖² + η² ‖Dv‖²),   η = 0.01, </pre>
 *
 * with means over the points, in coordinates in which they fill [−1, 1]^d. Its uncertainty is
 * √(mean of θ² |v|²) over the same root, θ being the angle by which each tangent space may be off:
 * it grows with curvature times the neighbours' radius, and with noise. What the points cannot tell
 * is UNDECIDABLE. For pairs (x, ẋ) the generators act on the rates by Dv(x) ẋ, and M is the graph
 * of the field, so that v with S_M v = 0 commutes with it.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025 (the operator S_M).
 *
 * @param tolerance the largest defect of a symmetry, between 0 and 1
 * @param dimension m of M; where it is not given, it is estimated (for pairs: the number of states)
 * @param mostPoints tangent spaces are estimated at no more points than these, evenly picked; all
 *     points serve as neighbours
 */
public record Tangency(double tolerance, OptionalInt dimension, int mostPoints) {
  /** Checks the ranges. */
  public Tangency {
    BadSetting.require(
        tolerance > 0 && tolerance < 1,
        "tolerance",
        "must lie in (0, 1) but is " + tolerance,
        "It is compared with relative defects: 0.05 is usual");
    BadSetting.require(
        mostPoints >= 1,
        "Tangency.mostPoints",
        "must be at least 1 but is " + mostPoints,
        "Some hundreds are usual");
    BadSetting.require(
        dimension.isEmpty() || dimension.getAsInt() >= 1,
        "Tangency.dimension",
        "must be at least 1",
        "A curve has dimension 1, a surface 2");
  }

  /** Tolerance 0.05, dimension from the points, at most 1000 of them. */
  public static Tangency defaults() {
    return new Tangency(0.05, OptionalInt.empty(), 1000);
  }

  /** The same with another tolerance. */
  public Tangency withTolerance(double newTolerance) {
    return new Tangency(newTolerance, dimension, mostPoints);
  }

  /** The same for a set of this dimension. */
  public Tangency withDimension(int newDimension) {
    return new Tangency(tolerance, OptionalInt.of(newDimension), mostPoints);
  }

  /** The same with tangent spaces at no more points than these. */
  public Tangency withMostPoints(int newMost) {
    return new Tangency(tolerance, dimension, newMost);
  }

  /** Symmetries of the set that these points, one a row, lie on. */
  public SymmetrySpectrum of(Matrix points, GeneratorSpace candidates) {
    return new TangencyRun(this, candidates, points, Matrix.zeros(points.rows(), 0)).spectrum();
  }

  /** Symmetries of the field ẋ = F(x) of which these are states and rates, sample by sample. */
  public SymmetrySpectrum ofPairs(Matrix states, Matrix rates, GeneratorSpace candidates) {
    if (states.rows() != rates.rows() || states.cols() != rates.cols()) {
      throw new IllegalArgumentException(
          "Tangency: states %d×%d, rates %d×%d"
              .formatted(states.rows(), states.cols(), rates.rows(), rates.cols()));
    }
    return new TangencyRun(this, candidates, states, rates).spectrum();
  }
}
