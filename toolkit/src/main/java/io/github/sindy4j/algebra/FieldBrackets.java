package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Generators and their brackets as vectors of coefficients in doubles. Of affine fields [A | a] and
 * [B | b] the bracket is [BA − AB | Ba − Ab]; others go through polynomials.
 */
final class FieldBrackets {
  private final int size;
  private final List<double[]> fields;
  private final List<List<double[]>> upper;

  private FieldBrackets(int size, List<double[]> fields, List<List<double[]>> upper) {
    this.size = size;
    this.fields = fields;
    this.upper = upper;
  }

  static FieldBrackets of(List<Generator> generators) {
    List<Matrix> matrices =
        generators.stream().map(Generator::matrix).flatMap(Optional::stream).toList();
    return matrices.size() == generators.size() ? affine(matrices) : polynomial(generators);
  }

  private static FieldBrackets affine(List<Matrix> matrices) {
    List<double[]> fields = matrices.stream().map(Matrix::toArray).toList();
    int size = fields.isEmpty() ? 0 : fields.get(0).length;
    List<List<double[]>> upper = new ArrayList<>();
    for (int i = 0; i < matrices.size(); i++) {
      List<double[]> row = new ArrayList<>();
      for (int j = i + 1; j < matrices.size(); j++) {
        row.add(affine(fields.get(i), fields.get(j), matrices.get(i).rows()));
      }
      upper.add(row);
    }
    return new FieldBrackets(size, fields, upper);
  }

  private static double[] affine(double[] a, double[] b, int m) {
    int width = m + 1;
    double[] bracket = new double[m * width];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < m; k++) {
        double left = b[i * width + k];
        double right = a[i * width + k];
        for (int j = 0; j < width && (left != 0 || right != 0); j++) {
          bracket[i * width + j] += left * a[k * width + j] - right * b[k * width + j];
        }
      }
    }
    return bracket;
  }

  private static FieldBrackets polynomial(List<Generator> generators) {
    List<List<Polynomial>> polynomials = generators.stream().map(LieBracket::polynomials).toList();
    FieldCoordinates coordinates = new FieldCoordinates();
    List<SortedMap<Integer, Rational>> fields = polynomials.stream().map(coordinates::of).toList();
    List<List<SortedMap<Integer, Rational>>> upper = new ArrayList<>();
    for (int i = 0; i < polynomials.size(); i++) {
      List<SortedMap<Integer, Rational>> row = new ArrayList<>();
      for (int j = i + 1; j < polynomials.size(); j++) {
        row.add(coordinates.of(LieBracket.of(polynomials.get(i), polynomials.get(j))));
      }
      upper.add(row);
    }
    int size = coordinates.size();
    return new FieldBrackets(
        size,
        fields.stream().map(v -> dense(v, size)).toList(),
        upper.stream().map(row -> row.stream().map(v -> dense(v, size)).toList()).toList());
  }

  private static double[] dense(SortedMap<Integer, Rational> sparse, int size) {
    double[] dense = new double[size];
    sparse.forEach((k, value) -> dense[k] = value.doubleValue());
    return dense;
  }

  /** The length of the vectors. */
  int size() {
    return size;
  }

  /** vᵢ. */
  Vec field(int i) {
    return Vec.of(fields.get(i));
  }

  /** [vᵢ, vⱼ], copied. */
  double[] bracket(int i, int j) {
    if (i == j) {
      return new double[size];
    }
    double[] bracket = upper.get(Math.min(i, j)).get(Math.abs(i - j) - 1).clone();
    for (int k = 0; k < size && i > j; k++) {
      bracket[k] = -bracket[k];
    }
    return bracket;
  }
}
