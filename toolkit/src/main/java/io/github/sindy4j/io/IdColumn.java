package io.github.sindy4j.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of names, each kept once: row i holds the number of its name in the order of first
 * appearance.
 */
final class IdColumn implements CellSink {
  static final int MISSING = -1;

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Ints rows = new Ints();
  private int last = MISSING;

  @Override
  public void add(char[] buffer, int from, int length, boolean quoted, long line) {
    if (length == 0 && !quoted) {
      addMissing();
      return;
    }
    if (last == MISSING || !same(names.get(last), buffer, from, length)) {
      last = numbers.computeIfAbsent(new String(buffer, from, length), this::append);
    }
    rows.add(last);
  }

  @Override
  public void addMissing() {
    rows.add(MISSING);
  }

  /** The names of a block. */
  void append(RowBlock block) {
    int[] global =
        block.names().stream()
            .mapToInt(name -> numbers.computeIfAbsent(name, this::append))
            .toArray();
    for (int row = 0; row < block.rows(); row++) {
      int name = block.name(row);
      rows.add(name == MISSING ? MISSING : global[name]);
    }
  }

  private int append(String name) {
    names.add(name);
    return names.size() - 1;
  }

  private static boolean same(String name, char[] buffer, int from, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** The names, in the order of first appearance. */
  List<String> names() {
    return names;
  }

  /** The number of the name in row i, or MISSING. */
  int get(int i) {
    return rows.get(i);
  }
}
