package io.github.sindy4j.io;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of one trajectory, and the gaps that the file marks between them. */
final class Group {
  private final String id;
  private final Ints rows = new Ints();
  private final SortedMap<Integer, GapLog.Kind> gaps = new TreeMap<>();
  private Optional<GapLog.Kind> pending = Optional.empty();

  Group(String id) {
    this.id = id;
  }

  /** The next sample stands in this row of the file. */
  void add(int row) {
    if (pending.isPresent()) {
      if (rows.size() > 0) {
        gaps.put(rows.size(), pending.get());
      }
      pending = Optional.empty();
    }
    rows.add(row);
  }

  /** The next samples stand in so many rows of the file, from its first. */
  void addAll(int count) {
    rows.addRun(0, count);
  }

  /** There is a gap before the next sample, if one follows. */
  void gap(GapLog.Kind kind) {
    if (pending.isEmpty()) {
      pending = Optional.of(kind);
    }
  }

  String id() {
    return id;
  }

  Ints rows() {
    return rows;
  }

  /** Why there is a gap before a sample; samples are counted from 0. */
  SortedMap<Integer, GapLog.Kind> gaps() {
    return gaps;
  }
}
