package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandColumns;
import io.github.sindy4j.linalg.BandPart;
import io.github.sindy4j.linalg.BandVisitor;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.RowWriter;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

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
  private final Gaps gaps;
  private final double[] target;

  /**
   * Linearises.
   *
   * @param x X, N×d row-major
   * @param weights w of Σ = diag(σ² w), N×d row-major
   * @param own what the variance of each row exceeds q by
   * @param integrals B θ, row-major with p columns
   * @param gaps G
   */
  Linearised(
      Piece piece,
      StepRule rule,
      double[] x,
      double[] weights,
      double[] own,
      double[] integrals,
      Gaps gaps) {
    this.piece = piece;
    this.rule = rule;
    this.states = x.length / piece.samples();
    this.weights = weights;
    this.own = own;
    this.integrals = integrals;
    this.gaps = gaps;
    this.target = target(x);
  }

  /** A piece, linearised where an iteration stands. */
  static Linearised at(Iterate at, int piece, Ground ground) {
    StepRule rule = ground.rules().of(at.order()).get(piece);
    double[] x = at.states().get(piece);
    double[] arguments = rule.points().arguments(x, ground.states());
    double[] controls = rule.points().controls();
    Field field = ground.field();
    return Team.both(
        () -> rule.apply(field.terms(arguments, controls), field.library().size()),
        () ->
            new Gaps(
                rule,
                ground.pieces().get(piece).samples(),
                ground.states(),
                field.jacobians(arguments, controls, at.model())),
        (integrals, gaps) ->
            new Linearised(
                ground.pieces().get(piece),
                rule,
                x,
                ground.laws().weights(x),
                ground.ownVariances(at, piece),
                integrals,
                gaps));
  }

  /** The factors of S of all pieces; empty where one is not positive definite. */
  static Optional<List<TwistedCholesky>> factors(List<Linearised> pieces, Vec noise, Vec defect) {
    List<Optional<TwistedCholesky>> factors =
        Team.map(pieces.size(), k -> pieces.get(k).factor(noise, defect));
    return factors.stream().allMatch(Optional::isPresent)
        ? Optional.of(factors.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private double[] target(double[] x) {
    int d = states;
    double[] deviation = new double[x.length];
    Ranges.each(
        x.length,
        (from, to) -> {
          for (int e = from; e < to; e++) {
            deviation[e] = piece.measured()[e] - x[e];
          }
        });
    double[] b = rule.differences(x, d);
    gaps.addProduct(deviation, b);
    return b;
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
    Ranges.each(
        residual.length,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            residual[r] = target[r] - residual[r];
          }
        });
    return residual;
  }

  /** Gᵀ u, N×d. */
  double[] transposed(double[] u) {
    return gaps.transposed(u);
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
  BandColumns covariance(Vec noise, Vec defect) {
    return new Covariance(variances(noise), defect.toArray());
  }

  /** S, whose columns are those of one step after another. */
  private final class Covariance implements BandColumns {
    private final double[] variances;
    private final double[] defect;

    Covariance(double[] variances, double[] defect) {
      this.variances = variances;
      this.defect = defect;
    }

    @Override
    public int size() {
      return rows();
    }

    @Override
    public int width() {
      return Math.min((rule.reach() + 1) * states - 1, Math.max(0, rows() - 1));
    }

    @Override
    public int group() {
      return states;
    }

    @Override
    public BandVisitor writer() {
      BandVisitor gap = gaps.covariance(variances);
      return part -> {
        int from = part.firstColumn(0);
        double[] diagonal = Arrays.copyOfRange(own, from, part.endColumn(0));
        for (int r = 0; r < diagonal.length; r++) {
          diagonal[r] += defect[r % states];
        }
        part.addEntries(from, from, 1, diagonal, diagonal.length);
        gap.visit(part);
      };
    }
  }

  /** The diagonal of Σ, N×d row-major. */
  double[] variances(Vec noise) {
    double[] variances = new double[weights.length];
    Ranges.each(
        weights.length / states,
        (from, to) -> {
          for (int e = from * states; e < to * states; e += states) {
            for (int c = 0; c < states; c++) {
              variances[e + c] = weights[e + c] * noise.get(c);
            }
          }
        });
    return variances;
  }

  /** The diagonal of Gᵀ S⁻¹ G, N×d row-major. */
  double[] pulls(TwistedCholesky factor) {
    double[] pulls = new double[weights.length];
    factor.invert(states, gaps.pulls(pulls), gaps.pulls(pulls));
    return pulls;
  }

  /** Σₜ w (Gᵀ S⁻¹ G)_{(t,c),(t,c)} for each state c, and then Σₖ (S⁻¹)_{(k,i),(k,i)} for each i. */
  Vec traces(TwistedCholesky factor) {
    double[] pulls = new double[weights.length];
    Diagonal up = new Diagonal(gaps.pulls(pulls));
    Diagonal down = new Diagonal(gaps.pulls(pulls));
    factor.invert(states, up, down);
    return weighted(e -> pulls[e]).joined(Vec.of(up.sums).plus(Vec.of(down.sums)));
  }

  /** Σₜ w v for each state, v entries of an N×d row-major array. */
  Vec weighted(IntToDoubleFunction v) {
    return Vec.adopt(
        Ranges.sums(
            weights.length / states,
            states,
            (sums, from, to) -> {
              for (int e = from * states; e < to * states; e += states) {
                for (int c = 0; c < states; c++) {
                  sums[c] += weights[e + c] * v.applyAsDouble(e + c);
                }
              }
            }));
  }

  /** Sums up the diagonal, equation by equation, of what it passes on. */
  private final class Diagonal implements BandVisitor {
    private final BandVisitor next;
    private final double[] sums = new double[states];

    Diagonal(BandVisitor next) {
      this.next = next;
    }

    @Override
    public void visit(BandPart part) {
      next.visit(part);
      int from = part.firstColumn(0);
      double[] diagonal = new double[part.endColumn(0) - from];
      part.copyEntries(from, from, 1, 1, diagonal, diagonal.length);
      for (int k = 0; k < diagonal.length; k += states) {
        for (int i = 0; i < states; i++) {
          sums[i] += diagonal[k + i];
        }
      }
    }
  }
}
