package io.github.sindy4j.cli;

import io.github.sindy4j.notice.Notice;
import java.io.PrintStream;
import java.util.List;

/**
 * Where the program speaks.
 *
 * @param out results
 * @param err what went wrong, and how far work has come
 * @param interactive whether a person looks at {@code err} on a terminal
 * @param typed the command as it was typed
 */
record Console(PrintStream out, PrintStream err, boolean interactive, String typed) {
  /** A line for everything of this kind, beside results that a table or a file takes. */
  void note(List<Notice> notices) {
    notices.forEach(notice -> err.println("sindy4j: note: " + notice.text()));
  }

  /** At most two lines of warnings: the first, and how many more there are. */
  void warn(List<Notice> notices) {
    List<Notice> warnings = notices.stream().filter(Notice::isWarning).toList();
    if (!warnings.isEmpty()) {
      err.println("sindy4j: warning: " + warnings.get(0).text());
    }
    if (warnings.size() > 1) {
      err.println("sindy4j: and " + (warnings.size() - 1) + " more warning(s), see the output");
    }
  }
}
