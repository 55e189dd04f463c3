package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.RowWriter;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;

/**
 * One piece, linearised at states X and a model F: with J = DF(X) and G = D − B J,
 *
 * <pre> b := D X + G (y − X) = P vec(W) + G e + w,   P = B θ(X) ⊗ I,   S = G Σ Gᵀ + Q. </pre>
 *
 * Row k d + i is equation i over step k.
 */
final class Linearised {
  private static final Tolerance POSITIVE = new Tolerance(1e-15);

  private final Piece piece;
  private final StepRule rule;
  private final int states;
  private final double[] weights;
  private final double[] own;
  private final double[] integrals;
  private final double[] gaps;
  private final double[] target;

  /**
   * Linearises.
   *
   * @param x X, N×d row-major
   * @param weights w of Σ = diag(σ² w), N×d row-major
   * @param own what the variance of each row exceeds q by
   * @param theta θ at the rule's points, row-major with p columns
   * @param jacobians J at the rule's points, d×a each
   */
  Linearised(
      Piece piece,
      StepRule rule,
      double[] x,
      double[] weights,
      double[] own,
      double[] theta,
      double[] jacobians) {
    this.piece = piece;
    this.rule = rule;
    this.states = x.length / piece.samples();
    this.weights = weights;
    this.own = own;
    this.integrals = rule.apply(theta, theta.length / rule.points().count());
    this.gaps = gaps(jacobians);
    this.target = target(x);
  }

  /** A piece, linearised where an iteration stands. */
  static Linearised at(Iterate at, int piece, Ground ground) {
    StepRule rule = ground.rules().of(at.order()).get(piece);
    double[] x = at.states().get(piece);
    double[] arguments = rule.points().arguments(x, ground.states());
    double[] controls = rule.points().controls();
    return new Linearised(
        ground.pieces().get(piece),
        rule,
        x,
        ground.laws().weights(x),
        ground.ownVariances(at, piece),
        ground.field().terms(arguments, controls),
        ground.field().jacobians(arguments, controls, at.model()));
  }

