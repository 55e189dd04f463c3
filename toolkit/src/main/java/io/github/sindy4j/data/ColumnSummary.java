package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a dataset, over all trajectories.
 *
 * @param variable its name and unit
 * @param least its least value
 * @param largest its largest value
 * @param mean its mean
 * @param spread √(mean of (value − mean)²)
 */
public record ColumnSummary(
    Variable variable, double least, double largest, double mean, double spread) {
  /** The states, then the controls. */
  public static List<ColumnSummary> of(Dataset data) {
    List<ColumnSummary> columns = new ArrayList<>();
    Schema schema = data.schema();
    for (int c = 0; c < schema.states().size(); c++) {
      columns.add(of(data, schema.states().get(c), c, Trajectory::states));
    }
    for (int c = 0; c < schema.controls().size(); c++) {
      columns.add(of(data, schema.controls().get(c), c, Trajectory::controls));
    }
    return List.copyOf(columns);
  }

  private static ColumnSummary of(
      Dataset data, Variable variable, int column, Function<Trajectory, Matrix> part) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    long count = 0;
    for (Trajectory trajectory : data.trajectories()) {
      Matrix values = part.apply(trajectory);
      for (int i = 0; i < values.rows(); i++) {
        double value = values.get(i, column);
        least = Math.min(least, value);
        largest = Math.max(largest, value);
        double delta = value - mean;
        mean += delta / ++count;
        squares += delta * (value - mean);
      }
    }
    return new ColumnSummary(variable, least, largest, mean, Math.sqrt(squares / count));
  }
}
