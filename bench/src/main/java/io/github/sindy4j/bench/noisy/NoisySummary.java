package io.github.sindy4j.bench.noisy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What rows say, as Markdown beside what is published. */
final class NoisySummary {
  private NoisySummary() {}

  /** All tables that have rows. */
  static String of(List<NoisyRow> rows) {
    StringBuilder text = new StringBuilder();
    for (NoisyTable table : NoisyTables.all()) {
      List<NoisyRow> own =
          rows.stream().filter(row -> row.key().table().equals(table.word())).toList();
      if (!own.isEmpty()) {
        text.append(of(table, own));
      }
    }
    return text.toString();
  }

  private static String of(NoisyTable table, List<NoisyRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(table.title()).append("\n");
    text.append(counted(table, rows)).append("\n\n").append(table.published()).append("\n");
    Map<String, List<NoisyRow>> columns = columns(table, rows);
    List<String> methods = methods(rows);
    line(text, "measure, method", List.copyOf(columns.keySet()));
    line(text, "---", columns.keySet().stream().map(any -> "---").toList());
    for (Measure measure : table.measures()) {
      for (String method : methods) {
        line(
            text,
            measure.title() + ", " + method,
            columns.values().stream().map(own -> measure.text(by(own, method))).toList());
      }
    }
    if (table.columns() == NoisyTable.Columns.LEVELS && table.cases().size() > 1) {
      methods.forEach(method -> text.append(systems(table, by(rows, method), method)));
    }
    return text.append('\n').toString();
  }

  /** How complete the rows are. */
  private static String counted(NoisyTable table, List<NoisyRow> rows) {
    long systems = rows.stream().map(row -> row.key().system()).distinct().count();
    TreeSet<Long> seeds = new TreeSet<>(rows.stream().map(row -> row.key().seed()).toList());
    return "%d rows: %d of %d systems, %d seeds from %d to %d."
        .formatted(
            rows.size(), systems, table.cases().size(), seeds.size(), seeds.first(), seeds.last());
  }

  /** Each system at each level: ratio, median error, coverage. */
  private static String systems(NoisyTable table, List<NoisyRow> rows, String method) {
    StringBuilder text = new StringBuilder("\n" + method + ": ratio / error / intervals\n\n");
    List<String> levels = List.copyOf(columns(table, rows).keySet());
    line(text, "system", levels);
    line(text, "---", levels.stream().map(any -> "---").toList());
    for (String system : table.systems()) {
      List<NoisyRow> own = rows.stream().filter(row -> row.key().system().equals(system)).toList();
      if (!own.isEmpty()) {
        Map<String, List<NoisyRow>> cells = columns(table, own);
        line(text, system, levels.stream().map(level -> cell(cells, level)).toList());
      }
    }
    return text.toString();
  }

  private static String cell(Map<String, List<NoisyRow>> cells, String level) {
    List<NoisyRow> rows = cells.getOrDefault(level, List.of());
    return Measure.RATIO.text(rows)
        + " / "
        + Measure.ERROR.text(rows)
        + " / "
        + Measure.COVERAGE.text(rows);
  }

  private static Map<String, List<NoisyRow>> columns(NoisyTable table, List<NoisyRow> rows) {
    Map<String, List<NoisyRow>> columns = new LinkedHashMap<>();
    List<NoisyRow> sorted = new ArrayList<>(rows);
    sorted.sort(
        (a, b) ->
            table.columns() == NoisyTable.Columns.LEVELS
                ? Double.compare(a.key().level(), b.key().level())
                : Integer.compare(
                    table.systems().indexOf(a.key().system()),
                    table.systems().indexOf(b.key().system())));
    for (NoisyRow row : sorted) {
      columns.computeIfAbsent(table.columns().of(row), any -> new ArrayList<>()).add(row);
    }
    return columns;
  }

  private static List<String> methods(List<NoisyRow> rows) {
    return List.copyOf(new TreeSet<>(rows.stream().map(row -> row.key().method()).toList()));
  }

  private static List<NoisyRow> by(List<NoisyRow> rows, String method) {
    return rows.stream().filter(row -> row.key().method().equals(method)).toList();
  }

  private static void line(StringBuilder text, String first, List<String> cells) {
    text.append("| ").append(first);
    cells.forEach(cell -> text.append(" | ").append(cell));
    text.append(" |\n");
  }
}
