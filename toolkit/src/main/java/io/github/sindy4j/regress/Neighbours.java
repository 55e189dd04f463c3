package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.DotProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much ‖r‖² changes when a term joins a least-squares fit, leaves it, or takes the place of
 * another. With Q R = Θ_S, the dual directions uᵢ ∝ Q R⁻ᵀ eᵢ of the terms inside and the parts pⱼ
 * of the columns outside that are orthogonal to Θ_S,
 *
 * <pre>
 *  joins:  −(pⱼ·r)²/‖pⱼ‖²,   leaves:  (y·uᵢ)²,
 *  both:   (y·uᵢ)² − (pⱼ·r + (θⱼ·uᵢ)(y·uᵢ))²/(‖pⱼ‖² + (θⱼ·uᵢ)²).
 * </pre>
 *
 * O(|S| q c) for c columns of length q, where a fit for each neighbour would take |S|² times as
 * long.
 */
final class Neighbours {
  /** A column of which less than this part is left depends on the others. */
  private static final double DEPENDENT = 1e-20;

  private final double[][] columns;
  private final List<Integer> inside;
  private final double[][] basis;
  private final double[][] triangle;
  private final double[] residual;
  private final double[] dualResponse;
  private final double[][] dualWeights;

  /** Terms {@code inside} of the columns, of which the last is y. */
  Neighbours(double[][] columns, List<Integer> inside) {
    int k = inside.size();
    this.columns = columns;
    this.inside = inside;
    this.basis = new double[k][];
    this.triangle = new double[k][k];
    for (int i = 0; i < k; i++) {
      basis[i] = columns[inside.get(i)].clone();
      double[] weights = orthogonalise(basis[i], i);
      System.arraycopy(weights, 0, triangle[i], 0, i);
      double length = Math.sqrt(DotProduct.of(basis[i], basis[i]));
      triangle[i][i] = length;
      scale(basis[i], length > 0 ? 1 / length : 0);
    }
    this.residual = columns[columns.length - 1].clone();
    double[] response = orthogonalise(residual, k);
    this.dualWeights = duals();
    this.dualResponse = new double[k];
    for (int i = 0; i < k; i++) {
      dualResponse[i] = DotProduct.of(dualWeights[i], response);
    }
  }

  /** Takes the parts along the first {@code count} basis vectors out of v, twice; their sizes. */
  private double[] orthogonalise(double[] v, int count) {
    double[] weights = new double[count];
    for (int pass = 0; pass < 2; pass++) {
      for (int b = 0; b < count; b++) {
        double weight = DotProduct.of(basis[b], v);
        weights[b] += weight;
        for (int t = 0; t < v.length; t++) {
          v[t] -= weight * basis[b][t];
        }
      }
    }
    return weights;
  }

  /** Row i: R⁻ᵀ eᵢ, divided by its length. {@code triangle[j]} holds column j of R. */
  private double[][] duals() {
    int k = inside.size();
    double[][] duals = new double[k][k];
    for (int i = 0; i < k; i++) {
      // Rᵀ g = eᵢ by forward substitution.
      for (int j = i; j < k; j++) {
        double sum = j == i ? 1 : 0;
        for (int b = i; b < j; b++) {
          sum -= triangle[j][b] * duals[i][b];
        }
        duals[i][j] = triangle[j][j] > 0 ? sum / triangle[j][j] : 0;
      }
      scale(duals[i], 1 / Math.sqrt(DotProduct.of(duals[i], duals[i])));
    }
    return duals;
  }

  /** The change of ‖r‖² when the i-th term inside leaves. */
  double leaving(int i) {
    return dualResponse[i] * dualResponse[i];
  }

  /** One column outside, seen from here. */
  final class Outside {
    private final double left;
    private final double overlap;
    private final double whole;
    private final double[] weights;

    private Outside(int column) {
      double[] part = columns[column].clone();
      whole = DotProduct.of(part, part);
      weights = orthogonalise(part, inside.size());
      left = DotProduct.of(part, part);
      overlap = DotProduct.of(part, residual);
    }

    /** The change of ‖r‖² when it joins. */
    double joining() {
      return left <= DEPENDENT * whole ? 0 : -overlap * overlap / left;
    }

    /** The change of ‖r‖² when it takes the place of the i-th term inside. */
    double replacing(int i) {
      double along = DotProduct.of(dualWeights[i], weights);
      double length = left + along * along;
      double pull = overlap + along * dualResponse[i];
      return leaving(i) - (length <= DEPENDENT * whole ? 0 : pull * pull / length);
    }
  }

  /** A column that is not inside. */
  Outside outside(int column) {
    return new Outside(column);
  }

  /** All single moves: the terms inside that leave, then each candidate outside and its places. */
  List<Move> moves(List<Integer> candidates) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      moves.add(new Move(inside.get(i), -1, leaving(i)));
    }
    for (int j : candidates) {
      if (!inside.contains(j)) {
        Outside outside = outside(j);
        moves.add(new Move(-1, j, outside.joining()));
        for (int i = 0; i < inside.size(); i++) {
          moves.add(new Move(inside.get(i), j, outside.replacing(i)));
        }
      }
    }
    return moves;
  }

  private static void scale(double[] v, double factor) {
    for (int t = 0; t < v.length; t++) {
      v[t] *= factor;
    }
  }
}
