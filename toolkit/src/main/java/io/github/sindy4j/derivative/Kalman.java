package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.StateSpaceSmoother.Evidence;
import io.github.sindy4j.derivative.WeightSearch.Score;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * The posterior mean of x and ẋ when x is a Wiener process integrated q times, d^{q+1}x/dt^{q+1} =
 * white noise, observed with noise of variance σ²: the Kalman filter followed by the smoother of
 * Rauch, Tung and Striebel, with the exact discretisation on any grid and an unknown start.
 *
 * <p>Their ratio λ = σ² / intensity has the greatest restricted likelihood, σ² is then known in
 * closed form: least of (n − q − 1) log s + log det, s the sum of all squared residuals. With a
 * given σ, least of s/σ² + log det. The deviation of a rate is the posterior's.
 *
 * <p>Source: H. E. Rauch, F. Tung and C. T. Striebel, AIAA J. 3 (1965) 1445–1450; G. Wahba, J. R.
 * Stat. Soc. B 40 (1978) 364–372 for its being a smoothing spline of degree 2q + 1.
 *
 * @param order q, from 1 to 3
 * @param weight λ, with time counted in mean steps
 */
public record Kalman(int order, Weight weight) implements Differentiator {
  /** Checks the order. */
  public Kalman {
    BadSetting.require(
        order >= 1 && order <= 3,
        "kalman order",
        "must be between 1 and 3 but is " + order,
        "2 is usual: a rate that is itself the integral of a Wiener process");
  }

  /** A Wiener process integrated twice, weighted by likelihood. */
  public static Kalman defaults() {
    return new Kalman(2, Weight.automatic());
  }

  /** With another number of integrations. */
  public Kalman withOrder(int integrations) {
    return new Kalman(integrations, weight);
  }

  /** With a weight from elsewhere. */
  public Kalman withWeight(Weight other) {
    return new Kalman(order, other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    return SmoothedEstimate.of(
        values,
        y -> {
          double lambda = choose(times, y);
          StateSpaceSmoother smoother = new StateSpaceSmoother(times, order + 1, 0, lambda);
          return new SmoothedEstimate.Choice(
              smoother, new Likelihood(weight, y).variance(smoother.evidence(y), order + 1));
        });
  }

  private double choose(Vec times, double[] y) {
    if (weight instanceof Weight.Fixed fixed) {
      return fixed.value();
    }
    Likelihood likelihood = new Likelihood(weight, y);
    return WeightSearch.of(y.length, 2.0 * (order + 1))
        .least(
            lambda -> {
              Evidence evidence = new StateSpaceSmoother(times, order + 1, 0, lambda).evidence(y);
              return Score.alone(likelihood.score(evidence, order + 1));
            });
  }

  @Override
  public int minimumSamples() {
    return order + 2;
  }

  @Override
  public String text() {
    return MethodText.of("kalman", "order=" + order, weight.text());
  }
}
