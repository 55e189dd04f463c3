package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The Lasso, the elastic net and the adaptive Lasso: for each equation
 *
 * <pre> min ½‖y − X v‖² + λ Σⱼ (α aⱼ |vⱼ| + ½ (1 − α) vⱼ²),   aⱼ = |v̂ⱼ|^(−γ), </pre>
 *
 * in scaled units xⱼ = θⱼ/‖θⱼ‖ and y/‖y‖, where λ is a correlation: at λ = 1 no term is left (γ =
 * 0). α = 1 and γ = 0 is the Lasso; α &lt; 1 the elastic net, which keeps correlated terms
 * together; γ &gt; 0 the adaptive Lasso, v̂ the least-squares fit, which shrinks large coefficients
 * less and, unlike the Lasso, can choose the right terms although others are correlated with them.
 * Unscaled, the objective is ‖y − Θ w‖²/(2N) + λ (…) on w as it is.
 *
 * <p>Solved by {@link CoordinateDescent} to a duality gap of 10⁻¹³ · ½‖y‖². Then the terms that are
 * left are fitted by least squares, unless {@code refit} is off. Without a weight, a hundred
 * weights from the least that leaves nothing down to 10⁻⁵ of it give a path of terms for each
 * equation, and one is chosen on held-out blocks as for {@link Stlsq}. Equality constraints: in the
 * coefficients that they leave free.
 *
 * <p>Sources: R. Tibshirani, J. R. Stat. Soc. B 58 (1996) 267–288; H. Zou and T. Hastie, J. R.
 * Stat. Soc. B 67 (2005) 301–320; H. Zou, J. Am. Stat. Assoc. 101 (2006) 1418–1429.
 *
 * @param weight λ; the path when empty
 * @param share α, above 0 and at most 1
 * @param exponent γ, at least 0
 * @param scaled whether in scaled units
 * @param refit whether the chosen terms are fitted by least squares
 */
public record Lasso(
    OptionalDouble weight, double share, double exponent, boolean scaled, boolean refit)
    implements SparseRegressor {
  /** Checks the settings. */
  public Lasso {
    double lambda = weight.orElse(0);
    BadSetting.require(
        lambda >= 0 && Double.isFinite(lambda),
        "lasso weight",
        "must be a number ≥ 0 but is " + lambda,
        "In scaled units weights between 0 and 1 make sense; without one it is chosen");
    BadSetting.require(
        share > 0 && share <= 1,
        "elastic-net share",
        "must be above 0 and at most 1 but is " + share,
        "1 is the Lasso; for no absolute values at all write ridge:ALPHA");
    BadSetting.require(
        exponent >= 0 && Double.isFinite(exponent),
        "adaptive-lasso exponent",
        "must be a number ≥ 0 but is " + exponent,
        "1 is usual; 0 is the Lasso");
  }

  /** α = 1, γ = 0, the weight chosen, scaled, refitted. */
  public static Lasso defaults() {
    return new Lasso(OptionalDouble.empty(), 1, 0, true, true);
  }

  /** The same with α = ½. */
  public static Lasso elasticNet() {
    return defaults().withShare(0.5);
  }

  /** The same with γ = 1. */
  public static Lasso adaptive() {
    return defaults().withExponent(1);
  }

  /** With this λ. */
  public Lasso withWeight(double newWeight) {
    return new Lasso(OptionalDouble.of(newWeight), share, exponent, scaled, refit);
  }

  /** With this α. */
  public Lasso withShare(double newShare) {
    return new Lasso(weight, newShare, exponent, scaled, refit);
  }

  /** With this γ. */
  public Lasso withExponent(double newExponent) {
    return new Lasso(weight, share, newExponent, scaled, refit);
  }

  /** In the units of columns and responses as they are. */
  public Lasso unscaled() {
    return new Lasso(weight, share, exponent, false, refit);
  }

  /** The minimum of the objective itself. */
  public Lasso withoutRefit() {
    return new Lasso(weight, share, exponent, scaled, false);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    return new LassoFit(this, problem).solve();
  }

  /** lⱼ, without λ: α aⱼ in the units of {@link OneEquation}. */
  double[] absolute(OneEquation equation, long samples) {
    double[] pilot = exponent > 0 ? pilot(equation) : new double[0];
    double[] l = new double[equation.size()];
    for (int j = 0; j < l.length; j++) {
      double unit = scaled ? equation.responseLength() : samples / equation.length(j);
      l[j] = share * unit * (exponent > 0 ? Math.pow(pilotIn(equation, pilot, j), -exponent) : 1);
    }
    return l;
  }

  /** mⱼ, without λ. */
  double[] squared(OneEquation equation, long samples) {
    double[] m = new double[equation.size()];
    for (int j = 0; j < m.length; j++) {
      m[j] = (1 - share) * (scaled ? 1 : samples / equation.length(j) / equation.length(j));
    }
    return m;
  }

  private static double[] pilot(OneEquation equation) {
    return equation.leastSquares(IntStream.range(0, equation.size()).boxed().toList());
  }

  private double pilotIn(OneEquation equation, double[] pilot, int j) {
    double length = scaled ? equation.responseLength() : equation.length(j);
    return length > 0 ? Math.abs(pilot[j]) / length : 0;
  }

  @Override
  public String text() {
    StringBuilder settings = new StringBuilder();
    weight.ifPresent(lambda -> settings.append(",weight=").append(lambda));
    settings.append(share < 1 && share != 0.5 ? ",share=" + share : "");
    settings.append(exponent > 0 && (share < 1 || exponent != 1) ? ",exponent=" + exponent : "");
    settings.append(scaled ? "" : ",scaled=no").append(refit ? "" : ",refit=no");
    String name = share < 1 ? "elastic-net" : exponent > 0 ? "adaptive-lasso" : "lasso";
    return name + (settings.isEmpty() ? "" : ":" + settings.substring(1));
  }
}
