package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Writes the space of the least defects in a readable basis: reduced echelon form, its entries
 * rounded to simple fractions where that leaves the defect (up to its uncertainty) and the closure
 * under the bracket as they are.
 *
 * @param candidates ξ₁ … ξ_q
 * @param relative ρ over their combinations
 * @param spread the uncertainty of ρ(b)
 * @param limit the largest defect of a symmetry
 * @param measure where brackets are compared
 */
record ReadableSpace(
    List<Generator> candidates,
    RelativeDefect relative,
    ToDoubleFunction<Vec> spread,
    double limit,
    Measure measure) {
  /** Defects smaller than this are rounding errors. */
  private static final double ROUNDING = 1e-9;

  /**
   * The space twice.
   *
   * @param plain in echelon form
   * @param shown each rounded and turned to its usual sign and length
   */
  record Basis(List<Vec> plain, List<Vec> shown) {}

  /** Of the first {@code within} directions, or over the rationals when those are known. */
  Basis of(Spectrum directions, int within, Optional<List<SortedMap<Integer, Rational>>> exactly) {
    Vec sizes = relative.sizes();
    Matrix space = directions.directions().columns(IntStream.range(0, within).toArray());
    List<Integer> pivots = CandidateBasis.pivots(space, sizes, candidates.size());
    if (exactly.isPresent()) {
      List<Vec> exact = CandidateBasis.reduced(exactly.get(), pivots, sizes.size());
      return new Basis(exact, presented(exact));
    }
    List<Vec> plain = CandidateBasis.reduced(space, pivots, sizes);
    double worst = within == 0 ? 0 : directions.values().get(within - 1);
    List<Vec> rounded = plain.stream().map(b -> rounded(b, worst)).toList();
    boolean asClosed = closure(rounded) <= Math.max(closure(plain), limit);
    return new Basis(plain, presented(asClosed ? rounded : plain));
  }

  /**
   * The coarsest rounding whose defect is at most three times that of the space, or larger by no
   * more than it is uncertain.
   */
  private Vec rounded(Vec b, double worst) {
    double uncertain = spread.applyAsDouble(b);
    double slack = Double.isFinite(uncertain) ? Math.max(2 * worst, uncertain) : 2 * worst;
    double allowed = Math.max(ROUNDING, Math.min(limit, worst + slack));
    return SimpleRoundings.roundings(b).stream()
        .filter(r -> relative.of(r) <= allowed)
        .findFirst()
        .orElse(b);
  }

  private double closure(List<Vec> combinations) {
    return BracketResidual.of(
        combinations.stream().map(b -> Combinations.of(candidates, b)).toList(), measure);
  }

  private List<Vec> presented(List<Vec> basis) {
    return basis.stream()
        .map(b -> Combinations.oriented(candidates, SimpleRoundings.whole(b)))
        .toList();
  }
}
