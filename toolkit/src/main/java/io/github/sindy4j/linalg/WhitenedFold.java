package io.github.sindy4j.linalg;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * R of the rows L⁻¹ X of several covariances L Lᵀ one below the other, L⁻¹ X = Q R.
 *
 * <p>Rows are written, whitened and folded while they are in cache: O(cols²) memory. Where the
 * triangle of rows that are much like these is known, they are divided by it (see {@link
 * GramFold}), which is two to five times as fast as reflections and as accurate, column by column,
 * but for a few digits at most; where it does not stand for these rows after all, they are
 * reflected.
 */
public final class WhitenedFold {
  /** Less work is reflected, for which no other code must be compiled. */
  private static final double LITTLE = 1e6;

  /**
   * Rows are whitened again and again, with other covariances, by whoever fits noisy data, and
   * often in other fits after this one: a kernel that must be compiled pays so much sooner.
   */
  private static final long ROUNDS = 64;

  /** By how much more rounding may disturb columns than reflections do: three digits of sixteen. */
  private static final double AMPLIFIED = 1e3;

  private final int cols;
  private final int widest;
  private final List<Part> parts;

  /**
   * Rows of one covariance.
   *
   * @param factor L
   * @param rows X
   */
  public record Part(TwistedCholesky factor, RowWriter rows) {}

  /**
   * Of rows of so many columns.
   *
   * @param widest how many columns the widest fold of such rows will have, here and elsewhere
   */
  public WhitenedFold(int cols, int widest, List<Part> parts) {
    this.cols = cols;
    this.widest = widest;
    this.parts = List.copyOf(parts);
  }

  /** R, cols×cols. */
  public Matrix triangle() {
    TriangularFold all = new TriangularFold(cols);
    folds(() -> new TriangularFold(cols), TriangularFold::fold)
        .forEach(part -> all.fold(part.triangle()));
    return all.triangle();
  }

  /**
   * R, cols×cols.
   *
   * @param near the triangle of rows that may be much like these
   */
  public Matrix triangle(Matrix near) {
    Shape.requireEqual("WhitenedFold.triangle: columns", cols, near.cols());
    long rows = parts.stream().mapToLong(part -> part.factor().size()).sum();
    return 2.0 * rows * cols * cols < LITTLE
        ? triangle()
        : GramFold.over(near, ROUNDS * rows, widest)
            .flatMap(this::divided)
            .orElseGet(this::triangle);
  }

  private Optional<Matrix> divided(GramFold all) {
    folds(() -> all.parts(1).get(0), GramFold::fold).forEach(all::add);
    return all.triangle(AMPLIFIED);
  }

  /** Folds of pieces of all rows, in order. */
  private <F> List<F> folds(Supplier<F> folds, BiConsumer<F, Block> into) {
    return Team.map(
            parts.size(), k -> parts.get(k).factor().folded(cols, parts.get(k).rows(), folds, into))
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
