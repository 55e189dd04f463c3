package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How certain coefficients are when residuals are serially correlated: V = F Fᵀ Ω F Fᵀ with the long-run covariance Ω of
 * the scores sₜ = θₜ rₜ, estimated by equally weighted cosine transforms,
 *
 * <pre> Λₖ = √(2/N) Σₜ sₜ cos(π k (t − ½)/N),   Ω = (N/ν) Σ_{k=1…ν} Λₖ Λₖᵀ,   ν = ⌊0.4 N_eff^{2/3}⌋ in [3, 32], </pre>
 *
 * so that estimate ± t_ν s covers also with few effective samples. Derivative estimates make residuals correlated over
 * the width of their stencils; the classical σ² (ΘᵀΘ)⁻¹ is then wrong by large factors.
 *
 * <p>Source: E. Lazarus, D. J. Lewis, J. H. Stock and M. W. Watson, HAR inference: recommendations for practice, J. Bus.
 * Econ. Stat. 36 (2018) 541–559.
 *
 * @param standardErrors s, n×p; zero for terms that are not in the model
 * @param degreesOfFreedom ν of Student's t
 * @param intervalFactor the 97.5 % quantile of Student's t: estimate ± factor · s is a 95 % interval
 */
public record Inference(Matrix standardErrors, int degreesOfFreedom, double intervalFactor) {
  private static final int MOST = 32;
  private static final int LEAST = 3;

  /** One more pass over the rows. */
  public static Inference of(RowSource source, Regression regression, double effectiveSamples) {
    Matrix w = regression.coefficients();
    int nu = (int) Math.max(LEAST, Math.min(MOST, Math.floor(0.4 * Math.pow(effectiveSamples, 2.0 / 3))));
    List<int[]> active = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          active.add(new int[] {i, j});
        }
      }
    }
    double[] transforms = transforms(source, w, active, nu);
    double[] errors = new double[w.rows() * w.cols()];
    long rows = source.rows();
    for (FreeBlock block : regression.freedom()) {
      double lost = (double) block.factor().cols() / w.rows();
      double correction = rows > lost ? rows / (rows - lost) : Double.POSITIVE_INFINITY;
      addErrors(block, active, w.cols(), transforms, nu, correction, errors);
    }
    return new Inference(Matrix.adopt(w.rows(), w.cols(), errors), nu, StudentT.quantile975(nu));
  }

  /** √N Λₖ for every active coefficient: entry (a, k−1) at {@code a * nu + k − 1}. */
  private static double[] transforms(RowSource source, Matrix w, List<int[]> active, int nu) {
    long rows = source.rows();
    double[] totals = new double[active.size() * nu];
    int group = 64;
    List<RowChunk> chunks = source.chunks();
    List<double[]> parts =
        IntStream.range(0, (chunks.size() + group - 1) / group)
            .parallel()
            .mapToObj(
                g -> {
                  double[] part = new double[totals.length];
                  int end = Math.min(chunks.size(), (g + 1) * group);
                  chunks.subList(g * group, end).forEach(chunk -> addTransforms(chunk, w, active, nu, rows, part));
                  return part;
                })
            .toList();
    for (double[] part : parts) {
      for (int a = 0; a < totals.length; a++) {
        totals[a] += Math.sqrt(2) * part[a];
      }
    }
    return totals;
  }

  private static void addTransforms(
      RowChunk chunk, Matrix w, List<int[]> active, int nu, long rows, double[] part) {
    int p = w.cols();
    Block block = new Block(chunk.rows(), p + w.rows());
    chunk.fill(block);
    double[][] residuals = new double[w.rows()][chunk.rows()];
    for (int i = 0; i < w.rows(); i++) {
      for (int t = 0; t < chunk.rows(); t++) {
        residuals[i][t] = block.get(t, p + i) - Residuals.predicted(block, t, w, i);
      }
    }
    double[] cosine = new double[chunk.rows()];
    for (int k = 1; k <= nu; k++) {
      for (int t = 0; t < cosine.length; t++) {
        cosine[t] = Math.cos(Math.PI * k * (chunk.first() + t + 0.5) / rows);
      }
      for (int a = 0; a < active.size(); a++) {
        double[] residual = residuals[active.get(a)[0]];
        int theta = block.offset(active.get(a)[1]);
        double sum = 0;
        for (int t = 0; t < cosine.length; t++) {
          sum += block.values()[theta + t] * residual[t] * cosine[t];
        }
        part[a * nu + k - 1] += sum;
      }
    }
  }

  /** s² = diag(F (FᵀΛ)(FᵀΛ)ᵀ Fᵀ)/ν, one block of coefficients. */
  private static void addErrors(
      FreeBlock block, List<int[]> active, int p, double[] transforms, int nu, double correction, double[] errors) {
    Matrix f = block.factor();
    double[] variances = new double[block.unknowns().size()];
    for (int k = 0; k < nu; k++) {
      double[] projected = new double[f.cols()];
      for (int a = 0; a < active.size(); a++) {
        int row = block.unknowns().indexOf(active.get(a)[0] * p + active.get(a)[1]);
        for (int c = 0; c < projected.length && row >= 0; c++) {
          projected[c] += f.get(row, c) * transforms[a * nu + k];
        }
      }
      for (int u = 0; u < variances.length; u++) {
        double move = 0;
        for (int c = 0; c < projected.length; c++) {
          move += f.get(u, c) * projected[c];
        }
        variances[u] += move * move;
      }
    }
    for (int u = 0; u < variances.length; u++) {
      errors[block.unknowns().get(u)] = Math.sqrt(variances[u] / nu * correction);
    }
  }
}
