package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.WhitenedFold;
import java.util.List;
import java.util.Optional;

/** All pieces, linearised and whitened at one state of the iteration. */
final class Round {
  private final List<Whitened> pieces;
  private final Matrix triangle;

  /**
   * One piece.
   *
   * @param linear its equations
   * @param factor L, S = L Lᵀ
   * @param bias ‖L⁻¹ (B_{m+1} − B_m) F‖²
   */
  private record Whitened(Linearised linear, TwistedCholesky factor, double bias) {
    WhitenedFold.Part rows(Design design) {
      return new WhitenedFold.Part(factor, linear.rows(design));
    }
  }

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
    List<double[]> errors = ground.rules().errors(at.order(), at.fields(), ground.states());
    List<Optional<Whitened>> whitened =
        Team.map(errors.size(), k -> whitened(Linearised.at(at, k, ground), at, errors.get(k)));
    if (whitened.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Whitened> pieces = whitened.stream().flatMap(Optional::stream).toList();
    WhitenedFold fold =
        new WhitenedFold(
            design.width(),
            ground.widest(),
            pieces.stream().map(piece -> piece.rows(design)).toList());
    Matrix triangle =
        at.near()
            .filter(near -> near.cols() == design.width())
            .map(fold::triangle)
            .orElseGet(fold::triangle);
    return Optional.of(new Round(pieces, triangle));
  }

  private static Optional<Whitened> whitened(Linearised linear, Iterate at, double[] error) {
    return linear
        .factor(at.noise(), at.defect())
        .map(
            factor -> {
              double[] bias = error.clone();
              factor.lowerSolve(bias);
              return new Whitened(linear, factor, squares(bias));
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
  List<TwistedCholesky> factors() {
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
