package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * ẋ(tᵢ) = W θ(x̃(tᵢ), u(tᵢ)): one row a sample, with rates from a differentiator, or measured ones where the data have
 * them.
 *
 * @param differentiator makes smoothed states and rates of each segment
 */
public record DifferentialForm(Differentiator differentiator) implements Formulation {
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
          stretches.add(new Stretch(k, segment.from(), estimate(trajectory, segment)));
        }
      }
    }
    if (stretches.isEmpty()) {
      throw new BadData(
          "too-few-samples",
          data.name(),
          "no segment has the " + least + " samples in a row that " + differentiator.text() + " needs",
          "Give more rows, choose a lower order or degree, or raise the largest gap (--max-gap)");
    }
    List<Notice> notices =
        tooShort == 0
            ? List.of()
            : List.of(
                Notice.warning(
                    "segments-too-short",
                    tooShort + " segment(s) with " + lost + " sample(s) in all are shorter than the " + least
                        + " samples that " + differentiator.text() + " needs and were left out"));
    return new FormulatedRows(new DifferentialRows(data, library, stretches), stretches, notices);
  }

  private Estimate estimate(Trajectory trajectory, Segment segment) {
    Matrix states = trajectory.states().rowSlice(segment.from(), segment.to());
    return trajectory
        .rates()
        .map(
            rates ->
                new Estimate(
                    states,
                    rates.rowSlice(segment.from(), segment.to()),
                    Matrix.zeros(segment.size(), states.cols())))
        .orElseGet(() -> differentiator.estimate(trajectory.times().slice(segment.from(), segment.to()), states));
  }
}
