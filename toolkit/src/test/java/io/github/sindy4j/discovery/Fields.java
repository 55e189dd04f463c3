package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fields written out, and spaces of candidates, for tests. */
final class Fields {
  private Fields() {}

  /** x1 … xn. */
  static List<String> names(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> "x" + i).toList();
  }

  /** A polynomial field on [−scale, scale]^m over the library of its own degree. */
  static Subject polynomial(List<String> variables, double scale, String... rates) {
    int m = variables.size();
    List<Polynomial> field = new ArrayList<>();
    for (String rate : rates) {
      field.add(Polynomials.of(Expression.parse(rate, variables), m).orElseThrow());
    }
    return polynomial(variables, box(m, scale), field);
  }

  static Subject polynomial(List<String> variables, Region region, List<Polynomial> field) {
    int degree = field.stream().mapToInt(Polynomial::degree).max().orElse(0);
    Library library = PolynomialLibrary.ofDegree(degree).over(variables);
    double[] w = new double[field.size() * library.size()];
    for (int i = 0; i < field.size(); i++) {
      for (int j = 0; j < library.size(); j++) {
        List<Integer> alpha = library.terms().get(j).exponents();
        if (field.get(i).coefficients().containsKey(alpha)) {
          w[i * library.size() + j] = field.get(i).coefficients().get(alpha).doubleValue();
        }
      }
    }
    return Subject.field(library, Matrix.adopt(field.size(), library.size(), w), region);
  }

  /** A field over the library of these functions, with these coefficients. */
  static Subject field(List<String> variables, Region region, String[] terms, double[]... w) {
    Library library = ExpressionLibrary.of(terms).over(variables);
    return Subject.field(library, Matrix.ofRows(w), region);
  }

  static Region box(int m, double scale) {
    return new Region(Vec.zeros(m).map(v -> -scale), Vec.zeros(m).map(v -> scale));
  }

  /** Rotations and shifts. */
  static GeneratorSpace euclidean(List<String> variables) {
    return GeneratorSpace.of(LieAlgebra.se(variables.size()).over(variables));
  }
}
