package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.bench.rows.RowFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Rows as lines of CSV. */
final class NoisyRowText implements RowFormat<NoisyRow.Key, NoisyRow> {
  static final NoisyRowText FORMAT = new NoisyRowText();

  private static final List<String> COLUMNS =
      List.of(
          "table",
          "system",
          "level",
          "seed",
          "method",
          "samples",
          "tp",
          "fp",
          "fn",
          "tn",
          "ratio",
          "exact",
          "covered",
          "error",
          "spectral",
          "rms",
          "cpu",
          "said");

  private NoisyRowText() {}

  @Override
  public String header() {
    return String.join(",", COLUMNS);
  }

  @Override
  public String line(NoisyRow row) {
    NoisyRow.Key key = row.key();
    NoisyScore score = row.score();
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%d,%s,%d,%d,%d,%d,%d,%.6f,%s,%d,%.6e,%.6e,%.6e,%.4f,%s",
        key.table(),
        key.system(),
        key.level(),
        key.seed(),
        key.method(),
        row.samples(),
        score.right(),
        score.wrong(),
        score.missed(),
        score.absent(),
        score.ratio(),
        score.exact() ? "yes" : "no",
        score.covered(),
        score.error(),
        score.spectral(),
        score.rms(),
        row.cpu(),
        String.join(";", row.said()));
  }

  @Override
  public NoisyRow row(String line, String where) {
    String[] cells = RowFormat.cells(line, COLUMNS.size(), where);
    try {
      return new NoisyRow(
          new NoisyRow.Key(
              cells[0], cells[1], Double.parseDouble(cells[2]), Long.parseLong(cells[3]), cells[4]),
          Long.parseLong(cells[5]),
          new NoisyScore(
              Integer.parseInt(cells[6]),
              Integer.parseInt(cells[7]),
              Integer.parseInt(cells[8]),
              Integer.parseInt(cells[9]),
              Integer.parseInt(cells[12]),
              Double.parseDouble(cells[13]),
              Double.parseDouble(cells[14]),
              Double.parseDouble(cells[15])),
          Double.parseDouble(cells[16]),
          Arrays.stream(cells[17].split(";", -1)).filter(word -> !word.isEmpty()).toList());
    } catch (NumberFormatException e) {
      throw RowFormat.unreadable(where, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Keys<NoisyRow.Key, NoisyRow> keys() {
    return new Keys<>() {
      @Override
      public NoisyRow.Key of(NoisyRow row) {
        return row.key();
      }

      @Override
      public Comparator<NoisyRow.Key> order() {
        return NoisyRow.Key.ORDER;
      }
    };
  }
}