  /** The factors of S of all pieces; empty where one is not positive definite. */
  static Optional<List<TwistedCholesky>> factors(List<Linearised> pieces, Vec noise, Vec defect) {
    List<Optional<TwistedCholesky>> factors =
        pieces.parallelStream().map(piece -> piece.factor(noise, defect)).toList();
    return factors.stream().allMatch(Optional::isPresent)
        ? Optional.of(factors.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** G_k, d×d for every sample that row k depends on. */
  private double[] gaps(double[] jacobians) {
    int d = states;
    double[] blocks = new double[rule.rows() * rule.gapWidth() * d * d];
    Ranges.each(rule.rows(), (from, to) -> addGaps(jacobians, from, to, blocks));
    return blocks;
  }

  private void addGaps(double[] jacobians, int from, int to, double[] blocks) {
    int d = states;
    Points points = rule.points();
    for (int k = from; k < to; k++) {
      int row = k * rule.gapWidth() - rule.gapFirst(k);
      for (int j = 0; j < rule.gapWidth(); j++) {
        for (int i = 0; i < d; i++) {
          blocks[((k * rule.gapWidth() + j) * d + i) * d + i] = rule.difference(k, j);
        }
      }
      for (int j = 0; j < rule.width(); j++) {
        int e = rule.first(k) + j;
        int sample = points.sample(e);
        double b = rule.weight(k, j);
        subtract(blocks, row + sample, b, jacobians, e, 0);
        for (int r = 0; r < points.rateWidth(); r++) {
          double c = points.rateWeight(sample, r);
          subtract(blocks, row + points.rateFirst(sample) + r, b * c, jacobians, e, d);
        }
      }
    }
  }

  /** Block −= factor · (the columns of J_e from {@code column} on). */
  private void subtract(
      double[] blocks, int block, double factor, double[] jacobians, int e, int column) {
    int d = states;
    int a = rule.points().hasRates() ? 2 * d : d;
    for (int i = 0; i < d; i++) {
      for (int c = 0; c < d; c++) {
        blocks[(block * d + i) * d + c] -= factor * jacobians[(e * d + i) * a + column + c];
      }
    }
  }

  private double[] target(double[] x) {
    int d = states;
    double[] deviation = new double[x.length];
    for (int e = 0; e < x.length; e++) {
      deviation[e] = piece.measured()[e] - x[e];
    }
    double[] b = rule.differences(x, d);
    Ranges.each(rule.rows(), (from, to) -> addProduct(deviation, from, to, b));
    return b;
  }

  /** b += G v, these rows of it. */
  private void addProduct(double[] v, int from, int to, double[] b) {
    int d = states;
    for (int k = from; k < to; k++) {
      for (int j = 0; j < rule.gapWidth(); j++) {
        int block = (k * rule.gapWidth() + j) * d * d;
        int sample = (rule.gapFirst(k) + j) * d;
        for (int i = 0; i < d; i++) {
          for (int c = 0; c < d; c++) {
            b[k * d + i] += gaps[block + i * d + c] * v[sample + c];
          }
        }
      }
    }
  }

  /** w, N×d row-major. */
  double[] weights() {
    return weights;
  }

  /** The number of rows. */
  int rows() {
    return target.length;
  }

  /** d. */
  int states() {
    return states;
  }

  /** The piece. */
  Piece piece() {
    return piece;
  }

  /** B of the piece. */
  StepRule rule() {
    return rule;
  }

  /** The rows of the design's columns. */
  RowWriter rows(Design design) {
    int p = integrals.length / rule.rows();
    return (row, target, offset) ->
        design.write(row % states, integrals, row / states * p, this.target[row], target, offset);
  }

  /** P vec(W). */
  double[] prediction(Matrix w) {
    return Field.values(integrals, w);
  }

  /** b − P vec(W). */
  double[] residual(Matrix w) {
    double[] residual = prediction(w);
    for (int r = 0; r < residual.length; r++) {
      residual[r] = target[r] - residual[r];
    }
    return residual;
  }

  /** Gᵀ u, N×d. */
  double[] transposed(double[] u) {
    int d = states;
    double[] product = new double[piece.samples() * d];
    eachSample(
        (t, first) -> {
          for (int k = first; depends(k, t); k++) {
            int block = (k * rule.gapWidth() + t - rule.gapFirst(k)) * d * d;
            for (int i = 0; i < d; i++) {
              double weight = u[k * d + i];
              for (int c = 0; c < d; c++) {
                product[t * d + c] += weight * gaps[block + i * d + c];
              }
            }
          }
        });
    return product;
  }

  /** What is done for a sample, to places of its own. */
  @FunctionalInterface
  private interface ForSample {
    /** Does it for sample t, where the first row that depends on it is known. */
    void run(int t, int first);
  }

  private void eachSample(ForSample body) {
    Ranges.each(
        piece.samples(),
        (from, to) -> {
          int first = firstRow(from);
          for (int t = from; t < to; t++) {
            first = firstRow(first, t);
            body.run(t, first);
          }
        });
  }

  /** Whether row k, not before the first that does, depends on sample t. */
  private boolean depends(int k, int t) {
    return k < rule.rows() && rule.gapFirst(k) <= t;
  }

  /** The first row that depends on a sample. */
  private int firstRow(int sample) {
    int low = 0;
    int high = rule.rows();
    while (low < high) {
      int middle = (low + high) / 2;
      if (rule.gapFirst(middle) + rule.gapWidth() <= sample) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same, from a row on that is not behind it. */
  private int firstRow(int from, int sample) {
    int row = from;
    while (row < rule.rows() && rule.gapFirst(row) + rule.gapWidth() <= sample) {
      row++;
    }
    return row;
  }

  /** The factor of S; empty where S is not positive definite in floating point. */
  Optional<TwistedCholesky> factor(Vec noise, Vec defect) {
    return TwistedCholesky.of(covariance(noise, defect), POSITIVE);
  }

  /**
   * S.
   *
   * @param noise σ² of each state
   * @param defect q of each equation; the diagonal of Q exceeds it by what rows have of their own
   */
  SymmetricBand covariance(Vec noise, Vec defect) {
    double[] variances = variances(noise);
    int d = states;
    int reach = rule.reach();
    int width = Math.min(reach * d + d - 1, Math.max(0, rows() - 1));
    double[] band = new double[rows() * (width + 1)];
    Ranges.each(
        rule.rows(),
        (from, to) -> {
          for (int k = from; k < to; k++) {
            addBlocks(k, reach, variances, band, width);
            for (int i = 0; i < d; i++) {
              band[(k * d + i) * (width + 1)] += defect.get(i) + own[k * d + i];
            }
          }
        });
    return SymmetricBand.adopt(rows(), width, band);
  }

  /** The columns of row k. */
  private void addBlocks(int k, int reach, double[] variances, double[] band, int width) {
    int last = Math.min(rule.rows() - 1, k + reach);
    for (int l = k; l <= last && rule.gapFirst(l) < rule.gapFirst(k) + rule.gapWidth(); l++) {
      addBlock(k, l, variances, band, width);
    }
  }

  /** The diagonal of Σ, N×d row-major. */
  double[] variances(Vec noise) {
    double[] variances = weights.clone();
    for (int e = 0; e < variances.length; e++) {
      variances[e] *= noise.get(e % states);
    }
    return variances;
  }

  /** S_{lk} += Σₜ G_{lt} Σ G_{kt}ᵀ, its lower half where l = k. */
  private void addBlock(int k, int l, double[] variances, double[] band, int width) {
    int d = states;
    int shift = rule.gapFirst(l) - rule.gapFirst(k);
    for (int j = shift; j < rule.gapWidth(); j++) {
      int left = (l * rule.gapWidth() + j - shift) * d * d;
      int right = (k * rule.gapWidth() + j) * d * d;
      int sample = (rule.gapFirst(k) + j) * d;
      for (int i = 0; i < d; i++) {
        int row = l * d + i;
        for (int c = 0; c < (l == k ? i + 1 : d); c++) {
          double sum = 0;
          for (int s = 0; s < d; s++) {
            sum += gaps[left + i * d + s] * variances[sample + s] * gaps[right + c * d + s];
          }
          int column = k * d + c;
          band[column * (width + 1) + row - column] += sum;
        }
      }
    }
  }

  /** The diagonal of Gᵀ S⁻¹ G, N×d row-major, from S⁻¹ within its band. */
  double[] pulls(SymmetricBand inverse) {
    double[] pulls = new double[piece.samples() * states];
    eachSample(
        (t, first) -> {
          for (int k = first; depends(k, t); k++) {
            for (int l = k; depends(l, t); l++) {
              addPull(t, k, l, inverse, pulls);
            }
          }
        });
    return pulls;
  }

  /** What rows k and l ≥ k add at sample t. */
  private void addPull(int t, int k, int l, SymmetricBand inverse, double[] pulls) {
    int d = states;
    int right = (k * rule.gapWidth() + t - rule.gapFirst(k)) * d * d;
    int left = (l * rule.gapWidth() + t - rule.gapFirst(l)) * d * d;
    for (int i = 0; i < d; i++) {
      int most = l == k ? i : d - 1;
      for (int j = 0; j <= most; j++) {
        double entry = inverse.get(l * d + i, k * d + j);
        double z = l == k && j == i ? entry : 2 * entry;
        for (int c = 0; c < d; c++) {
          pulls[t * d + c] += gaps[left + i * d + c] * z * gaps[right + j * d + c];
        }
      }
    }
  }

  /** Σₜ w (Gᵀ S⁻¹ G)_{(t,c),(t,c)} for each state c. */
  double[] traces(SymmetricBand inverse) {
    double[] traces = new double[states];
    double[] pulls = pulls(inverse);
    for (int e = 0; e < pulls.length; e++) {
      traces[e % states] += weights[e] * pulls[e];
    }
    return traces;
  }
}
