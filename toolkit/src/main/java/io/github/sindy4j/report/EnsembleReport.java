package io.github.sindy4j.report;

import io.github.sindy4j.ModelEnsemble;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.model.Forecast;
import io.github.sindy4j.model.SparseModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What reports say of fits to resampled data. */
final class EnsembleReport {
  /** Terms outside the model that are found less often are left out. */
  private static final double SELDOM = 0.02;

  private static final int MOST_ROWS = 40;

  private EnsembleReport() {}

  /** The forecasts from the first state of each segment of the first trajectory. */
  static ForecastPanel panel(Dataset data, List<Forecast> forecasts) {
    Trajectory first = data.first();
    List<ForecastPanel.State> states = new ArrayList<>();
    for (int c = 0; c < data.schema().states().size(); c++) {
      int column = c;
      Track measured = new Track();
      for (Segment segment : first.segments()) {
        measured.add(
            first.times().slice(segment.from(), segment.to()),
            first.states().col(c).slice(segment.from(), segment.to()));
      }
      List<ForecastPanel.Band> bands =
          forecasts.stream()
              .map(
                  forecast ->
                      new ForecastPanel.Band(
                          forecast.times(),
                          forecast.lower().col(column),
                          forecast.median().col(column),
                          forecast.upper().col(column)))
              .toList();
      states.add(
          new ForecastPanel.State(data.schema().states().get(c).label(), measured.curve(), bands));
    }
    return new ForecastPanel(
        data.schema().time().label(),
        states,
        forecasts.stream().mapToInt(Forecast::models).max().orElse(0),
        forecasts.stream().mapToInt(Forecast::stopped).max().orElse(0));
  }

  /** How often each term is found, and how its coefficient varies. */
  static Section section(ModelEnsemble ensemble, SparseModel model) {
    List<Row> rows = rows(ensemble.inclusion(), model);
    List<Row> shown =
        rows.stream()
            .sorted(Comparator.comparingDouble((Row row) -> -row.inclusion()))
            .limit(MOST_ROWS)
            .sorted(
                Comparator.comparingInt(Row::equation)
                    .thenComparingDouble(row -> -row.inclusion())
                    .thenComparingInt(Row::term))
            .toList();
    Matrix lower = ensemble.lower();
    Matrix median = ensemble.median();
    Matrix upper = ensemble.upper();
    List<List<String>> cells = new ArrayList<>();
    for (Row row : shown) {
      double own = model.coefficients().get(row.equation(), row.term());
      cells.add(
          List.of(
              model.schema().stateNames().get(row.equation()) + "'",
              model.library().termNames().get(row.term()),
              String.format(Locale.ROOT, "%.0f %%", 100 * row.inclusion()),
              own == 0 ? "–" : Equations.number(own),
              Equations.number(lower.get(row.equation(), row.term())),
              Equations.number(median.get(row.equation(), row.term())),
              Equations.number(upper.get(row.equation(), row.term()))));
    }
    Table table =
        Table.of(
                List.of("equation", "term", "found in", "model", "2.5 %", "median", "97.5 %"),
                cells)
            .typesetting(1);
    return Section.of("How often each term is found", table)
        .withText(text(ensemble, rows.size() - shown.size()));
  }

  private static String text(ModelEnsemble ensemble, int left) {
    return "Fits to "
        + Drawing.count(ensemble.models().size(), "draw")
        + " of blocks of consecutive rows, with replacement, seed "
        + ensemble.seed()
        + ". A term that only some of them find hangs on few samples. Quantiles are over all of these"
        + " models, zeros included. Terms outside the model that are found in less than "
        + Math.round(100 * SELDOM)
        + " % are left out"
        + (left > 0 ? ", and " + left + " more" : "")
        + ".";
  }

  private record Row(int equation, int term, double inclusion) {}

  private static List<Row> rows(Matrix inclusion, SparseModel model) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < inclusion.rows(); i++) {
      for (int j = 0; j < inclusion.cols(); j++) {
        if (model.coefficients().get(i, j) != 0 || inclusion.get(i, j) >= SELDOM) {
          rows.add(new Row(i, j, inclusion.get(i, j)));
        }
      }
    }
    return rows;
  }
}
