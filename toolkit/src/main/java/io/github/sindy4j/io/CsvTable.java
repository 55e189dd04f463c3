package io.github.sindy4j.io;

import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Vec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of named columns for results, such as trajectory, time, data, replay, residual.
 *
 * <p>Numbers are written so that they read back bit for bit; NaN, which marks what is missing, is
 * written as an empty cell.
 */
public final class CsvTable {
  private final List<Column> columns;

  private CsvTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** A named column; one of its cells is written at a time. */
  private record Column(String label, int size, Cells cells) {}

  @FunctionalInterface
  private interface Cells {
    void write(Appendable out, int row) throws IOException;
  }

  /** The table without columns. */
  public static CsvTable empty() {
    return new CsvTable(List.of());
  }

  /** The same with a further column of numbers, as long as the others. */
  public CsvTable withNumbers(Variable variable, Vec values) {
    return with(
        new Column(
            variable.label(), values.size(), (out, row) -> CsvText.number(out, values.get(row))));
  }

  /** The same with a further column of numbers, whose header may have a unit: {@code "x [m]"}. */
  public CsvTable withNumbers(String header, Vec values) {
    return withNumbers(Variable.parse(header), values);
  }

  /** The same with a further column of text, as long as the others. */
  public CsvTable withText(String header, List<String> values) {
    List<String> copy = List.copyOf(values);
    return with(new Column(header, copy.size(), (out, row) -> CsvText.text(out, copy.get(row))));
  }

  private CsvTable with(Column column) {
    if (!columns.isEmpty() && column.size() != rows()) {
      throw new IllegalArgumentException(
          "CsvTable: column '"
              + column.label()
              + "' must have "
              + rows()
              + " cells but has "
              + column.size());
    }
    if (headers().contains(column.label())) {
      throw new IllegalArgumentException(
          "CsvTable: there is a column '" + column.label() + "' already");
    }
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new CsvTable(more);
  }

  /** The headers, in order. */
  public List<String> headers() {
    return columns.stream().map(Column::label).toList();
  }

  /** The number of rows. */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  /** Writes the header and every row. */
  public void writeTo(Appendable out) throws IOException {
    for (int c = 0; c < columns.size(); c++) {
      out.append(c == 0 ? "" : ",");
      CsvText.text(out, columns.get(c).label());
    }
    out.append('\n');
    for (int row = 0; row < rows(); row++) {
      for (int c = 0; c < columns.size(); c++) {
        out.append(c == 0 ? "" : ",");
        columns.get(c).cells().write(out, row);
      }
      out.append('\n');
    }
  }

  /**
   * Writes it to a file, whole or not at all; an existing file is refused unless {@code overwrite}.
   */
  public void writeTo(Path target, boolean overwrite) {
    Output.write(target, overwrite, this::writeTo);
  }
}
