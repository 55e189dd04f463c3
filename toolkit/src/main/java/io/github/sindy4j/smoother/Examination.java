package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The end of a run, looked at once more: what its residuals and its covariance say. */
final class Examination {
  /** Squared quadrature errors are known to this factor. */
  private static final double ERRORS = 4;

  private final Ground ground;
  private final Iterate end;
  private final List<Linearised> pieces;
  private final List<BandedCholesky> factors;

  private Examination(
      Ground ground, Iterate end, List<Linearised> pieces, List<BandedCholesky> factors) {
    this.ground = ground;
    this.end = end;
    this.pieces = pieces;
    this.factors = factors;
  }

  /** Empty where a covariance is singular in floating point. */
  static Optional<Examination> of(Ground ground, Iterate end) {
    List<Linearised> pieces =
        IntStream.range(0, ground.pieces().size())
            .parallel()
            .mapToObj(k -> linearised(ground, end, k))
            .toList();
    return factors(pieces, end.noise(), end.defect())
        .map(factors -> new Examination(ground, end, pieces, factors));
  }

  private static Linearised linearised(Ground ground, Iterate end, int k) {
    StepRule rule = ground.rules().of(end.order()).get(k);
    double[] x = end.states().get(k);
    double[] arguments = rule.points().arguments(x, ground.states());
    double[] controls = rule.points().controls();
    return new Linearised(
        ground.pieces().get(k),
        rule,
        x,
        ground.field().terms(arguments, controls),
        ground.field().jacobians(arguments, controls, end.model()));
  }

  private static Optional<List<BandedCholesky>> factors(
      List<Linearised> pieces, Vec noise, Vec defect) {
    List<Optional<BandedCholesky>> factors =
        pieces.parallelStream()
            .map(piece -> piece.covariance(noise.toArray(), defect.toArray()))
            .toList();
    return factors.stream().allMatch(Optional::isPresent)
        ? Optional.of(factors.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** L⁻¹ (b − P c) of each piece, equation by equation within a step. */
  private List<double[]> residuals(List<BandedCholesky> by) {
    return IntStream.range(0, pieces.size())
        .parallel()
        .mapToObj(
            k -> {
              double[] r = pieces.get(k).residual(end.model());
              by.get(k).lowerSolve(r);
              return r;
            })
        .toList();
  }

  /**
   * Standard deviations of the smoothed states, given the model: the roots of the diagonal of Σ − Σ
   * Gᵀ S⁻¹ G Σ, for each piece N×d row-major.
   */
  List<double[]> deviations() {
    int d = ground.states();
    return IntStream.range(0, pieces.size())
        .parallel()
        .mapToObj(
            k -> {
              SymmetricBand inverse = factors.get(k).inverseBand();
              double[] deviations = pieces.get(k).pulls(inverse);
              for (int e = 0; e < deviations.length; e++) {
                double noise = end.noise().get(e % d);
                deviations[e] = Math.sqrt(Math.max(0, noise - noise * noise * deviations[e]));
              }
              return deviations;
            })
        .toList();
  }

  /** What it says, without functions that are missing. */
  Diagnosis diagnosis() {
    int d = ground.states();
    List<double[]> residuals = residuals(factors);
    Vec least = least();
    double own = deviance(residuals, factors);
    double[] shares = new double[d];
    double[] ratios = new double[d];
    for (int i = 0; i < d; i++) {
      shares[i] = Math.sqrt(end.defect().get(i) / squaredChange(i));
      ratios[i] = end.defect().get(i) > least.get(i) ? deviance(i, least.get(i)) - own : 0;
    }
    return new Diagnosis(
        Whiteness.of(residuals, d), Vec.adopt(shares), Vec.adopt(ratios), List.of());
  }

  /** What q would be if the quadrature and rounding were all that is wrong. */
  private Vec least() {
    IntFunction<List<double[]>> fields = ground.fields(end.states(), end.model());
    double[] nothing = new double[ground.states()];
    double[] floor = ground.floored(end.withDefect(Vec.adopt(nothing)), fields).toArray();
    double[] errors = ground.rules().squaredErrors(end.order(), fields, ground.states());
    for (int i = 0; i < floor.length; i++) {
      double mean = errors[i] / ground.rules().rows();
      double share = 1e-8 * ground.rules().scale() * end.noise().get(i);
      floor[i] = Math.max(Math.max(floor[i], share), ERRORS * mean);
    }
    return Vec.adopt(floor);
  }

  /** The deviance with another q of one equation; that of q itself where S becomes singular. */
  private double deviance(int equation, double defect) {
    double[] other = end.defect().toArray();
    other[equation] = defect;
    return factors(pieces, end.noise(), Vec.adopt(other))
        .map(by -> deviance(residuals(by), by))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** ‖L⁻¹ (b − P c)‖² + log det S. */
  private static double deviance(List<double[]> residuals, List<BandedCholesky> factors) {
    double sum = factors.stream().mapToDouble(BandedCholesky::logDeterminant).sum();
    for (double[] piece : residuals) {
      for (double r : piece) {
        sum += r * r;
      }
    }
    return sum;
  }

  /** The mean of (D x)² of an equation. */
  private double squaredChange(int equation) {
    int d = ground.states();
    double sum = 0;
    for (int k = 0; k < pieces.size(); k++) {
      double[] change = pieces.get(k).rule().differences(end.states().get(k), d);
      for (int e = equation; e < change.length; e += d) {
        sum += change[e] * change[e];
      }
    }
    return Math.max(sum / ground.rules().rows(), Double.MIN_NORMAL);
  }
}
