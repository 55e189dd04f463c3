package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All pieces, linearised and whitened at one state of the iteration. */
final class Round {
  private final List<Whitened> pieces;
  private final Matrix triangle;

  /**
   * One piece.
   *
   * @param linear its equations
   * @param factor L, S = L Lᵀ
   * @param triangle of the whitened rows
   * @param bias ‖L⁻¹ (B_{m+1} − B_m) F‖²
   */
  private record Whitened(Linearised linear, BandedCholesky factor, Matrix triangle, double bias) {}

  private Round(List<Whitened> pieces, Matrix triangle) {
    this.pieces = pieces;
    this.triangle = triangle;
  }

  /**
   * Empty where a covariance is singular in floating point.
   *
   * @param design its columns
   */
  static Optional<Round> at(Iterate at, Ground ground, Design design) {
    List<StepRule> own = ground.rules().of(at.order());
    IntFunction<List<double[]>> fields = ground.fields(at.states(), at.model());
    List<double[]> errors = ground.rules().errors(at.order(), fields, ground.states());
    List<Optional<Whitened>> whitened =
        IntStream.range(0, own.size())
            .parallel()
            .mapToObj(k -> whitened(at, k, own.get(k), errors.get(k), ground, design))
            .toList();
    if (whitened.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Whitened> pieces = whitened.stream().flatMap(Optional::stream).toList();
    TriangularFold fold = new TriangularFold(pieces.get(0).triangle().cols());
    pieces.forEach(piece -> fold.fold(piece.triangle()));
    return Optional.of(new Round(pieces, fold.triangle()));
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
   * The whitened rows of a piece, row-major, as {@link #at} folds them; empty where S is singular
   * in floating point.
   */
  static Optional<double[]> rows(Iterate at, int k, StepRule rule, Ground ground, Design design) {
    Linearised linear = linearised(at, k, rule, ground);
    return linear
        .covariance(at.noise().toArray(), at.defect().toArray())
        .map(
            factor -> {
              double[] system = linear.system(design);
              factor.lowerSolve(system, design.width());
              return system;
            });
  }

  private static Optional<Whitened> whitened(
      Iterate at, int k, StepRule rule, double[] error, Ground ground, Design design) {
    Linearised linear = linearised(at, k, rule, ground);
    return linear
        .covariance(at.noise().toArray(), at.defect().toArray())
        .map(
            factor -> {
              double[] system = linear.system(design);
              int cols = design.width();
              factor.lowerSolve(system, cols);
              TriangularFold fold = new TriangularFold(cols);
              RowFold.fold(system, cols, fold);
              double[] bias = error.clone();
              factor.lowerSolve(bias);
              return new Whitened(linear, factor, fold.triangle(), squares(bias));
            });
  }

  /** The triangle of the whitened rows of all pieces, over the coordinates. */
  Matrix triangle() {
    return triangle;
  }

  /** The number of rows. */
  int rows() {
    return pieces.stream().mapToInt(piece -> piece.linear().rows()).sum();
  }

  /** The most that χ² can fall because terms repair the quadrature. */
  double bias() {
    return pieces.stream().mapToDouble(Whitened::bias).sum();
  }

  /** The pieces, linearised. */
  List<Linearised> linear() {
    return pieces.stream().map(Whitened::linear).toList();
  }

  /** The factors of their covariances. */
  List<BandedCholesky> factors() {
    return pieces.stream().map(Whitened::factor).toList();
  }

  private static double squares(double[] v) {
    double sum = 0;
    for (double entry : v) {
      sum += entry * entry;
    }
    return sum;
  }
}
