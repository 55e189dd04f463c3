package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.RowFormat;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.notice.SindyException;
import java.util.Comparator;
import java.util.Locale;

/** Rows as lines of CSV: the published columns, then ours. */
final class RowText implements RowFormat<Row.Key, Row> {
  static final RowText FORMAT = new RowText();

  /** The columns of the published tables. */
  static final String PUBLISHED = "m,r,d,seed,n_recover,n_lib,dt,tot_iters";

  /** The columns of our tables. */
  static final String HEADER = PUBLISHED + ",table,operator,method,cpu";

  private RowText() {}

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public Keys<Row.Key, Row> keys() {
    return new Keys<>() {
      @Override
      public Row.Key of(Row row) {
        return row.key();
      }

      @Override
      public Comparator<Row.Key> order() {
        return Row.Key.ORDER;
      }
    };
  }

  @Override
  public String line(Row row) {
    Row.Key key = row.key();
    RecoveryFamily family = key.family();
    return String.format(
        Locale.ROOT,
        "%d,%d,%d,%d,%d,%d,%.6f,%d,%s,%s,%s,%.6f",
        family.m(),
        family.r(),
        family.degree(),
        key.seed(),
        row.points(),
        row.terms(),
        row.seconds(),
        row.iterations(),
        family.kind().word(),
        key.operator().word(),
        key.method().word(),
        row.cpu());
  }

  /** Reads a line of ours. */
  @Override
  public Row row(String line, String where) {
    String[] cells = RowFormat.cells(line, 12, where);
    return row(
        cells,
        where,
        () -> Kind.parse(cells[8]),
        () -> RecoveryOperator.parse(cells[9]),
        () -> Method.parse(cells[10]),
        11);
  }

  /** Reads a line of a published table; processor time is not known there and taken as dt. */
  static Row published(String line, Kind kind, String where) {
    return row(
        RowFormat.cells(line, 8, where),
        where,
        () -> kind,
        () -> RecoveryOperator.SAMPLED,
        () -> Method.NUCLEAR,
        6);
  }

  private interface Word<T> {
    T read();
  }

  private static Row row(
      String[] cells,
      String where,
      Word<Kind> kind,
      Word<RecoveryOperator> operator,
      Word<Method> method,
      int cpu) {
    try {
      RecoveryFamily family =
          new RecoveryFamily(kind.read(), whole(cells[0]), whole(cells[1]), whole(cells[2]));
      return new Row(
          new Row.Key(family, whole(cells[3]), operator.read(), method.read()),
          whole(cells[4]),
          whole(cells[5]),
          Double.parseDouble(cells[6]),
          Long.parseLong(cells[7]),
          Double.parseDouble(cells[cpu]));
    } catch (NumberFormatException | SindyException e) {
      throw RowFormat.unreadable(where, String.valueOf(e.getMessage()));
    }
  }

  private static int whole(String cell) {
    return Integer.parseInt(cell);
  }
}
