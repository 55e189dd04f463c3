package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.FreeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The end of a run, looked at once more: what its residuals and its covariance say. */
final class Examination {
  /** Directions of the coefficients that are solved for at the same time. */
  private static final int AT_A_TIME = 4;

  /** Squared quadrature errors are known to this factor. */
  private static final double ERRORS = 4;

  /** Less noise beside the spread of a state is none, and what is left is rounding. */
  private static final double NOISELESS = 1e-7;

  /** A defect beside the change in a step that only data without noise let one see. */
  private static final double SMALL = 1e-4;

  private final Ground ground;
  private final Iterate end;
  private final List<Linearised> pieces;
  private final List<TwistedCholesky> factors;

  /** b − P c of each piece. */
  private final List<double[]> residuals;

  /** The diagonal of Gᵀ S⁻¹ G of each piece. */
  private final List<double[]> pulls;

  private Examination(
      Ground ground, Iterate end, List<Linearised> pieces, List<TwistedCholesky> factors) {
    this.ground = ground;
    this.end = end;
    this.pieces = pieces;
    this.factors = factors;
    this.residuals = each(k -> pieces.get(k).residual(end.model()));
    this.pulls = each(k -> pieces.get(k).pulls(factors.get(k)));
  }

  /** Empty where a covariance is singular in floating point. */
  static Optional<Examination> of(Ground ground, Iterate end) {
    List<Linearised> pieces = Team.map(ground.pieces().size(), k -> Linearised.at(end, k, ground));
    return Linearised.factors(pieces, end.noise(), end.defect())
        .map(factors -> new Examination(ground, end, pieces, factors));
  }

  /** L⁻¹ (b − P c) of each piece, equation by equation within a step. */
  private List<double[]> whitened(List<TwistedCholesky> by) {
    return each(
        k -> {
          double[] r = residuals.get(k).clone();
          by.get(k).lowerSolve(r);
          return r;
        });
  }

  private List<double[]> each(IntFunction<double[]> use) {
    return Team.map(pieces.size(), use);
  }

  /**
   * Standard deviations of the smoothed states within a model whose coefficients move along F: the
   * roots of the diagonal of
   *
   * <pre> Σ − Σ Gᵀ S⁻¹ G Σ + M Mᵀ,   M = Σ Gᵀ S⁻¹ P F, </pre>
   *
   * for each piece N×d row-major.
   */
  List<double[]> deviations(FreeBlock freedom) {
    List<Matrix> directions = directions(freedom);
    return each(
        k -> {
          double[] variances = pulls.get(k).clone();
          double[] noises = pieces.get(k).variances(end.noise());
          for (int e = 0; e < variances.length; e++) {
            double noise = noises[e];
            variances[e] = Math.max(0, noise - noise * noise * variances[e]);
          }
          addModel(k, directions, variances);
          for (int e = 0; e < variances.length; e++) {
            variances[e] = Math.sqrt(variances[e]);
          }
          return variances;
        });
  }

  /** What standard errors of the coefficients add, a few directions at a time. */
  private void addModel(int k, List<Matrix> directions, double[] variances) {
    double[] noises = pieces.get(k).variances(end.noise());
    for (int first = 0; first < directions.size(); first += AT_A_TIME) {
      int from = first;
      int count = Math.min(AT_A_TIME, directions.size() - from);
      for (double[] pull : Team.map(count, c -> pull(k, directions.get(from + c)))) {
        for (int e = 0; e < pull.length; e++) {
          double moved = noises[e] * pull[e];
          variances[e] += moved * moved;
        }
      }
    }
  }

  /** Gᵀ S⁻¹ P of coefficients. */
  private double[] pull(int k, Matrix coefficients) {
    Vec u = factors.get(k).solve(Vec.adopt(pieces.get(k).prediction(coefficients)));
    return pieces.get(k).transposed(u.toArray());
  }

  /** The columns of F as coefficients of the equations that are fitted. */
  private List<Matrix> directions(FreeBlock freedom) {
    int p = ground.coordinates().terms();
    int equations = ground.coordinates().space().unknowns() / p;
    List<Matrix> directions = new ArrayList<>();
    for (int c = 0; c < freedom.factor().cols(); c++) {
      double[] w = new double[equations * p];
      for (int u = 0; u < freedom.unknowns().size(); u++) {
        w[freedom.unknowns().get(u)] = freedom.factor().get(u, c);
      }
      directions.add(ground.coordinates().fitted(Matrix.adopt(equations, p, w)));
    }
    return directions;
  }

