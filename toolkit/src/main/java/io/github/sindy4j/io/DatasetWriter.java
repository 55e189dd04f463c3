package io.github.sindy4j.io;

import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes trajectories as one table; a gap is a row that holds nothing but its trajectory. */
final class DatasetWriter {
  private final Legs legs;
  private final TidyColumns columns;
  private final Appendable out;

  DatasetWriter(Legs legs, Appendable out) {
    this.legs = legs;
    this.columns = TidyColumns.of(legs);
    this.out = out;
  }

  /** Writes everything; what the user should know about it. */
  List<Notice> write() throws IOException {
    List<String> labels = columns.labels();
    for (int c = 0; c < labels.size(); c++) {
      out.append(c == 0 ? "" : ",");
      CsvText.text(out, labels.get(c));
    }
    out.append('\n');
    int numbers = labels.size() - (columns.trajectory().isPresent() ? 1 : 0);
    try {
      return legs.pass(
          leg -> {
            try {
              write(leg, numbers);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw Optional.ofNullable(e.getCause()).orElseGet(IOException::new);
    }
  }

  private void write(Trajectory trajectory, int numbers) throws IOException {
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
