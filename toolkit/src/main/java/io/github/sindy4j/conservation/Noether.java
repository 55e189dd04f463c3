package io.github.sindy4j.conservation;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Noether's theorem for a canonical Hamiltonian field F = X_H: h is conserved, {h, H} = 0, exactly
 * when X_h is a symmetry, [X_h, F] = 0 (up to constants of h).
 *
 * @param pairing positions and momenta
 * @param hamiltonian H
 * @param pairs each quantity with its symmetry
 */
public record Noether(Pairing pairing, Expression hamiltonian, List<Pair> pairs) {
  private static final int POINTS = 200;

  /**
   * A quantity and the symmetry that it generates.
   *
   * @param quantity h
   * @param generator X_h
   * @param defect rms([X_h, F]) beside the size of its two parts
   */
  public record Pair(ConservedQuantity quantity, Generator generator, double defect) {
    @Override
    public String toString() {
      return quantity + "  ↔  " + generator.text();
    }
  }

  /** Copies the list. */
  public Noether {
    pairs = List.copyOf(pairs);
  }

  /**
   * By the pairing q₁ … q_d, p₁ … p_d or q₁, p₁, …, whichever makes F Hamiltonian; empty when
   * neither does.
   */
  public static Optional<Noether> of(
      Dynamics dynamics, ConservedQuantities quantities, Region region) {
    if (dynamics.dimension() % 2 != 0) {
      return Optional.empty();
    }
    return of(dynamics, quantities, region, Pairing.halves(dynamics.states()))
        .or(() -> of(dynamics, quantities, region, Pairing.consecutive(dynamics.states())));
  }

  /**
   * By this pairing; empty when F has no Hamiltonian among the candidates, up to the tolerance of
   * the search.
   */
  public static Optional<Noether> of(
      Dynamics dynamics, ConservedQuantities quantities, Region region, Pairing pairing) {
    Library candidates = quantities.candidates();
    QuantitySamples samples =
        QuantitySamples.at(
            region.points(4 * (POINTS + 4 * candidates.size())),
            dynamics,
            candidates,
            region,
            POINTS + 4 * candidates.size());
    return hamiltonian(samples, candidates, region, pairing, quantities.tolerance())
        .map(
            h ->
                new Noether(
                    pairing,
                    h,
                    quantities.quantities().stream()
                        .flatMap(q -> pair(q, pairing, dynamics, samples, region).stream())
                        .toList()));
  }

  /** The h with J∇h = F: least squares over the candidates, at the points. */
  private static Optional<Expression> hamiltonian(
      QuantitySamples samples,
      Library candidates,
      Region region,
      Pairing pairing,
      double tolerance) {
    List<Integer> kept = samples.form().independent();
    int q = kept.size();
    TriangularFold fold = new TriangularFold(q + 1);
    for (int k = 0; k < pairing.positions().size(); k++) {
      int position = pairing.positions().get(k);
      int momentum = pairing.momenta().get(k);
      // Both sides in scaled coordinates: s_p ∂h/∂p = s_p s_q (F_q/s_q), s_q ∂h/∂q likewise.
      double area = region.halfWidth(position) * region.halfWidth(momentum);
      fold(fold, samples, kept, momentum, samples.rates().col(position).times(area));
      fold(fold, samples, kept, position, samples.rates().col(momentum).times(-area));
    }
    Matrix r = fold.triangle();
    Matrix left = leading(r, q);
    Vec right = r.col(q);
    Vec scales = Vec.adopt(IntStream.range(0, q).mapToDouble(j -> left.col(j).norm()).toArray());
    SimpleCoefficients numbers =
        new SimpleCoefficients(c -> left.apply(c).minus(right).norm() / right.norm(), tolerance);
    Vec raw = Triangle.solve(left, right.slice(0, q), q);
    if (!(numbers.defect().applyAsDouble(raw) <= tolerance)) {
      return Optional.empty();
    }
    Vec c = numbers.fractions(raw, scales);
    return Optional.of(candidates.select(kept).combination(c));
  }

  private static void fold(
      TriangularFold fold, QuantitySamples samples, List<Integer> kept, int state, Vec right) {
    double[][] columns = new double[kept.size() + 1][];
    for (int j = 0; j < kept.size(); j++) {
      columns[j] = samples.gradients().get(state).col(kept.get(j)).toArray();
    }
    columns[kept.size()] = right.toArray();
    fold.fold(Block.of(Matrix.ofColumns(columns)));
  }

  /** The first q columns of R. */
  private static Matrix leading(Matrix r, int q) {
    return r.columns(IntStream.range(0, q).toArray());
  }

  private static Optional<Pair> pair(
      ConservedQuantity quantity,
      Pairing pairing,
      Dynamics dynamics,
      QuantitySamples samples,
      Region region) {
    return pairing
        .field("", quantity.expression())
        .map(x -> new Pair(quantity, x, bracket(x, dynamics, samples.points(), region)));
  }

  /** rms([v, F])/√(rms(DF v)² + rms(Dv F)²) in scaled coordinates. */
  private static double bracket(Generator v, Dynamics dynamics, Matrix points, Region region) {
    int n = dynamics.dimension();
    int[] active =
        IntStream.range(0, dynamics.library().size())
            .filter(j -> dynamics.coefficients().col(j).maxAbs() != 0)
            .toArray();
    Library library = dynamics.library().select(IntStream.of(active).boxed().toList());
    Vec w = Vec.adopt(dynamics.coefficients().columns(active).toArray());
    LieDerivative lie = LieDerivative.sampled(library, points);
    Vec bracket = scaled(lie.along(v, Fibre.pushforward(n)).apply(w), region);
    Vec moved = scaled(lie.along(v, Fibre.scalar(n)).apply(w), region);
    double whole = Math.hypot(moved.norm(), moved.minus(bracket).norm());
    return whole == 0 ? 0 : bracket.norm() / whole;
  }

  private static Vec scaled(Vec images, Region region) {
    double[] scaled = images.toArray();
    int points = scaled.length / region.dimension();
    for (int r = 0; r < scaled.length; r++) {
      scaled[r] /= region.halfWidth(r / points);
    }
    return Vec.adopt(scaled);
  }
}
