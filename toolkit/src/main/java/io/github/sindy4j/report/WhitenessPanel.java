package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Autocorrelations of residuals at lags 1 … h, with the limits that 19 in 20 of a white series
 * keep.
 *
 * @param limit the limit, on both sides of 0
 * @param equations one entry for each equation
 */
public record WhitenessPanel(double limit, List<Series> equations) implements Panel {
  /** Copies the list and checks that there is an equation. */
  public WhitenessPanel {
    equations = List.copyOf(equations);
    Checks.require(
        !equations.isEmpty(), "WhitenessPanel: no equations; leave the panel out instead");
  }

  /**
   * The residuals of one equation.
   *
   * @param state whose equation it is
   * @param autocorrelations at lags 1 … h
   * @param probability of a larger Ljung–Box statistic, if they are white
   */
  public record Series(String state, Vec autocorrelations, double probability) {}
}
