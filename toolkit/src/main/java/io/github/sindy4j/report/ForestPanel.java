package io.github.sindy4j.report;

import java.util.List;

/**
 * The coefficients with their 95 % intervals.
 *
 * <p>Coefficients of one model span decades, so an interval is drawn relative to its estimate: the
 * abscissa is {@code 100 (c − ĉ)/ĉ} per cent. The estimate is at 0, and a coefficient that vanishes
 * is at −100 % whatever its sign, so that an interval that reaches the line there marks a term the
 * data do not support. The value itself is printed at the right. Of more than {@link #MAX_ROWS}
 * coefficients, the ones with the widest relative intervals are drawn.
 *
 * @param rows the coefficients, equation by equation
 * @param ofRates whether the equations give rates
 */
public record ForestPanel(List<Row> rows, boolean ofRates) implements Panel {
  /** How many coefficients are drawn. */
  public static final int MAX_ROWS = 20;

  /** Copies the list and checks that there is a row. */
  public ForestPanel {
    rows = List.copyOf(rows);
    Checks.require(!rows.isEmpty(), "ForestPanel: no coefficients; leave the panel out instead");
  }

  /** Of equations that give rates. */
  public ForestPanel(List<Row> rows) {
    this(rows, true);
  }

  /**
   * One coefficient. Equal bounds mean that it is fixed; bounds that are not finite, that its
   * interval is unknown.
   *
   * @param equation the state or the output whose equation it belongs to, such as {@code x}
   * @param term the name of its term, such as {@code x^2 y}
   * @param value the estimate
   * @param lower the lower end of its interval
   * @param upper the upper end of its interval
   */
  public record Row(String equation, String term, double value, double lower, double upper) {
    boolean isKnown() {
      return Range.isUsable(lower) && Range.isUsable(upper);
    }

    double halfWidth() {
      return isKnown() ? (upper - lower) / 2 : Double.NaN;
    }

    /** How uncertain it is, for ranking: unknown intervals first. */
    double relativeHalfWidth() {
      if (!isKnown()) {
        return Double.POSITIVE_INFINITY;
      }
      return halfWidth() == 0 ? 0 : halfWidth() / Math.abs(value);
    }
  }
}
