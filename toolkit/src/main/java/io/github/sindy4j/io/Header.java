package io.github.sindy4j.io;

import io.github.sindy4j.data.Variable;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a table.
 *
 * @param columns one for each column of the file; one without a name is called {@code column 3}
 * @param unnamed the columns without a name, counted from 0
 * @param generated whether the file has no header, so that the names are t, x1, x2, …
 */
record Header(List<Variable> columns, Set<Integer> unnamed, boolean generated) {
  Header {
    columns = List.copyOf(columns);
    unnamed = Set.copyOf(unnamed);
  }

  /**
   * Whether a first row is data already: every cell is a number or missing, and one is a number.
   */
  static boolean isData(List<String> cells, boolean decimalComma) {
    boolean number = false;
    for (String cell : cells) {
      NumberCell.Kind kind = new NumberCell(decimalComma).read(cell);
      if (kind == NumberCell.Kind.TEXT) {
        return false;
      }
      number |= kind == NumberCell.Kind.NUMBER;
    }
    return number;
  }

  /** t, x1, x2, …. */
  static Header generate(int width) {
    List<Variable> columns =
        IntStream.range(0, width).mapToObj(c -> new Variable(c == 0 ? "t" : "x" + c, "")).toList();
    return new Header(columns, Set.of(), true);
  }

  /** The same with these names, where the file gives none. */
  Header named(List<String> names, Place place) {
    if (names.isEmpty()) {
      return this;
    }
    if (!generated) {
      throw new BadSetting(
          "columns-named",
          place.text(),
          "names for its columns were given, but it has a header: " + String.join(", ", names()),
          "Leave out the names (--columns), or the header");
    }
    if (names.size() != width()) {
      throw new BadSetting(
          "columns-count",
          place.text(),
          "it has "
              + width()
              + " column"
              + (width() == 1 ? "" : "s")
              + " but "
              + names.size()
              + " were named: "
              + String.join(", ", names),
          "Name every column, in order (--columns)");
    }
    return new Header(parse(names, place).columns(), Set.of(), true);
  }

  /** Reads the cells of a header; empty ones at its end are no columns. */
  static Header parse(List<String> cells, Place place) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    List<Variable> columns = new ArrayList<>();
    Set<Integer> unnamed = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int c = 0; c < width; c++) {
      boolean blank = cells.get(c).isBlank();
      Variable column =
          blank ? new Variable("column " + (c + 1), "") : Variable.parse(cells.get(c));
      if (!names.add(column.name())) {
        throw place
            .column(column.name())
            .bad(
                "duplicate-column",
                "the name '" + column.name() + "' occurs twice",
                "Give every column its own name");
      }
      if (blank) {
        unnamed.add(c);
      }
      columns.add(column);
    }
    return new Header(columns, unnamed, false);
  }

  /**
   * Where blanks separate cells, {@code x [m / s]} arrives in pieces: joins what stands in brackets
   * to its name.
   */
  static List<String> joinUnits(List<String> cells) {
    List<String> joined = new ArrayList<>();
    for (String cell : cells) {
      int last = joined.size() - 1;
      boolean open =
          last >= 0 && joined.get(last).lastIndexOf('[') > joined.get(last).lastIndexOf(']');
      if (open || (last >= 0 && cell.startsWith("["))) {
        joined.set(last, joined.get(last) + " " + cell);
      } else {
        joined.add(cell);
      }
    }
    return joined;
  }

  int width() {
    return columns.size();
  }

  String name(int column) {
    return columns.get(column).name();
  }

  List<String> names() {
    return columns.stream().map(Variable::name).toList();
  }

  /** The column of this name, with or without its unit. */
  OptionalInt find(String request) {
    return IntStream.range(0, width())
        .filter(
            c -> name(c).equals(request.strip()) || columns.get(c).label().equals(request.strip()))
        .findFirst();
  }
}
