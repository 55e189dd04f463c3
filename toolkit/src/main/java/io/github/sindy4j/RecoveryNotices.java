package io.github.sindy4j;

import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.NuclearMinimum;
import java.util.ArrayList;
import java.util.List;

/** What the user should know of a recovery beside its numbers. */
final class RecoveryNotices {
  private RecoveryNotices() {}

  static List<Notice> of(Recovery recovery) {
    List<Notice> notices = new ArrayList<>();
    if (recovery.leastRank().isPresent() && recovery.found().isEmpty()) {
      notices.add(
          Notice.warning(
              "no-fit-of-low-rank",
              recovery.leastRank().get().text()
                  + "; the interpolant of least nuclear norm was taken instead"));
    }
    if (recovery.found().isEmpty() && !recovery.nuclear().ending().isMinimum()) {
      notices.add(Notice.warning("not-converged", recovery.nuclear().ending().text()));
    }
    recovery.uniqueness().ifPresent(u -> notices.add(Notice.info("uniqueness", u.text())));
    if (recovery.found().isEmpty()
        && !(recovery.nuclear().ending() instanceof NuclearMinimum.Determined)) {
      notices.add(
          Notice.info(
              "not-the-only-one",
              "that no function that meets the values has a smaller nuclear norm does not say that it"
                  + " is the one behind them: check it on others (--validate), or look for the least"
                  + " rank (--method minimum-rank)"));
    }
    int unseen = recovery.nuclear().undetermined();
    if (recovery.found().isEmpty() && unseen > 0) {
      notices.add(
          Notice.warning(
              "coefficients-not-seen",
              unseen
                  + (unseen == 1 ? " combination" : " combinations")
                  + " of coefficients change neither the values nor the image under the candidates;"
                  + " the shortest were taken"));
    }
    if (recovery.kept().generators().isEmpty()) {
      notices.add(
          Notice.warning(
              "nothing-kept",
              "the function keeps none of the candidates, so that nothing speaks for it between"
                  + " the points; more samples or other candidates may help"));
    }
    return notices;
  }
}
