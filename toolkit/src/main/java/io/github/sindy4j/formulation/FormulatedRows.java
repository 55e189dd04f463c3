package io.github.sindy4j.formulation;

import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.RowSource;
import java.util.List;

/**
 * Rows of a regression and the estimates they rest on.
 *
 * @param source the rows
 * @param stretches the smoothed states and rates of every segment that gave rows, in order; none
 *     where the rows need no rates
 * @param notices what was left out, and why
 */
public record FormulatedRows(RowSource source, List<Stretch> stretches, List<Notice> notices) {
  /** Copies the lists. */
  public FormulatedRows {
    stretches = List.copyOf(stretches);
    notices = List.copyOf(notices);
  }

  /**
   * One segment of one trajectory.
   *
   * @param trajectory its number in the dataset, counted from 0
   * @param from its first sample
   * @param estimate smoothed states and rates, sample by sample
   */
  public record Stretch(int trajectory, int from, Estimate estimate) {
    /** The number of samples. */
    public int size() {
      return estimate.rates().rows();
    }
  }
}
