package io.github.sindy4j.io;

import io.github.sindy4j.notice.BadData;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * Where in a file: {@code file.csv, line 17, column 'y'}.
 *
 * @param text the place as a person reads it
 */
record Place(String text) {
  Place line(long line) {
    return new Place(text + ", line " + line);
  }

  Place column(String name) {
    return new Place(text + ", column '" + name + "'");
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
