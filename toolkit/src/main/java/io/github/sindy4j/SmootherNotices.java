package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the smoother tells its user beside the equations. */
final class SmootherNotices {
  private static final int MOST_NAMED = 3;

  private SmootherNotices() {}

  static List<Notice> of(SmootherFit found, Library library, Dataset data) {
    List<Notice> notices = new ArrayList<>();
    if (!found.nearTies().isEmpty()) {
      notices.add(nearTies(found, library, data.schema().stateNames()));
    }
    return notices;
  }

  private static Notice nearTies(SmootherFit found, Library library, List<String> states) {
    List<String> named =
        found.nearTies().stream()
            .limit(MOST_NAMED)
            .map(
                other ->
                    difference(found.coefficients(), other.coefficients(), library, states)
                        + String.format(Locale.ROOT, " (%.1f)", other.excess()))
            .toList();
    int more = found.nearTies().size() - named.size();
    return Notice.info(
        "near-tie",
        "nearly as good, with the excess of the criterion, of which 10 is much: "
            + String.join("; ", named)
            + (more > 0 ? "; and " + more + " more" : ""));
  }

  private static String difference(
      Matrix chosen, Matrix other, Library library, List<String> states) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < chosen.rows(); i++) {
      for (int j = 0; j < chosen.cols(); j++) {
        boolean before = chosen.get(i, j) != 0;
        boolean after = other.get(i, j) != 0;
        if (before != after) {
          changes.add(
              (after ? "with " : "without ")
                  + library.termNames().get(j)
                  + " in "
                  + states.get(i)
                  + "'");
        }
      }
    }
    return String.join(" and ", changes);
  }
}
