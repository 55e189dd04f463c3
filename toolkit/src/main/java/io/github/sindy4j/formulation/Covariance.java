package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/**
 * C = G Σ Gᵀ with G_{(k,i),(t,c)} = φ̇ₖ(t) δ_{ic} + φₖ(t) J_{ic}(t), the weights of test function k
 * at sample t standing for φₖ and φ̇ₖ: the covariance of what white noise does to the residuals of
 * all equations i, test function by test function. Banded, since only near test functions overlap.
 */
final class Covariance {
  private final WindowChunk chunk;
  private final int n;
  private final double[] variances;
  private final double[] first;
  private final double[] second;

  /**
   * Prepares J Σ and J Σ Jᵀ at every sample.
   *
   * @param noise σ of each state
   * @param jacobians J at the samples of the chunk, n×n row-major one after the other
   */
  Covariance(WindowChunk chunk, Vec noise, double[] jacobians) {
    this.chunk = chunk;
    this.n = noise.size();
    this.variances = noise.map(s -> s * s).toArray();
    this.first = new double[jacobians.length];
    this.second = new double[jacobians.length];
    for (int at = 0; at < jacobians.length; at += n * n) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          first[at + i * n + j] = jacobians[at + i * n + j] * variances[j];
          double sum = 0;
          for (int c = 0; c < n; c++) {
            sum += jacobians[at + i * n + c] * variances[c] * jacobians[at + j * n + c];
          }
          second[at + i * n + j] = sum;
        }
      }
    }
  }

  /** L with L Lᵀ = C. */
  BandedCholesky factor() {
    List<TestWindow> windows = chunk.windows();
    int reach = chunk.overlap();
    int size = windows.size() * n;
    int width = Math.min(size - 1, (reach + 1) * n - 1);
    double[] lower = new double[size * (width + 1)];
    double[] block = new double[n * n];
    for (int k = 0; k < windows.size(); k++) {
      for (int l = k; l <= Math.min(k + reach, windows.size() - 1); l++) {
        fill(windows.get(l), windows.get(k), block);
        for (int j = 0; j < n; j++) {
          int column = k * n + j;
          for (int i = 0; i < n; i++) {
            int row = l * n + i;
            if (row >= column) {
              lower[column * (width + 1) + row - column] = block[i * n + j];
            }
          }
        }
      }
    }
    return WindowChunk.factor(size, width, lower);
  }

  /** Σₜ (φ̇ₐ I + φₐ J) Σ (φ̇ᵦ I + φᵦ J)ᵀ. */
  private void fill(TestWindow a, TestWindow b, double[] block) {
    Arrays.fill(block, 0);
    int end = Math.min(a.to(), b.to());
    for (int t = Math.max(a.from(), b.from()); t < end; t++) {
      double va = a.values().get(t - a.from());
      double sa = a.slopes().get(t - a.from());
      double vb = b.values().get(t - b.from());
      double sb = b.slopes().get(t - b.from());
      int at = (t - chunk.from()) * n * n;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          block[i * n + j] +=
              va * sb * first[at + i * n + j]
                  + sa * vb * first[at + j * n + i]
                  + va * vb * second[at + i * n + j];
        }
        block[i * n + i] += sa * sb * variances[i];
      }
    }
  }
}
