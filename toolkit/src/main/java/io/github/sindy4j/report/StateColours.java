package io.github.sindy4j.report;

import java.util.List;

/** The colour of each state, the same in every panel. */
record StateColours(List<String> names) {
  static StateColours of(List<String> names) {
    return new StateColours(names.stream().distinct().toList());
  }

  int of(String name) {
    return Palette.series(Math.max(0, names.indexOf(name)));
  }
}
