package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.StateSpaceSmoother.Evidence;
import io.github.sindy4j.derivative.WeightSearch.Score;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The posterior mean of x and ẋ, and the posterior deviation of ẋ, for x = μ + a Gaussian process
 * with Matérn's covariance of smoothness ν = 3/2, 5/2 or 7/2, observed with white noise.
 *
 * <p>With a = √(2ν)/ℓ the process is the stationary solution of (d/dt + a)^{ν+½} x = white noise, a
 * Markov process of x and its ν − ½ derivatives: O(n) instead of O(n³). Its length ℓ and the ratio
 * of its variance to that of the noise have the greatest restricted likelihood, the scale of both
 * and the mean μ are then known in closed form.
 *
 * <p>Source: J. Hartikainen and S. Särkkä, Proc. IEEE MLSP (2010) 379–384; C. E. Rasmussen and C.
 * K. I. Williams, Gaussian Processes for Machine Learning (2006), ch. 2, 4 and 5.
 *
 * @param halves 2ν: 3, 5 or 7
 * @param scales length and ratio; empty to have them chosen by likelihood
 */
public record GaussianProcess(int halves, Optional<Scales> scales) implements Differentiator {
  /** Checks the smoothness. */
  public GaussianProcess {
    BadSetting.require(
        halves == 3 || halves == 5 || halves == 7,
        "gaussian-process matern",
        "must be 3/2, 5/2 or 7/2 but is " + halves + "/2",
        "5/2 and 7/2 are usual for rates");
  }

  /**
   * The scales of a process.
   *
   * @param length ℓ, in mean steps of the grid
   * @param ratio the variance of the process by that of the noise
   */
  public record Scales(double length, double ratio) {
    /** Checks that both are positive. */
    public Scales {
      requirePositive("length", length, "Give a number of mean steps, such as 20");
      requirePositive("ratio", ratio, "Give signal by noise, squared, such as 1000");
    }

    private static void requirePositive(String what, double value, String cure) {
      BadSetting.require(
          value > 0 && value < Double.POSITIVE_INFINITY,
          "gaussian-process " + what,
          "must be a positive number but is " + value,
          cure);
    }
  }

  /** Smoothness 7/2, scales by likelihood. */
  public static GaussianProcess defaults() {
    return new GaussianProcess(7, Optional.empty());
  }

  /** With smoothness ν = {@code halves}/2. */
  public GaussianProcess withSmoothness(int newHalves) {
    return new GaussianProcess(newHalves, scales);
  }

  /** With given scales. */
  public GaussianProcess withScales(Scales given) {
    return new GaussianProcess(halves, Optional.of(given));
  }

  private int order() {
    return (halves + 1) / 2;
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    return SmoothedEstimate.of(
        values,
        y -> {
          double[] centred = centred(y);
          Likelihood likelihood = new Likelihood(Weight.automatic(), centred);
          StateSpaceSmoother smoother =
              scales
                  .map(given -> smoother(times, decay(given.length()), intensity(given)))
                  .orElseGet(() -> likeliest(times, centred, likelihood));
          double variance = likelihood.variance(smoother.evidence(centred), smoother.unknowns());
          return new SmoothedEstimate.Choice(smoother, variance);
        });
  }

  private static double[] centred(double[] y) {
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double centre = mean;
    return Vec.of(y).map(value -> value - centre).toArray();
  }

  private double decay(double length) {
    return Math.sqrt(halves) / length;
  }

  /** λ = variance of the noise by the intensity of the process. */
  private double intensity(Scales given) {
    double a = decay(given.length());
    return MarkovPrior.stationaryVariance(order()) * Math.pow(a, -halves) / given.ratio();
  }

  private StateSpaceSmoother smoother(Vec times, double decay, double lambda) {
    return new StateSpaceSmoother(times, order(), decay, lambda);
  }

  /**
   * The scales of the greatest likelihood: λ first, for a process that hardly decays in the time of
   * the data, then its decay, then both together.
   */
  private StateSpaceSmoother likeliest(Vec times, double[] y, Likelihood likelihood) {
    double slowest = Math.log(0.3 / y.length);
    double fastest = Math.log(3);
    UnaryOperator<Double> within = u -> Math.max(slowest, Math.min(fastest, u));
    double start =
        Math.log(
            WeightSearch.of(y.length, 2.0 * order())
                .least(
                    lambda -> Score.alone(score(times, y, likelihood, slowest, Math.log(lambda)))));
    double best = slowest;
    double least = Double.POSITIVE_INFINITY;
    for (double u = slowest; u <= fastest; u += Math.log(4)) {
      double score = score(times, y, likelihood, u, start);
      if (score < least) {
        least = score;
        best = u;
      }
    }
    SimplexSearch.Point point =
        new SimplexSearch(0.7, 0.05, 60)
            .least(best, start, (u, v) -> score(times, y, likelihood, within.apply(u), v));
    return smoother(times, Math.exp(within.apply(point.u())), Math.exp(point.v()));
  }

  private double score(Vec times, double[] y, Likelihood likelihood, double logDecay, double log) {
    StateSpaceSmoother smoother = smoother(times, Math.exp(logDecay), Math.exp(log));
    Evidence evidence = smoother.evidence(y);
    double score = likelihood.score(evidence, smoother.unknowns());
    return Double.isNaN(score) ? Double.POSITIVE_INFINITY : score;
  }

  @Override
  public int minimumSamples() {
    return order() + 1;
  }

  @Override
  public String text() {
    return MethodText.of(
        "gaussian-process",
        "matern=" + halves + "/2",
        scales.map(s -> "length=" + s.length() + ",ratio=" + s.ratio()).orElse(""));
  }
}
