package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.derivative.LocalDifferentiator;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;

/**
 * ẋ(tᵢ) = W θ(x̃(tᵢ), u(tᵢ)): one row a sample, with rates from a differentiator, or measured ones
 * where the data have them.
 *
 * @param differentiator makes smoothed states and rates of each segment
 * @param trimmedEnds how many samples at either end of each segment give no row, because one-sided
 *     windows make their rates much less certain; shorter segments lose at most a quarter at either
 *     end
 */
public record DifferentialForm(Differentiator differentiator, int trimmedEnds)
    implements Formulation {
  /** Every sample gives a row. */
  public static DifferentialForm by(Differentiator differentiator) {
    return new DifferentialForm(differentiator, 0);
  }

  @Override
  public FormulatedRows rows(Dataset data, Library library) {
    List<Stretch> stretches = new ArrayList<>();
    int least = data.hasRates() ? 1 : differentiator.minimumSamples();
    int tooShort = 0;
    long lost = 0;
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory trajectory = data.trajectories().get(k);
      for (Segment segment : trajectory.segments()) {
        if (segment.size() < least) {
          tooShort++;
          lost += segment.size();
        } else {
          stretches.add(trimmed(k, segment.from(), estimate(trajectory, segment)));
        }
      }
    }
    requireAny(stretches, data.name(), least);
    return new FormulatedRows(
        new DifferentialRows(data, library, stretches), stretches, notices(tooShort, lost, least));
  }

  /**
   * The rows of data that are not held: every pass reads and estimates them anew. They are those of
   * {@link #rows(Dataset, Library)} bit for bit; the estimates are not kept.
   */
  public FormulatedRows rows(StoredData data, Library library) {
    int least = data.outline().rates() ? 1 : differentiator.minimumSamples();
    LocalDifferentiator local = local();
    StoredEstimates estimates = new StoredEstimates(data, local, trimmedEnds, least);
    requireAny(estimates.stretches(), data.outline().summary().name(), least);
    return new FormulatedRows(
        new StoredRows(data, library, estimates),
        List.of(),
        notices(estimates.tooShort(), estimates.lost(), least));
  }

  /** The rows of data that go by once, with every sample of them. */
  public PassingRows rows(PassingData.Heading heading, Library library) {
    int least = heading.rates() ? 1 : differentiator.minimumSamples();
    return new PassingRows(heading, library, local(), least);
  }

  /** What is to be said of rows that went by. */
  public List<Notice> notices(PassingRows.Result passed, boolean rates) {
    int least = rates ? 1 : differentiator.minimumSamples();
    return notices(passed.tooShort(), passed.lost(), least);
  }

  private LocalDifferentiator local() {
    if (!(differentiator instanceof LocalDifferentiator local)) {
      throw new Unsupported(
          "stream-derivative",
          "derivative " + differentiator.text(),
          "needs all samples of a segment at once, which a streamed fit never holds",
          "Choose finite-difference or savitzky-golay (--derivative), or leave out --stream");
    }
    return local;
  }

  private void requireAny(List<?> stretches, String data, int least) {
    if (stretches.isEmpty()) {
      throw tooFewSamples(data, least, differentiator);
    }
  }

  /** The refusal of data of which nothing is left. */
  static BadData tooFewSamples(String data, int least, Differentiator differentiator) {
    return new BadData(
        "too-few-samples",
        data,
        "no segment has the "
            + least
            + " samples in a row that "
            + differentiator.text()
            + " needs",
        "Give more rows, choose a lower order or degree, or raise the largest gap (--max-gap)");
  }

  private List<Notice> notices(int tooShort, long lost, int least) {
    return tooShort == 0
        ? List.of()
        : List.of(
            Notice.warning(
                "segments-too-short",
                tooShort
                    + " segment(s) with "
                    + lost
                    + " sample(s) in all are shorter than the "
                    + least
                    + " samples that "
                    + differentiator.text()
                    + " needs and were left out"));
  }

  private Stretch trimmed(int trajectory, int from, Estimate whole) {
    int size = whole.rates().rows();
    int cut = Math.min(trimmedEnds, size / 4);
    return new Stretch(trajectory, from + cut, whole.trimmed(cut));
  }

  private Estimate estimate(Trajectory trajectory, Segment segment) {
    Matrix states = trajectory.states().rowSlice(segment.from(), segment.to());
    return trajectory
        .rates()
        .map(rates -> Estimate.exact(states, rates.rowSlice(segment.from(), segment.to())))
        .orElseGet(
            () ->
                differentiator.estimate(
                    trajectory.times().slice(segment.from(), segment.to()), states));
  }
}
