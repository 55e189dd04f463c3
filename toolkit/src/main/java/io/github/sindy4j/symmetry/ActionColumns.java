package io.github.sindy4j.symmetry;

import io.github.sindy4j.notice.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads names of columns in one part of an action, none twice. */
final class ActionColumns {
  private final ActionText text;
  private final List<String> variables;
  private final Set<Integer> seen = new LinkedHashSet<>();

  ActionColumns(ActionText text, List<String> variables) {
    this.text = text;
    this.variables = variables;
  }

  /** The index of the column that is named here. */
  int column(String example) {
    int mark = text.mark();
    int column = lookup(example);
    if (!seen.add(column)) {
      throw text.error(
          "repeated-column",
          mark,
          "the column '" + variables.get(column) + "' occurs twice",
          "Name each column once, like " + example);
    }
    return column;
  }

  /** The same for a column that may occur before. */
  int lookup(String example) {
    int mark = text.mark();
    String name = text.name();
    if (name.isEmpty()) {
      throw text.error("the name of a column is missing", "Write it like " + example);
    }
    int column = variables.indexOf(name);
    if (column < 0) {
      throw text.error(
          "unknown-column",
          mark,
          "there is no column '" + name + "'",
          Nearest.hint(name, variables) + "Columns are " + String.join(", ", variables));
    }
    return column;
  }

  /** {@code (x1,y1),(x2,y2)}, n columns in each. */
  List<List<Integer>> tuples(String algebra, int n) {
    String example = algebra + " on " + example(variables, n);
    List<List<Integer>> tuples = new ArrayList<>();
    do {
      int mark = text.mark();
      text.expect('(', example);
      List<Integer> tuple = list(',', example);
      text.expect(')', example);
      if (tuple.size() != n) {
        throw text.error(
            "wrong-size",
            mark,
            algebra + " acts on " + n + " columns, but " + tuple.size() + " are named",
            "Write it like " + example);
      }
      tuples.add(tuple);
    } while (text.accept(','));
    return tuples;
  }

  /** Names with a separator between them. */
  List<Integer> list(char separator, String example) {
    List<Integer> columns = new ArrayList<>();
    do {
      columns.add(column(example));
    } while (text.accept(separator));
    return columns;
  }

  /** {@code (x,y)}: the first n names, or as many with a mark that some are missing. */
  static String example(List<String> names, int n) {
    return n <= names.size()
        ? "(" + String.join(",", names.subList(0, n)) + ")"
        : "(…" + n + " columns…)";
  }
}
