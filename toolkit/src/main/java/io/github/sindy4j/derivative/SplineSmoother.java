package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.BandedFold;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * The natural spline of degree 2m − 1 with a knot at every sample that minimises Σ (yᵢ − f(tᵢ))² +
 * λ ∫ (f^{(m)})² dt, time counted in mean steps.
 *
 * <p>f^{(m)} = Σᵣ γᵣ Nᵣ in B-splines of degree m − 1, (R + λ QᵀQ) γ = Qᵀ y, f(tᵢ) = yᵢ − λ (Q γ)ᵢ,
 * with R the Gram matrix of the Nᵣ and Qᵀ f = ∫ f^{(m)} Nᵣ dt divided differences (Reinsch). The
 * rows R^{1/2} and √λ Q are folded by rotations; tr (I − H) = λ tr Q (R + λ QᵀQ)⁻¹ Qᵀ takes the
 * band of the inverse. O(n).
 *
 * <p>f′(tᵢ) is that of the polynomial of degree m − 1 through m neighbouring values, less what
 * Taylor's remainder ∫ (t − s)^{m−1} f^{(m)}(s) ds / (m − 1)! gives to each.
 *
 * <p>Source: C. H. Reinsch, Numer. Math. 10 (1967) 177–183 and 16 (1971) 451–454; M. F. Hutchinson
 * and F. R. de Hoog, Numer. Math. 47 (1985) 99–106.
 */
final class SplineSmoother implements LinearSmoother {
  /** Gauss's rule of three points on (0, 1): exact to degree 5. */
  private static final double[] NODES = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

