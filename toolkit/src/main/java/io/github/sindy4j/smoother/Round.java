package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All pieces, linearised and whitened at one state of the iteration. */
final class Round {
  private final List<Whitened> pieces;
  private final int states;
  private final Matrix triangle;

  /**
   * One piece.
   *
   * @param linear its equations
   * @param factor L, S = L Lᵀ
   * @param triangle of L⁻¹ [P | b]
   * @param bias ‖L⁻¹ (B_{m+1} − B_m) F‖²
   */
  private record Whitened(Linearised linear, BandedCholesky factor, Matrix triangle, double bias) {}

  private Round(List<Whitened> pieces, int states, Matrix triangle) {
    this.pieces = pieces;
    this.states = states;
    this.triangle = triangle;
  }

  /** Empty where a covariance is singular in floating point. */
  static Optional<Round> at(Iterate at, Ground ground) {
    List<StepRule> own = ground.rules().of(at.order());
    IntFunction<List<double[]>> fields = ground.fields(at.states(), at.model());
    List<double[]> errors = ground.rules().errors(at.order(), fields, ground.states());
    List<Optional<Whitened>> whitened =
        IntStream.range(0, own.size())
            .parallel()
            .mapToObj(k -> whitened(at, k, own.get(k), errors.get(k), ground))
            .toList();
    if (whitened.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Whitened> pieces = whitened.stream().flatMap(Optional::stream).toList();
    TriangularFold fold = new TriangularFold(pieces.get(0).triangle().cols());
    pieces.forEach(piece -> fold.fold(piece.triangle()));
    return Optional.of(new Round(pieces, ground.states(), fold.triangle()));
  }

  private static Linearised linearised(Iterate at, int k, StepRule rule, Ground ground) {
    double[] x = at.states().get(k);
    double[] arguments = rule.points().arguments(x, ground.states());
    double[] controls = rule.points().controls();
    double[] theta = ground.field().terms(arguments, controls);
    double[] jacobians = ground.field().jacobians(arguments, controls, at.model());
    return new Linearised(ground.pieces().get(k), rule, x, theta, jacobians);
  }

  /**
   * L⁻¹ [P | b] of a piece, row-major, as {@link #at} folds them; empty where S is singular in
   * floating point.
   */
  static Optional<double[]> rows(Iterate at, int k, StepRule rule, Ground ground) {
    Linearised linear = linearised(at, k, rule, ground);
    return linear
        .covariance(at.noise().toArray(), at.defect().toArray())
        .map(
            factor -> {
              double[] system = linear.system();
              factor.lowerSolve(system, system.length / linear.rows());
              return system;
            });
  }

  private static Optional<Whitened> whitened(
      Iterate at, int k, StepRule rule, double[] error, Ground ground) {
    Linearised linear = linearised(at, k, rule, ground);
    return linear
        .covariance(at.noise().toArray(), at.defect().toArray())
        .map(
            factor -> {
              double[] system = linear.system();
              int cols = system.length / linear.rows();
              factor.lowerSolve(system, cols);
              TriangularFold fold = new TriangularFold(cols);
              RowFold.fold(system, cols, fold);
              double[] bias = error.clone();
              factor.lowerSolve(bias);
              return new Whitened(linear, factor, fold.triangle(), squares(bias));
            });
  }

  /** The triangle of the whitened [P | b] of all pieces, over vec(W). */
  Matrix triangle() {
    return triangle;
  }

  /** The number of rows. */
  int rows() {
    return pieces.stream().mapToInt(piece -> piece.linear().rows()).sum();
  }

  /** log det S. */
  double logDeterminant() {
    return pieces.stream().mapToDouble(piece -> piece.factor().logDeterminant()).sum();
  }

  /** The most that χ² can fall because terms repair the quadrature. */
  double bias() {
    return pieces.stream().mapToDouble(Whitened::bias).sum();
  }

  /**
   * What a model W says about states and variances.
   *
   * @param states X = y − Σ Gᵀ u of each piece, u = S⁻¹ (b − P vec(W))
   * @param defect Σ u² and tr S⁻¹ of each equation
   * @param noise Σ (Gᵀ u)² and tr Gᵀ S⁻¹ G of each state
   */
  record Update(List<double[]> states, Matrix defect, Matrix noise) {}

  /** The update by a model. */
  Update update(Matrix w, Vec noise) {
    List<PieceUpdate> updates =
        pieces.parallelStream().map(piece -> update(piece, w, noise)).toList();
    double[][] defects = new double[2][states];
    double[][] noises = new double[2][states];
    List<double[]> x = new ArrayList<>();
    for (PieceUpdate update : updates) {
      x.add(update.states().toArray());
      for (int i = 0; i < states; i++) {
        defects[0][i] += update.sums().get(i);
        defects[1][i] += update.sums().get(states + i);
        noises[0][i] += update.sums().get(2 * states + i);
        noises[1][i] += update.sums().get(3 * states + i);
      }
    }
    return new Update(x, Matrix.ofRows(defects), Matrix.ofRows(noises));
  }

  private record PieceUpdate(Matrix states, Vec sums) {}

  private PieceUpdate update(Whitened piece, Matrix w, Vec noise) {
    double[] sums = new double[4 * states];
    double[] u = piece.linear().residual(w);
    piece.factor().lowerSolve(u);
    piece.factor().upperSolve(u);
    double[] pull = piece.linear().transposed(u);
    double[] x = piece.linear().piece().measured().clone();
    for (int e = 0; e < x.length; e++) {
      x[e] -= noise.get(e % states) * pull[e];
      sums[2 * states + e % states] += pull[e] * pull[e];
    }
    SymmetricBand inverse = piece.factor().inverseBand();
    for (int r = 0; r < u.length; r++) {
      sums[r % states] += u[r] * u[r];
      sums[states + r % states] += inverse.get(r, r);
    }
    double[] traces = piece.linear().traces(inverse);
    System.arraycopy(traces, 0, sums, 3 * states, states);
    return new PieceUpdate(Matrix.adopt(x.length / states, states, x), Vec.adopt(sums));
  }

  /** The whitened residuals of a model, equation by equation within a step, piece by piece. */
  List<double[]> residuals(Matrix w) {
    return pieces.stream()
        .map(
            piece -> {
              double[] r = piece.linear().residual(w);
              piece.factor().lowerSolve(r);
              return r;
            })
        .toList();
  }

  private static double squares(double[] v) {
    double sum = 0;
    for (double entry : v) {
      sum += entry * entry;
    }
    return sum;
  }
}
