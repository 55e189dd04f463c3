package io.github.sindy4j.report;

import java.util.ArrayList;
import java.util.List;

/** Text with italics, superscripts and subscripts. */
record RichText(List<Run> runs) {
  /** The size of superscripts and subscripts relative to the line. */
  static final double SMALL = 0.72;

  /** How far a superscript is raised, in sizes of the line. */
  static final double RAISE = 0.36;

  /** How far a subscript is lowered, in sizes of the line. */
  static final double LOWER = 0.18;

  RichText {
    runs = List.copyOf(runs);
  }

  static RichText plain(String text) {
    return new RichText(text.isEmpty() ? List.of() : List.of(Run.upright(text)));
  }

  RichText then(RichText other) {
    List<Run> both = new ArrayList<>(runs);
    both.addAll(other.runs);
    return new RichText(both);
  }

  RichText then(String text) {
    return then(plain(text));
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** How far the baseline of a run lies above that of the line, in sizes of the line. */
  static double rise(Run run) {
    return switch (run.level()) {
      case LINE -> 0;
      case SUPERSCRIPT -> RAISE;
      case SUBSCRIPT -> -LOWER;
    };
  }

  /** The size of a run, in sizes of the line. */
  static double scale(Run run) {
    return run.level() == Run.Level.LINE ? 1 : SMALL;
  }

  /** The width at a size, as Helvetica sets it. */
  double width(double size) {
    double width = 0;
    for (Run run : runs) {
      width += Helvetica.width(run.text()) * scale(run) * size;
    }
    return width;
  }

  /** This text if it fits the width, otherwise its beginning and an ellipsis. */
  RichText fitted(double size, double width) {
    if (width(size) <= Math.max(0, width)) {
      return this;
    }
    List<Run> kept = new ArrayList<>();
    double left = width / size - Helvetica.width("…");
    for (Run run : runs) {
      String fitting = Helvetica.prefix(run.text(), left / scale(run));
      if (!fitting.isEmpty()) {
        kept.add(new Run(fitting, run.italic(), run.level()));
      }
      if (fitting.length() < run.text().length()) {
        break;
      }
      left -= Helvetica.width(run.text()) * scale(run);
    }
    kept.add(Run.upright("…"));
    return new RichText(kept);
  }
}
