package io.github.sindy4j.promotion;

import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Demand;
import java.util.ArrayList;
import java.util.List;

/** What a promotion tells its user. */
final class PromotionNotices {
  private final PromotionProblem problem;
  private final Promotion settings;
  private final PromotedPath path;
  private final Trials trials;
  private final List<Notice> notices = new ArrayList<>();

  PromotionNotices(PromotionProblem problem, Promotion settings, PromotedPath path, Trials trials) {
    this.problem = problem;
    this.settings = settings;
    this.path = path;
    this.trials = trials;
  }

  List<Notice> of(
      List<Promoted.Kept> found, List<Promoted.Kept> kept, List<Promoted.Broken> broken) {
    ofThePath();
    ofTheLibrary();
    List<String> givenUp =
        broken.stream().filter(Promoted.Broken::promoted).map(b -> b.symmetry().text()).toList();
    if (!givenUp.isEmpty()) {
      notices.add(
          Notice.info(
              "given-up",
              "kept at the weight, but given up because held-out errors grow when enforced: "
                  + String.join(", ", givenUp)));
    }
    if (kept.isEmpty()) {
      notices.add(
          Notice.info(
              "nothing-kept",
              found.isEmpty()
                  ? "the data keep none of the candidates; the fit is the plain one"
                  : "no candidate can be enforced without harm; the fit is the plain one"));
    } else if (broken.isEmpty()) {
      notices.add(
          Notice.info("everything-kept", "every candidate is kept: larger ones may be, too"));
    }
    return notices;
  }

  private void ofThePath() {
    if (!path.isConverged()) {
      notices.add(
          Notice.warning(
              "promotion-not-converged",
              "some weights of the path were not solved to a gap of "
                  + settings.solver().gap()
                  + ": allow more iterations"));
    }
    if (trials.plain().heldOut().isEmpty()) {
      notices.add(
          Notice.warning(
              "no-held-out-rows",
              "there are too few rows to hold some out: that symmetries do no harm was not checked"));
    }
    if (!path.isVanishing()) {
      notices.add(
          Notice.info(
              "known-breaks-candidates",
              "what is known breaks some candidates, so that no weight keeps them all; weights are"
                  + " parts of the largest useful one without that knowledge"));
    }
    boolean bounded =
        problem.demands().all().stream()
            .anyMatch(demand -> demand.relation() == Demand.Relation.AT_MOST);
    if (bounded) {
      notices.add(
          Notice.info(
              "bounds-not-on-the-path",
              "inequalities hold in the fits that are compared, not in the penalised ones"));
    }
  }

  private void ofTheLibrary() {
    List<String> leaking = trials.unclosed();
    if (!leaking.isEmpty()) {
      notices.add(
          Notice.warning(
              "library-not-closed",
              "the library is not closed under "
                  + String.join(", ", leaking)
                  + ": such candidates cannot be enforced"));
    }
  }
}
