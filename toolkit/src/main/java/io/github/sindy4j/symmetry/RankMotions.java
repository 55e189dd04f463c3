package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Tolerance;
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
    int unknowns = fibre.outputs() * library.size();
    List<Affine> algebra = candidates.stream().flatMap(c -> Affine.of(c).stream()).toList();
    Optional<Span> span = Span.of(algebra.stream().map(Affine::matrix).toList());
    if (algebra.size() < candidates.size()
        || span.isEmpty()
        || !library.terms().stream().allMatch(Term::isMonomial)) {
      return Motions.none(unknowns);
    }
    List<SparseMatrix> fields =
        Stream.concat(
                algebra.stream(),
                AffineFields.so(library.variables().size()).on(library.variables()).stream()
                    .flatMap(xi -> Affine.of(xi).stream())
                    .filter(xi -> !span.get().holds(xi.matrix)))
            .filter(xi -> span.get().isKeptBy(xi.matrix))
            .flatMap(xi -> field(library, xi.generator, fibre).stream())
            .toList();
    return Motions.of(unknowns, fields);
  }

  /** v(x) = A x + a with the matrix [A a; 0 0], whose commutators are the brackets. */
  private record Affine(Generator generator, Matrix matrix) {
    static Optional<Affine> of(Generator xi) {
      return xi.matrix()
          .map(
              a -> {
                int size = a.cols();
                double[] entries = Arrays.copyOf(a.toArray(), size * size);
                return new Affine(xi, Matrix.adopt(size, size, entries));
              });
    }
  }

  /**
   * The span 𝔤 of some matrices.
   *
   * @param basis their vecs, one a row, most entries zero
   * @param gram of these
   * @param any a random element
   */
  private record Span(SparseMatrix basis, Cholesky gram, Matrix any) {
    /** Empty when there are none, or they depend on each other. */
    static Optional<Span> of(List<Matrix> matrices) {
      if (matrices.isEmpty()) {
        return Optional.empty();
      }
      SplittableRandom random = new SplittableRandom(1);
      Matrix any =
          matrices.stream()
              .map(a -> a.scaled(random.nextGaussian()))
              .reduce((a, b) -> a.plus(1, b))
              .orElseThrow();
      SparseMatrix basis =
          SparseMatrix.ofRows(any.vec().size(), matrices.stream().map(Span::entries).toList());
      return Cholesky.of(basis.transpose().gram(), new Tolerance(1e-12))
          .map(gram -> new Span(basis, gram, any));
    }

    private static SortedMap<Integer, Double> entries(Matrix a) {
      SortedMap<Integer, Double> entries = new TreeMap<>();
      double[] values = a.toArray();
      for (int k = 0; k < values.length; k++) {
        if (values[k] != 0) {
          entries.put(k, values[k]);
        }
      }
      return entries;
    }

    boolean holds(Matrix a) {
      return beside(a) <= NOISE * a.norm();
    }

    /** [ξ, h] ∈ 𝔤 for one random h: the h for which it holds are a subspace, here all of 𝔤. */
    boolean isKeptBy(Matrix xi) {
      Matrix bracket = xi.times(any).minus(any.times(xi));
      return beside(bracket) <= NOISE * xi.norm() * any.norm();
    }

    /** The distance of a from the span. */
    private double beside(Matrix a) {
      Vec nearest = basis.applyTranspose(gram.solve(basis.apply(a.vec())));
      return a.vec().minus(nearest).norm();
    }
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
