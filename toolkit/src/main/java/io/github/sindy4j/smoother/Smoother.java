package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Parametrisation;
import java.util.List;

/**
 * Sparse dynamics from noisy trajectories, with nothing to be tuned: y = x + e, x(t_{k+1}) − x(t_k)
 * = Σⱼ b_{kj} W θ(x_{k+j}, u_{k+j}) + w, e and w independent and Gaussian with variances σ² and q
 * of their own for each state. States, terms, coefficients and variances are found together.
 *
 * <p>Several runs begin from smoothed data with different prices of a term; the one of least χ² +
 * log det S + pen · k is kept.
 *
 * @param rounds how many rounds a run may take
 * @param gamma γ of the extended Bayesian information criterion, 0 to 1
 * @param starts prices of a term that first fits from the smoothed data begin with, as multiples
 * @param restarts the same for first fits from the states of the best run
 * @param order 1; or 2 where the second half of the states are the rates of the first half, and not
 *     measured
 * @param between how controls run between samples
 * @param forms whether models of symmetric form are tried where the data leave the terms open
 */
public record Smoother(
    int rounds,
    double gamma,
    List<Double> starts,
    List<Double> restarts,
    int order,
    Between between,
    boolean forms) {
  /** Checks the settings. */
  public Smoother {
    starts = List.copyOf(starts);
    restarts = List.copyOf(restarts);
    BadSetting.require(rounds >= 1, "rounds", "must be at least 1 but is " + rounds, "Use 12");
    BadSetting.require(
        gamma >= 0 && gamma <= 1, "gamma", "must be in [0, 1] but is " + gamma, "Use 0.5");
    BadSetting.require(
        order == 1 || order == 2, "order", "must be 1 or 2 but is " + order, "Use 1");
    BadSetting.require(!starts.isEmpty(), "starts", "there must be one", "Use 1, 5 and 25");
  }

  /** Twelve rounds, γ = ½, starts at 1, 5 and 25 times the price, restarts at 5 and 25. */
  public static Smoother defaults() {
    return new Smoother(
        12, 0.5, List.of(1.0, 5.0, 25.0), List.of(5.0, 25.0), 1, Between.CUBIC, true);
  }

  /**
   * For equations of second order, x″ = F(x, x′, u), of which only x is measured: the states of the
   * data are x and then x′, and what stands in the columns of x′ is not used.
   */
  public Smoother ofSecondOrder() {
    return new Smoother(rounds, gamma, starts, restarts, 2, between, forms);
  }

  /** The same with controls that run so between samples. */
  public Smoother withControls(Between newBetween) {
    return new Smoother(rounds, gamma, starts, restarts, order, newBetween, forms);
  }

  /** The same, for which a symmetric form of the equations is no reason to choose them. */
  public Smoother ofAnyForm() {
    return new Smoother(rounds, gamma, starts, restarts, order, between, false);
  }

  /** The fit of vec(W) = w₀ + N z to the data. */
  public SmootherFit fit(Dataset data, Library library, Parametrisation space, Progress progress) {
    return fit(data, library, space, List.of(), progress);
  }

  /**
   * The same; where the data leave open which terms there are, a model that keeps one of these
   * forms is taken if its description is shorter.
   */
  public SmootherFit fit(
      Dataset data,
      Library library,
      Parametrisation space,
      List<SymmetricForm> forms,
      Progress progress) {
    return new SmootherRun(this, data, library, space, forms, progress).fit();
  }
}
