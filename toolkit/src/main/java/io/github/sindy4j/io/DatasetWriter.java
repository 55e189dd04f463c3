package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import java.io.IOException;
import java.util.List;

/** Writes a dataset as one table; a gap is a row that holds nothing but its trajectory. */
final class DatasetWriter {
  private final Dataset dataset;
  private final TidyColumns columns;
  private final Appendable out;

  DatasetWriter(Dataset dataset, Appendable out) {
    this.dataset = dataset;
    this.columns = TidyColumns.of(dataset);
    this.out = out;
  }

  void write() throws IOException {
    List<String> labels = columns.labels();
    for (int c = 0; c < labels.size(); c++) {
      out.append(c == 0 ? "" : ",");
      CsvText.text(out, labels.get(c));
    }
    out.append('\n');
    int numbers = labels.size() - (columns.trajectory().isPresent() ? 1 : 0);
    for (Trajectory trajectory : dataset.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        if (segment.from() > 0) {
          begin(trajectory);
          out.append(",".repeat(numbers - 1)).append('\n');
        }
        for (int i = segment.from(); i < segment.to(); i++) {
          sample(trajectory, i);
        }
      }
    }
  }

  private void begin(Trajectory trajectory) throws IOException {
    if (columns.trajectory().isPresent()) {
      CsvText.text(out, trajectory.id());
      out.append(',');
    }
  }

  private void sample(Trajectory trajectory, int i) throws IOException {
    begin(trajectory);
    CsvText.number(out, trajectory.times().get(i));
    cells(trajectory.states(), i);
    cells(trajectory.controls(), i);
    if (trajectory.rates().isPresent()) {
      cells(trajectory.rates().get(), i);
    }
    out.append('\n');
  }

  private void cells(Matrix values, int i) throws IOException {
    for (int j = 0; j < values.cols(); j++) {
      out.append(',');
      CsvText.number(out, values.get(i, j));
    }
  }
}