  private static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};

  private final Vec grid;
  private final double[] t;
  private final double meanStep;
  private final int m;
  private final double lambda;
  private final DividedDifferences differences;
  private final double[] splines;
  private final BandedCholesky root;

  SplineSmoother(Vec grid, int m, double lambda) {
    this.grid = grid;
    this.m = m;
    this.lambda = lambda;
    this.meanStep = (grid.last() - grid.first()) / (grid.size() - 1);
    this.t = grid.map(x -> (x - grid.first()) / meanStep).toArray();
    this.differences = DividedDifferences.of(t, m, 1);
    this.splines = splineValues();
    this.root = BandedCholesky.of(gram(), new Tolerance(0)).orElseThrow();
  }

  private SplineSmoother(SplineSmoother other, double lambda) {
    this.grid = other.grid;
    this.m = other.m;
    this.lambda = lambda;
    this.meanStep = other.meanStep;
    this.t = other.t;
    this.differences = other.differences;
    this.splines = other.splines;
    this.root = other.root;
  }

  /** The same grid, another weight. */
  SplineSmoother withLambda(double other) {
    return new SplineSmoother(this, other);
  }

  /** ‖y − f‖² and tr H. */
  record Fit(double squares, double freedom) {}

  Fit fit(double[] y) {
    BandedFold fold = fold(y, 1);
    double[] gamma = fold.solution().toArray();
    SymmetricBand inverse = fold.factor().inverseBand();
    double squares = 0;
    double trace = 0;
    for (int i = 0; i < t.length; i++) {
      double residual = 0;
      int last = Math.min(i, differences.rows() - 1);
      for (int r = Math.max(0, i - m); r <= last; r++) {
        double q = differences.weights()[r * (m + 1) + i - r];
        residual += lambda * q * gamma[r];
        for (int s = Math.max(0, i - m); s <= last; s++) {
          trace += lambda * q * inverse.get(r, s) * differences.weights()[s * (m + 1) + i - s];
        }
      }
      squares += residual * residual;
    }
    return new Fit(squares, t.length - trace);
  }

  @Override
  public Curves apply(double[] y, int columns) {
    double[] gamma = fold(y, columns).solution().toArray();
    double[] values = y.clone();
    for (int r = 0; r < differences.rows(); r++) {
      for (int j = 0; j <= m; j++) {
        double q = lambda * differences.weights()[r * (m + 1) + j];
        for (int c = 0; c < columns; c++) {
          values[(r + j) * columns + c] -= q * gamma[r * columns + c];
        }
      }
    }
    return Curves.of(columns, values, rates(values, highest(gamma, columns), columns));
  }

  /** Of the integrated Wiener process whose posterior mean the spline is (Wahba 1978). */
  @Override
  public Vec rateVariances() {
    return new StateSpaceSmoother(grid, m, 0, lambda).rateVariances();
  }

  /**
   * The rows R^{1/2} and √λ Q in the order of their first columns: so no rotation runs further than
   * the band.
   */
  private BandedFold fold(double[] y, int columns) {
    int unknowns = differences.rows();
    BandedFold fold = new BandedFold(unknowns, m, columns);
    double[] row = new double[m + 1];
    double[] none = new double[columns];
    for (int i = 0; i < m; i++) {
      foldSample(fold, i, row, y, new double[columns]);
    }
    for (int k = 0; k < unknowns; k++) {
      int count = Math.min(m, unknowns - k);
      for (int j = 0; j < count; j++) {
        row[j] = root.get(k + j, k);
      }
      fold.add(k, row, 0, count, none, 0);
      foldSample(fold, k + m, row, y, new double[columns]);
    }
    return fold;
  }

  private void foldSample(BandedFold fold, int i, double[] row, double[] y, double[] target) {
    double scale = Math.sqrt(lambda);
    int first = Math.max(0, i - m);
    int count = Math.min(i, differences.rows() - 1) - first + 1;
    for (int j = 0; j < count; j++) {
      row[j] = scale * differences.weights()[(first + j) * (m + 1) + i - first - j];
    }
    for (int c = 0; c < target.length; c++) {
      target[c] = y[i * target.length + c] / scale;
    }
    fold.add(first, row, 0, count, target, 0);
  }

  /** Nᵣ at the nodes of every interval, for r = i − m + 1 … i: (n − 1)×3×m. */
  private double[] splineValues() {
    double[] values = new double[(t.length - 1) * 3 * m];
    double[] current = new double[m];
    for (int i = 0; i + 1 < t.length; i++) {
      for (int k = 0; k < 3; k++) {
        deBoor(i, t[i] + NODES[k] * (t[i + 1] - t[i]), current);
        System.arraycopy(current, 0, values, (3 * i + k) * m, m);
      }
    }
    return values;
  }

  /** The B-splines of degree m − 1 that are not zero in interval i; those without all knots are. */
  private void deBoor(int i, double s, double[] values) {
    Arrays.fill(values, 0);
    values[m - 1] = 1;
    for (int degree = 1; degree < m; degree++) {
      for (int j = m - 1 - degree; j < m; j++) {
        int r = i - m + 1 + j;
        double left = ratio(s, r, r + degree) * values[j];
        double right = j + 1 < m ? (1 - ratio(s, r + 1, r + 1 + degree)) * values[j + 1] : 0;
        values[j] = left + right;
      }
    }
    for (int j = 0; j < m; j++) {
      int r = i - m + 1 + j;
      values[j] = r < 0 || r >= differences.rows() ? 0 : values[j];
    }
  }

  /** (s − tₐ)/(t_b − tₐ), on a grid that goes on evenly beyond its ends. */
  private double ratio(double s, int a, int b) {
    return (s - knot(a)) / (knot(b) - knot(a));
  }

  private double knot(int i) {
    int last = t.length - 1;
    return i < 0 ? t[0] + i : i > last ? t[last] + i - last : t[i];
  }

  private SymmetricBand gram() {
    int unknowns = differences.rows();
    double[] lower = new double[unknowns * m];
    for (int i = 0; i + 1 < t.length; i++) {
      for (int k = 0; k < 3; k++) {
        double weight = WEIGHTS[k] * (t[i + 1] - t[i]);
        int at = (3 * i + k) * m;
        for (int a = Math.max(0, m - 1 - i); a < m && i - m + 1 + a < unknowns; a++) {
          for (int b = a; b < m && i - m + 1 + b < unknowns; b++) {
            lower[(i - m + 1 + a) * m + b - a] += weight * splines[at + a] * splines[at + b];
          }
        }
      }
    }
    return SymmetricBand.adopt(unknowns, m - 1, lower);
  }

  /** f^{(m)} at the nodes of every interval: 3(n − 1)×columns. */
  private double[] highest(double[] gamma, int columns) {
    double[] values = new double[3 * (t.length - 1) * columns];
    for (int node = 0; node < 3 * (t.length - 1); node++) {
      int first = node / 3 - m + 1;
      for (int j = Math.max(0, -first); j < m && first + j < differences.rows(); j++) {
        double spline = splines[node * m + j];
        for (int c = 0; c < columns; c++) {
          values[node * columns + c] += spline * gamma[(first + j) * columns + c];
        }
      }
    }
    return values;
  }

  private double[] rates(double[] f, double[] highest, int columns) {
    RateStencil stencil = new RateStencil(t, m - 1);
    double[] rates = stencil.apply(f, columns);
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < stencil.window(); j++) {
        int end = stencil.from(i) + j;
        double sign = end > i ? 1 : -1;
        for (int k = Math.min(i, end); k < Math.max(i, end); k++) {
          for (int node = 0; node < 3; node++) {
            double h = t[k + 1] - t[k];
            double factor =
                -stencil.weight(i, j)
                    * sign
                    * WEIGHTS[node]
                    * h
                    * remainder(t[end] - t[k] - NODES[node] * h);
            for (int c = 0; c < columns; c++) {
              rates[i * columns + c] += factor * highest[(3 * k + node) * columns + c];
            }
          }
        }
      }
    }
    for (int k = 0; k < rates.length; k++) {
      rates[k] /= meanStep;
    }
    return rates;
  }

  /** s^{m−1}/(m − 1)!. */
  private double remainder(double s) {
    return m == 2 ? s : s * s / 2;
  }
}