  /**
   * How much likelier noise in proportion to each state would be, about: with zₜ = (Gᵀu)ₜ over the
   * root of (Gᵀ S⁻¹ G)ₜₜ, which is standard normal where the noise is what it is taken for,
   *
   * <pre> n log Σ z² − n log Σ z²/w − Σ log w. </pre>
   */
  Vec proportionalGains() {
    int d = ground.states();
    List<double[]> ratios = each(this::squaredPulls);
    double[] gains = new double[d];
    Team.each(d, i -> gains[i] = proportionalGain(i, ratios));
    return Vec.adopt(gains);
  }

  private double proportionalGain(int state, List<double[]> ratios) {
    int d = ground.states();
    double plain = 0;
    double weighted = 0;
    double logarithms = 0;
    int samples = 0;
    for (int k = 0; k < pieces.size(); k++) {
      double[] x = end.states().get(k);
      samples += x.length / d;
      for (int e = state; e < x.length; e += d) {
        double weight = ground.laws().proportional(state, x[e]);
        plain += ratios.get(k)[e];
        weighted += ratios.get(k)[e] / weight;
        logarithms += Math.log(weight);
      }
    }
    return samples * Math.log(plain / weighted) - logarithms;
  }

  /** (Gᵀ S⁻¹ (b − P c))² over the diagonal of Gᵀ S⁻¹ G. */
  private double[] squaredPulls(int k) {
    Vec u = factors.get(k).solve(Vec.of(residuals.get(k)));
    double[] pull = pieces.get(k).transposed(u.toArray());
    double[] expected = pulls.get(k);
    for (int e = 0; e < pull.length; e++) {
      pull[e] = pull[e] * pull[e] / expected[e];
    }
    return pull;
  }

  /** What it says, without functions that are missing. */
  Diagnosis diagnosis() {
    int d = ground.states();
    Vec least = least();
    double[] errors = ground.rules().squaredErrors(end.order(), end.fields(), d);
    double[] shares = new double[d];
    boolean[] exact = new boolean[d];
    for (int i = 0; i < d; i++) {
      shares[i] = Math.sqrt(end.defect().get(i) / squaredChange(i));
      exact[i] = shares[i] < SMALL && isExact(i, errors[i]);
    }
    List<double[]> white = whitened(factors);
    double deviance = deviance(factors, white);
    double[] ratios = new double[d];
    Team.each(d, i -> ratios[i] = exact[i] ? 0 : ratio(i, least.get(i), deviance));
    List<Integer> without = IntStream.range(0, d).filter(i -> exact[i]).boxed().toList();
    return new Diagnosis(
        Whiteness.of(white, d, without), Vec.adopt(shares), Vec.adopt(ratios), List.of());
  }

  /** Whether noise is lost among the squared errors of all steps, or in rounding. */
  private boolean isExact(int state, double errors) {
    double noise = end.noise().get(state);
    double least = NOISELESS * ground.scale().get(state);
    return noise < least * least || errors > noise * ground.rules().scale();
  }

  /** What q would be if the quadrature and rounding were all that is wrong. */
  private Vec least() {
    double[] nothing = new double[ground.states()];
    double[] floor = ground.floored(end.withDefect(Vec.adopt(nothing))).toArray();
    double[] errors = ground.rules().squaredErrors(end.order(), end.fields(), ground.states());
    for (int i = 0; i < floor.length; i++) {
      double mean = errors[i] / ground.rules().rows();
      double share = Variances.leastDefect(end.noise().get(i), ground.rules().scale());
      floor[i] = Math.max(Math.max(floor[i], share), ERRORS * mean);
    }
    return Vec.adopt(floor);
  }

  /** How much likelier q of an equation is than this one; at least 0. */
  private double ratio(int equation, double defect, double deviance) {
    double[] other = end.defect().toArray();
    if (other[equation] <= defect) {
      return 0;
    }
    other[equation] = defect;
    return Linearised.factors(pieces, end.noise(), Vec.adopt(other))
        .map(less -> Math.max(0, deviance(less, whitened(less)) - deviance))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** ‖L⁻¹ (b − P c)‖² + log det S. */
  private static double deviance(List<TwistedCholesky> factors, List<double[]> white) {
    double sum = factors.stream().mapToDouble(TwistedCholesky::logDeterminant).sum();
    for (double[] piece : white) {
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
