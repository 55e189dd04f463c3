package io.github.sindy4j.io;

import io.github.sindy4j.notice.BadData;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * Where in a file: {@code file.csv, line 17, column 'y'}.
 *
 * @param text the place as a person reads it
 * @param unit what is counted in it: lines, or the rows of an array
 */
record Place(String text, String unit) {
  /** A text, whose lines are counted. */
  Place(String text) {
    this(text, "line");
  }

  /** An array, whose rows are counted. */
  static Place ofRows(String text) {
    return new Place(text, "row");
  }

  Place line(long line) {
    return new Place(text + ", " + unit + " " + line, unit);
  }

  Place column(String name) {
    return new Place(text + ", column '" + name + "'", unit);
  }

  /**
   * Why a file operation failed; the system's own message is often no more than the name of the
   * file.
   */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return String.valueOf(e.getMessage());
  }

  BadData bad(String code, String what, String cure) {
    return new BadData(code, text, what, cure);
  }

  BadData bad(String code, String what, String cure, Throwable cause) {
    BadData bad = bad(code, what, cure);
    bad.initCause(cause);
    return bad;
  }
}
