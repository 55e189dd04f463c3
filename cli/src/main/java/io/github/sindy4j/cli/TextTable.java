package io.github.sindy4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns; numbers to the right, words to the left. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      widths[c] = rows.stream().mapToInt(row -> width(cell(row, column))).max().orElse(0);
      right[c] = rows.stream().skip(1).allMatch(row -> isNumber(cell(row, column)));
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String padding = " ".repeat(widths[c] - width(cell(row, c)));
        line.append(c == 0 ? "" : GAP);
        line.append(right[c] ? padding + cell(row, c) : cell(row, c) + padding);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static boolean isNumber(String cell) {
    return cell.isEmpty() || cell.matches("[-+]?[0-9 ]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  }
}
