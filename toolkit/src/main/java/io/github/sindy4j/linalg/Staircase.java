package io.github.sindy4j.linalg;

/**
 * The triangular factor of some columns of an upper triangle R.
 *
 * <p>Column c of R ends at row c, so that the picked columns form a staircase: the i-th Householder
 * reflection reaches no further than the longest column up to the i-th, and columns that lead R in
 * order take none. Without d of the k columns of a triangle this takes O(d k²) operations where
 * factoring anew takes k³.
 */
public final class Staircase {
  private final double[][] columns;
  private final int[] ends;

  private Staircase(double[][] columns, int[] ends) {
    this.columns = columns;
    this.ends = ends;
  }

  /**
   * R of the columns with these indices, in their order, square.
   *
   * @param r upper triangular; entries beneath the diagonal are not read
   * @param picked each at most once
   */
  public static Matrix triangle(Matrix r, int... picked) {
    double[][] columns = new double[picked.length][];
    int[] ends = new int[picked.length];
    int longest = 0;
    for (int i = 0; i < picked.length; i++) {
      int length = Math.min(r.rows(), picked[i] + 1);
      longest = Math.max(longest, length);
      ends[i] = longest;
      columns[i] = new double[longest];
      r.copyColumn(picked[i], 0, length, columns[i], 0);
    }
    Staircase staircase = new Staircase(columns, ends);
    for (int i = 0; i < columns.length; i++) {
      staircase.reflect(i);
    }
    return staircase.leading();
  }

  /** Zeroes column i beneath its diagonal, and turns the columns right of it alike. */
  private void reflect(int i) {
    double[] v = columns[i];
    int end = ends[i];
    double below = end > i + 1 ? DotProduct.of(v, i + 1, v, i + 1, end - i - 1) : 0;
    if (below == 0) {
      return;
    }
    double alpha = v[i];
    double beta = -Math.copySign(Math.sqrt(alpha * alpha + below), alpha);
    double tau = (beta - alpha) / beta;
    double inverse = 1 / (alpha - beta);
    for (int t = i + 1; t < end; t++) {
      v[t] *= inverse;
    }
    v[i] = beta;
    for (int k = i + 1; k < columns.length; k++) {
      double[] x = columns[k];
      double s = tau * (x[i] + DotProduct.of(v, i + 1, x, i + 1, end - i - 1));
      x[i] -= s;
      for (int t = i + 1; t < end; t++) {
        x[t] -= s * v[t];
      }
    }
  }

  private Matrix leading() {
    int k = columns.length;
    double[] rowMajor = new double[k * k];
    for (int j = 0; j < k; j++) {
      int end = Math.min(j + 1, columns[j].length);
      for (int i = 0; i < end; i++) {
        rowMajor[i * k + j] = columns[j][i];
      }
    }
    return Matrix.adopt(k, k, rowMajor);
  }
}
