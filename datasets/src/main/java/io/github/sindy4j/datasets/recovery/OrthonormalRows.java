package io.github.sindy4j.datasets.recovery;

/**
 * The first r rows of U in A = U Σ Vᵀ, A of m×r and U of m×m: orthonormal, and distributed
 * uniformly when the entries of A are independent and normal.
 *
 * <p>A = Q R by reflections, R = U_B B V_Bᵀ with B bidiagonal, B = U_Σ Σ V_Σᵀ; so U = Q · (U_B U_Σ
 * ⊕ I). The decomposition leaves the signs of the columns open; they are those that LAPACK's gesdd
 * leaves, since 3.10, for r ≤ 25 and m ≥ 11 r/6, and so those of numpy.
 */
final class OrthonormalRows {
  private final double[][] columns;
  private final Reflection[] left;

  private OrthonormalRows(double[][] columns) {
    this.columns = columns;
    this.left = new Reflection[columns.length];
  }

  /** One row for each column of A, which is given row by row. */
  static double[][] of(double[] a, int m, int r) {
    double[][] columns = new double[r][m];
    for (int i = 0; i < m * r; i++) {
      columns[i % r][i / r] = a[i];
    }
    return new OrthonormalRows(columns).rows(m, r);
  }

  private double[][] rows(int m, int r) {
    for (int j = 0; j < r; j++) {
      left[j] = Reflection.of(columns[j], j);
      for (int k = j; k < r; k++) {
        left[j].apply(columns[k]);
      }
    }
    double[][] small = small(r);
    double[][] rows = new double[r][m];
    for (int k = 0; k < r; k++) {
      double[] row = new double[m];
      row[k] = 1;
      for (Reflection reflection : left) {
        reflection.apply(row);
      }
      System.arraycopy(row, 0, rows[k], 0, m);
      for (int j = 0; j < r; j++) {
        rows[k][j] = 0;
        for (int i = 0; i < r; i++) {
          rows[k][j] += row[i] * small[j][i];
        }
      }
    }
    return rows;
  }

  /** The columns of U_B U_Σ. */
  private double[][] small(int r) {
    double[][] a = new double[r][r];
    for (int i = 0; i < r; i++) {
      for (int j = i; j < r; j++) {
        a[i][j] = columns[j][i];
      }
    }
    Reflection[] rowwise = new Reflection[r];
    for (int i = 0; i < r; i++) {
      double[] column = column(a, i);
      rowwise[i] = Reflection.of(column, i);
      for (int j = i; j < r; j++) {
        setColumn(a, j, rowwise[i].applied(column(a, j)));
      }
      if (i + 1 < r) {
        Reflection across = Reflection.of(a[i], i + 1);
        for (int k = i; k < r; k++) {
          across.apply(a[k]);
        }
      }
    }
    double[] diagonal = new double[r];
    double[] above = new double[Math.max(0, r - 1)];
    for (int i = 0; i < r; i++) {
      diagonal[i] = a[i][i];
      if (i + 1 < r) {
        above[i] = a[i][i + 1];
      }
    }
    double[][] vectors = BidiagonalVectors.left(diagonal, above);
    for (double[] vector : vectors) {
      for (int i = r - 1; i >= 0; i--) {
        rowwise[i].apply(vector);
      }
    }
    return vectors;
  }

  private static double[] column(double[][] a, int j) {
    double[] column = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      column[i] = a[i][j];
    }
    return column;
  }

  private static void setColumn(double[][] a, int j, double[] column) {
    for (int i = 0; i < a.length; i++) {
      a[i][j] = column[i];
    }
  }

  /** I − τ v vᵀ, which takes the entries of x after place {@code from} into that place. */
  private static final class Reflection {
    private final double[] v;
    private final double tau;
    private final int from;

    private Reflection(double[] v, double tau, int from) {
      this.v = v;
      this.tau = tau;
      this.from = from;
    }

    static Reflection of(double[] x, int from) {
      double below = 0;
      for (int i = from + 1; i < x.length; i++) {
        below = Math.hypot(below, x[i]);
      }
      double[] v = new double[x.length];
      v[from] = 1;
      if (below == 0) {
        return new Reflection(v, 0, from);
      }
      double beta = -Math.copySign(Math.hypot(x[from], below), x[from]);
      for (int i = from + 1; i < x.length; i++) {
        v[i] = x[i] / (x[from] - beta);
      }
      return new Reflection(v, (beta - x[from]) / beta, from);
    }

    void apply(double[] x) {
      double product = 0;
      for (int i = from; i < x.length; i++) {
        product += v[i] * x[i];
      }
      for (int i = from; i < x.length; i++) {
        x[i] -= tau * product * v[i];
      }
    }

    double[] applied(double[] x) {
      apply(x);
      return x;
    }
  }
}
