package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Staircase;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Least squares for one equation of which nothing is demanded, on some of the terms: min ‖y − Θ_S
 * w‖² from the triangle of [Θ_S | y]. With fewer terms it goes on from its own triangle. Immutable.
 *
 * <p>With all terms the triangle is that of the rows themselves, which all equations share.
 */
final class FreeEquation {
  private final int equation;
  private final int stride;
  private final int[] terms;
  private final Matrix triangle;
  private final int response;

  private FreeEquation(int equation, int stride, int[] terms, Matrix triangle, int response) {
    this.equation = equation;
    this.stride = stride;
    this.terms = terms;
    this.triangle = triangle;
    this.response = response;
  }

  /** These terms of an equation. */
  static FreeEquation of(RegressionSummary summary, int equation, int... terms) {
    int p = summary.terms();
    FreeEquation all =
        new FreeEquation(
            equation, p, IntStream.range(0, p).toArray(), summary.triangle(), p + equation);
    return all.keeping(terms);
  }

  /** The rows of parts with the same terms together. */
  static FreeEquation of(List<FreeEquation> parts, double ridge) {
    FreeEquation any = parts.get(0);
    if (parts.size() == 1 && ridge == 0) {
      return any;
    }
    int k = any.terms.length;
    TriangularFold fold = new TriangularFold(k + 1);
    for (FreeEquation part : parts) {
      fold.fold(part.own());
    }
    if (ridge > 0) {
      Block rows = new Block(k, k + 1);
      rows.setRows(k);
      for (int c = 0; c < k; c++) {
        rows.set(c, c, Math.sqrt(ridge));
      }
      fold.fold(rows);
    }
    return new FreeEquation(any.equation, any.stride, any.terms, fold.triangle(), k);
  }

  /** k. */
  int size() {
    return terms.length;
  }

  /** The term at this place. */
  int term(int place) {
    return terms[place];
  }

  /** Where its terms stand in vec(W). */
  List<Integer> positions() {
    return Arrays.stream(terms).map(j -> equation * stride + j).boxed().toList();
  }

  /** Its terms at these places only. */
  FreeEquation keeping(int... places) {
    int k = places.length;
    if (k == terms.length && isAscending(places)) {
      return this;
    }
    int[] picked = Arrays.copyOf(places, k + 1);
    picked[k] = response;
    int[] kept = Arrays.stream(places).map(place -> terms[place]).toArray();
    return new FreeEquation(equation, stride, kept, Staircase.triangle(triangle, picked), k);
  }

  private static boolean isAscending(int... places) {
    for (int k = 0; k < places.length; k++) {
      if (places[k] != k) {
        return false;
      }
    }
    return true;
  }

  /** Without terms whose columns are no more than what those before them say. */
  FreeEquation independent() {
    return keeping(
        ColumnBasis.of(leading(), Tolerance.RANK).kept().stream()
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /** Whether it has all terms of rows with several responses, whose triangle these share. */
  boolean sharesTriangle() {
    return triangle.cols() > terms.length + 1;
  }

  /** R of Θ_S, k×k. */
  Matrix leading() {
    int k = terms.length;
    return triangle.rowSlice(0, k).columns(IntStream.range(0, k).toArray());
  }

  /** The triangle of [Θ_S | y], (k+1)×(k+1). */
  Matrix own() {
    int k = terms.length;
    return response == k && triangle.cols() == k + 1
        ? triangle
        : Staircase.triangle(
            triangle, IntStream.rangeClosed(0, k).map(c -> c < k ? c : response).toArray());
  }

  /** The w of least squares. */
  double[] values() {
    int k = terms.length;
    return Triangle.solve(triangle, triangle.col(response).slice(0, k), k).toArray();
  }

  /** ‖y − Θ_S w‖². */
  double squaredError(double... w) {
    int k = terms.length;
    double sum = 0;
    for (int r = 0; r <= Math.min(response, triangle.rows() - 1); r++) {
      double residual = triangle.get(r, response);
      for (int j = r; j < k; j++) {
        residual -= w[j] == 0 ? 0 : triangle.get(r, j) * w[j];
      }
      sum += residual * residual;
    }
    return sum;
  }

  /** R⁻¹: its rows are how the coefficients vary together. */
  Matrix factor() {
    return Triangle.inverse(leading());
  }

  /** The fit, from which terms may leave one by one. */
  Elimination elimination() {
    return new Elimination(positions(), values(), factor());
  }

  /** Writes w into vec(W). */
  void writeTo(double[] vecW) {
    double[] values = values();
    for (int j = 0; j < terms.length; j++) {
      vecW[equation * stride + terms[j]] = values[j];
    }
  }
}
