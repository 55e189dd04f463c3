package io.github.sindy4j.regress;

import io.github.sindy4j.exact.Rational;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A statement about vec(W) that must hold: ⟨row, vec(W)⟩ = target (or ≤ target) for every row, with
 * vec(W) row-major: equation by equation, term by term.
 *
 * @param statement in the user's words, such as {@code x: y = 10} or {@code so(2) on (x,y)}; errors
 *     and reports quote it
 * @param relation = or ≤
 * @param rows sparse rows; redundant ones do no harm
 * @param exact whether the rows are meant to the last digit, so that their rank is decided over the
 *     rationals; otherwise they carry rounding errors and rank is decided in a tolerance
 */
public record Demand(String statement, Relation relation, List<Row> rows, boolean exact) {
  /** Copies the rows. */
  public Demand {
    rows = List.copyOf(rows);
  }

  /** What is demanded of ⟨row, vec(W)⟩ beside the target. */
  public enum Relation {
    /** = */
    EQUAL,
    /** ≤ */
    AT_MOST
  }

  /**
   * One row.
   *
   * @param entries by position in vec(W), zeros left out
   * @param target the right-hand side
   */
  public record Row(SortedMap<Integer, Rational> entries, Rational target) {
    /** Copies the entries. */
    public Row {
      entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
  }
}
