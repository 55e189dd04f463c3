package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;

/**
 * How certain coefficients are when residuals are serially correlated: V = F Fᵀ Ω F Fᵀ with the
 * long-run covariance Ω of the scores sₜ = θₜ rₜ, estimated by equally weighted cosine transforms,
 *
 * <pre>
 *  Λₖ = √(2/N) Σₜ sₜ cos(π k (t − ½)/N),   Ω = (N/ν) Σ_{k=1…ν} Λₖ Λₖᵀ,   ν = ⌊0.4 N_eff^{2/3}⌋ in [3, 32].
 * </pre>
 *
 * Derivative estimates make residuals correlated over the width of their stencils; the classical σ²
 * (ΘᵀΘ)⁻¹ is then wrong by large factors. Systematic errors e of the responses, which no residual
 * shows, move the coefficients by about b = F Fᵀ Θᵀ e; a 95 % interval is w ± √((t_ν s)² + (2 b)²).
 *
 * <p>Source: E. Lazarus, D. J. Lewis, J. H. Stock and M. W. Watson, HAR inference: recommendations
 * for practice, J. Bus. Econ. Stat. 36 (2018) 541–559.
 *
 * @param standardErrors s, n×p; zero for terms that are not in the model
 * @param systematicErrors |b|, n×p
 * @param degreesOfFreedom ν of Student's t
 * @param quantile the 97.5 % quantile of Student's t with ν degrees of freedom
 */
public record Inference(
    Matrix standardErrors, Matrix systematicErrors, int degreesOfFreedom, double quantile) {
  private static final int MOST = 32;
  private static final int LEAST = 3;

  /** The 97.5 % quantile of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  /** One more pass over the rows; {@code effectiveSamples} is N_eff. */
  public static Inference of(RowSource source, Regression regression, double effectiveSamples) {
    int nu = transforms(effectiveSamples);
    return of(Scores.of(source, regression, nu), source.rows(), regression, nu);
  }

  /**
   * The same from the scores of whole blocks, without another pass: ν is at most half as large as
   * the number of blocks. The cosines of long waves hardly change within a block, so that what is
   * lost is the variance of the estimate, not its mean.
   */
  public static Inference of(PassedRows rows, Regression regression, double effectiveSamples) {
    int nu = Math.max(1, Math.min(rows.size() / 2, transforms(effectiveSamples)));
    return of(Scores.of(rows, regression, nu), rows.rows(), regression, nu);
  }

  private static int transforms(double effectiveSamples) {
    double most = Math.floor(0.4 * Math.pow(effectiveSamples, 2.0 / 3));
    return (int) Math.max(LEAST, Math.min(MOST, most));
  }

  private static Inference of(Scores scores, long sourceRows, Regression regression, int nu) {
    Matrix w = regression.coefficients();
    double[] errors = new double[w.rows() * w.cols()];
    double[] biases = new double[w.rows() * w.cols()];
    for (FreeBlock block : regression.freedom()) {
      double rows = sourceRows * (double) block.equations(w.cols());
      double lost = block.factor().cols();
      double correction = rows > lost ? rows / (rows - lost) : Double.POSITIVE_INFINITY;
      for (int k = 0; k < nu; k++) {
        double[] move = block.move(scores.transform(k));
        for (int u = 0; u < move.length; u++) {
          errors[block.unknowns().get(u)] += move[u] * move[u] / nu * correction;
        }
      }
      double[] move = block.move(scores.biases());
      for (int u = 0; u < move.length; u++) {
        biases[block.unknowns().get(u)] = Math.abs(move[u]);
      }
    }
    Matrix variances = Matrix.adopt(w.rows(), w.cols(), errors);
    return new Inference(
        variances.map(Math::sqrt),
        Matrix.adopt(w.rows(), w.cols(), biases),
        nu,
        StudentT.quantile975(nu));
  }

  /** Standard errors from the covariance of a Gaussian likelihood. */
  public static Inference known(Matrix standardErrors) {
    return new Inference(
        standardErrors,
        Matrix.zeros(standardErrors.rows(), standardErrors.cols()),
        Integer.MAX_VALUE,
        NORMAL);
  }

  /**
   * Half the width of the 95 % interval of each coefficient; zero for terms that are not in the
   * model.
   */
  public Matrix halfWidths() {
    double[] widths = standardErrors.toArray();
    double[] biases = systematicErrors.toArray();
    for (int k = 0; k < widths.length; k++) {
      widths[k] = Math.hypot(quantile * widths[k], 2 * biases[k]);
    }
    return Matrix.adopt(standardErrors.rows(), standardErrors.cols(), widths);
  }
}
