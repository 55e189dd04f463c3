package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * The dual reading ξ ↦ L_ξ F of one polynomial F_W: what {@link MonomialRows} computes for every W,
 * here for this W only, in doubles, at a cost that grows with its terms and not with n p.
 */
final class FixedField {
  private final int variables;
  private final int degree;
  private final int outputs;
  private final List<WeightedTerm> terms = new ArrayList<>();

  /** x^α with its coefficient in every output. */
  private record WeightedTerm(List<Integer> exponents, Vec weights) {}

  /** β and c of c x^β. */
  private record Summand(List<Integer> exponents, double coefficient) {}

  FixedField(Library library, Matrix w) {
    this.variables = library.variables().size();
    this.outputs = w.rows();
    this.degree =
        library.terms().stream().mapToInt(term -> degree(term.exponents())).max().orElse(0);
    for (int j = 0; j < library.size(); j++) {
      Term term = library.terms().get(j);
      if (w.col(j).maxAbs() != 0) {
        terms.add(new WeightedTerm(term.exponents(), w.col(j)));
      }
    }
  }

  /**
   * One column for each candidate, whose components are polynomials: the image's orthonormal
   * coefficients, output by output; with S = Dv if {@code stretching}, else with S = 0.
   */
  Matrix images(List<List<Polynomial>> candidates, boolean stretching, Region region) {
    int highest =
        candidates.stream().flatMap(List::stream).mapToInt(Polynomial::degree).max().orElse(0);
    MonomialIndex index = new MonomialIndex(variables, degree + Math.max(0, highest - 1));
    SparseMatrix orthonormal = Legendre.orthonormal(index, region);
    double[][] columns = new double[candidates.size()][];
    for (int a = 0; a < columns.length; a++) {
      double[] image = new double[outputs * index.size()];
      transport(candidates.get(a), index, image);
      if (stretching) {
        stretch(candidates.get(a), index, image);
      }
      columns[a] = new double[image.length];
      for (int i = 0; i < outputs; i++) {
        int from = i * index.size();
        Vec block = orthonormal.apply(Vec.of(image).slice(from, from + index.size()));
        System.arraycopy(block.toArray(), 0, columns[a], from, index.size());
      }
    }
    return Matrix.ofColumns(columns);
  }

  /** Adds DF·v. */
  private void transport(List<Polynomial> v, MonomialIndex index, double[] image) {
    for (int j = 0; j < variables; j++) {
      List<Summand> summands = summands(v.get(j));
      for (WeightedTerm term : summands.isEmpty() ? List.<WeightedTerm>of() : terms) {
        int power = term.exponents().get(j);
        for (Summand s : power == 0 ? List.<Summand>of() : summands) {
          int[] monomial = sum(term.exponents(), s.exponents());
          monomial[j]--;
          int at = index.of(monomial);
          double factor = power * s.coefficient();
          for (int i = 0; i < outputs; i++) {
            image[i * index.size() + at] += factor * term.weights().get(i);
          }
        }
      }
    }
  }

  /** Subtracts Dv·F. */
  private void stretch(List<Polynomial> v, MonomialIndex index, double[] image) {
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < outputs && !v.get(i).isZero(); j++) {
        for (Summand s : summands(v.get(i).derivative(j))) {
          for (WeightedTerm term : terms) {
            int at = index.of(sum(term.exponents(), s.exponents()));
            image[i * index.size() + at] -= s.coefficient() * term.weights().get(j);
          }
        }
      }
    }
  }

  private static List<Summand> summands(Polynomial p) {
    List<Summand> summands = new ArrayList<>();
    p.coefficients().forEach((beta, c) -> summands.add(new Summand(beta, c.doubleValue())));
    return summands;
  }

  private static int[] sum(List<Integer> alpha, List<Integer> beta) {
    int[] sum = new int[alpha.size()];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = alpha.get(k) + beta.get(k);
    }
    return sum;
  }

  private static int degree(List<Integer> alpha) {
    return alpha.stream().mapToInt(Integer::intValue).sum();
  }
}
