package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Motions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The motions w ↦ L_ξ F_w that keep the number of symmetries: when [ξ, 𝔤] ⊂ 𝔤 for the span 𝔤 of
 * the candidates, then F has as many symmetries in 𝔤 as F moved along ξ, since e^{tξ} carries
 * those of the one to those of the other. So rank L stays, L(w) = [L_{ξ₁} F_w … L_{ξ_q} F_w].
 *
 * <p>Tried are the candidates themselves and the rotations of every pair of variables; those stay
 * that are affine, keep 𝔤, and lead no term out of the library.
 */
public final class RankMotions {
  /** What is left of a bracket beside its span, below this, is rounding. */
  private static final double NOISE = 1e-9;

  private RankMotions() {}

  /** Of a library of monomials; none when other terms are among them or nothing keeps 𝔤. */
  public static Motions of(Library library, List<Generator> candidates, Fibre fibre) {
    int outputs = fibre.outputs();
    int unknowns = outputs * library.size();
    List<Matrix> algebra = candidates.stream().flatMap(c -> square(c).stream()).toList();
    if (algebra.size() < candidates.size()
        || !library.terms().stream().allMatch(Term::isMonomial)) {
      return Motions.none(unknowns);
    }
    Matrix span = orthonormal(algebra);
    Matrix any = combination(algebra);
    List<SparseMatrix> fields =
        Stream.concat(
                candidates.stream(),
                AffineFields.so(library.variables().size()).on(library.variables()).stream()
                    .filter(xi -> !lies(square(xi).orElseThrow(), span)))
            .filter(xi -> keeps(square(xi).orElseThrow(), any, span))
            .flatMap(xi -> field(library, xi, fibre).stream())
            .toList();
    return Motions.of(unknowns, fields);
  }

  /** [A a; 0 0] of v(x) = A x + a. */
  private static Optional<Matrix> square(Generator xi) {
    return xi.matrix()
        .map(
            a -> {
              int size = a.cols();
              double[] entries = new double[size * size];
              System.arraycopy(a.toArray(), 0, entries, 0, a.rows() * size);
              return Matrix.adopt(size, size, entries);
            });
  }

  /** [ξ, h] ∈ 𝔤 for one random h: the h for which it holds are a subspace, here all of 𝔤. */
  private static boolean keeps(Matrix xi, Matrix h, Matrix span) {
    return xi.norm() * h.norm() * NOISE >= beside(xi.times(h).minus(h.times(xi)), span);
  }

  private static boolean lies(Matrix xi, Matrix span) {
    return xi.norm() * NOISE >= beside(xi, span);
  }

  /** The distance of a from the span. */
  private static double beside(Matrix a, Matrix span) {
    return a.vec().minus(span.apply(span.applyTranspose(a.vec()))).norm();
  }

  private static Matrix combination(List<Matrix> algebra) {
    SplittableRandom random = new SplittableRandom(1);
    return algebra.stream()
        .map(a -> a.scaled(random.nextGaussian()))
        .reduce((a, b) -> a.plus(1, b))
        .orElseGet(() -> Matrix.zeros(0, 0));
  }

  /** An orthonormal basis of the span, one vec a column. */
  private static Matrix orthonormal(List<Matrix> algebra) {
    List<Vec> done = new ArrayList<>();
    for (Matrix a : algebra) {
      Vec rest = a.vec();
      for (int pass = 0; pass < 2; pass++) {
        for (Vec before : done) {
          rest = rest.plus(-before.dot(rest), before);
        }
      }
      if (rest.norm() > NOISE * a.norm()) {
        done.add(rest.times(1 / rest.norm()));
      }
    }
    return done.isEmpty()
        ? Matrix.zeros(0, 0)
        : Matrix.ofColumns(done.stream().map(Vec::toArray).toArray(double[][]::new));
  }

  /** w ↦ vec of L_ξ F_w; empty when it leads out of the library. */
  private static Optional<SparseMatrix> field(Library library, Generator xi, Fibre fibre) {
    Optional<PolynomialAction> action = PolynomialAction.of(xi, fibre);
    if (action.isEmpty()) {
      return Optional.empty();
    }
    Map<List<Integer>, Integer> places = new HashMap<>();
    library.terms().forEach(term -> places.put(term.exponents(), places.size()));
    int terms = library.size();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int k = 0; k < fibre.outputs() * terms; k++) {
      rows.add(new TreeMap<>());
    }
    MonomialRows.Operator operator = MonomialRows.of(library).along(action.get());
    for (var row : operator.rows().entrySet()) {
      List<Integer> image =
          Arrays.stream(operator.images().exponents(row.getKey() % operator.images().size()))
              .boxed()
              .toList();
      Integer place = places.get(image);
      if (place == null) {
        return Optional.empty();
      }
      SortedMap<Integer, Double> target =
          rows.get(row.getKey() / operator.images().size() * terms + place);
      row.getValue().forEach((column, value) -> target.put(column, value.doubleValue()));
    }
    return Optional.of(SparseMatrix.ofRows(fibre.outputs() * terms, rows));
  }
}
