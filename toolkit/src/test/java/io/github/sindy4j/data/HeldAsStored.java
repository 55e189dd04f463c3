package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/** Data that are held, given out as those are that are not. */
public record HeldAsStored(Dataset data) implements StoredData {
  @Override
  public Outline outline() {
    return new Outline(
        data.schema(),
        data.hasRates(),
        data.trajectories().stream().map(t -> new Part(t.id(), t.size(), t.segments())).toList(),
        DataSummary.of(data),
        ColumnSummary.of(data),
        data,
        List.of());
  }

  @Override
  public Trajectory samples(int trajectory, int from, int to) {
    Trajectory all = data.trajectories().get(trajectory);
    Vec times = all.times().slice(from, to);
    Matrix controls = all.controls().rowSlice(from, to);
    Trajectory part =
        Trajectory.of(all.id(), times, all.states().rowSlice(from, to)).withControls(controls);
    return all.rates().map(rates -> part.withRates(rates.rowSlice(from, to))).orElse(part);
  }
}
