package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.smoother.Diagnosis;
import io.github.sindy4j.smoother.KeptForm;
import io.github.sindy4j.smoother.Missing;
import io.github.sindy4j.smoother.NoiseLaw;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the smoother tells its user beside the equations. */
final class SmootherNotices {
  private static final int MOST_NAMED = 2;

  /** A rest smaller than this is nothing that matters. */
  private static final double NOTHING = 0.05;

  private final SmootherFit found;
  private final Diagnosis diagnosis;
  private final List<String> states;

  private SmootherNotices(SmootherFit found, List<String> states) {
    this.found = found;
    this.diagnosis = found.diagnosis();
    this.states = states;
  }

  static List<Notice> of(SmootherFit found, Library library, Dataset data) {
    List<String> states = data.schema().stateNames();
    List<Notice> notices = new ArrayList<>();
    SmootherNotices own = new SmootherNotices(found, states);
    notices.addAll(own.proportional());
    found.form().ifPresent(form -> notices.add(own.kept(form, library)));
    List<NearTie> ties = NearTie.of(found, library, states);
    if (!ties.isEmpty()) {
      notices.add(nearTies(ties));
    }
    notices.addAll(own.left());
    return notices;
  }

  private List<Notice> proportional() {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < found.laws().size(); i++) {
      if (found.laws().get(i) == NoiseLaw.PROPORTIONAL) {
        notices.add(
            Notice.info(
                "noise-proportional",
                "the noise of %s is in proportion to it: %s"
                    .formatted(states.get(i), percent(found.shares().get(i)))));
      }
    }
    return notices;
  }

  private Notice kept(KeptForm form, Library library) {
    return Notice.info(
        "symmetric-form",
        String.format(
            Locale.ROOT,
            "the data leave the terms open. Of all forms tried, equations that keep %s have the"
                + " shortest description (%d free %s, by %.1f of the criterion), so they were"
                + " chosen; the best of any form has %d: %s. --formulation smoother:any-form takes"
                + " that, --enforce keeps the symmetry whatever the data say",
            form.name(),
            form.coefficients(),
            form.coefficients() == 1 ? "number" : "numbers",
            form.gain(),
            form.otherCoefficients(),
            NearTie.difference(found.coefficients(), form.other(), library, states)));
  }

  private static Notice nearTies(List<NearTie> ties) {
    List<String> named =
        ties.stream()
            .limit(MOST_NAMED)
            .map(tie -> String.format(Locale.ROOT, "%s (%.1f)", tie.difference(), tie.excess()))
            .toList();
    int more = ties.size() - named.size();
    return Notice.info(
        "near-tie",
        "nearly as good (excess of the criterion, 10 is much): "
            + String.join("; ", named)
            + (more > 0 ? "; " + more + " more" : ""));
  }

  /** What equations leave open that the quadrature and white noise do not explain. */
  private List<Notice> left() {
    List<Notice> notices = new ArrayList<>();
    List<Integer> unexplained = new ArrayList<>();
    for (int i = 0; i < found.defect().size(); i++) {
      int equation = i;
      List<Missing> missing =
          diagnosis.missing().stream().filter(m -> m.equation() == equation).toList();
      if (!missing.isEmpty()) {
        notices.add(incomplete(i, missing));
      } else if (isPersistent(i)) {
        notices.add(incomplete(i));
      } else if (!diagnosis.isWhite(i) || diagnosis.hasDefect(i)) {
        unexplained.add(i);
      }
    }
    // Where a function is missing in one equation, the others are disturbed by it.
    if (notices.isEmpty() && !unexplained.isEmpty()) {
      notices.add(notWhite(unexplained));
    }
    return notices;
  }

  /** Whether what is left is alike from step to step. */
  private boolean isPersistent(int equation) {
    Vec correlations = diagnosis.whiteness().autocorrelations().col(equation);
    double sum = 0;
    for (double rho : correlations.toArray()) {
      sum += rho;
    }
    return diagnosis.hasDefect(equation) && !diagnosis.isWhite(equation) && sum > 0;
  }

  private Notice incomplete(int equation, List<Missing> missing) {
    List<String> terms = missing.stream().map(Missing::term).toList();
    double rest = missing.get(0).left();
    return Notice.warning(
        "library-incomplete",
        "the library does not contain the dynamics: "
            + leftOpen(equation)
            + "; with "
            + String.join(" and ", terms)
            + (rest < NOTHING
                ? " nothing of it is left"
                : " " + percent(rest) + " of it would be left")
            + ". Add a term: --library '… + expr("
            + String.join(", ", terms)
            + ")'");
  }

  private Notice incomplete(int equation) {
    return Notice.warning(
        "library-incomplete",
        "the library does not contain the dynamics: "
            + leftOpen(equation)
            + ", alike from step to step, and no polynomial explains it. Try other functions, or"
            + " measure what is missing: a state, or a force");
  }

  private Notice notWhite(List<Integer> equations) {
    List<String> names = equations.stream().map(this::left).toList();
    double largest = equations.stream().mapToDouble(i -> diagnosis.shares().get(i)).max().orElse(0);
    return Notice.warning(
        "not-white",
        "the noise is not white: beside white noise "
            + String.join(", ", names)
            + (names.size() == 1 ? " leaves " : " leave ")
            + (names.size() == 1 ? "" : "up to ")
            + percent(largest)
            + " of a step open, which no function of the state explains. Noise that is correlated"
            + " in time does that, and so do random forces; take the intervals for rough");
  }

  private String leftOpen(int equation) {
    return left(equation)
        + " leaves "
        + percent(diagnosis.shares().get(equation))
        + " of a step open";
  }

  /** The left side; where x″ is fitted, the equations are those of the last states. */
  private String left(int equation) {
    return states.get(states.size() - found.defect().size() + equation) + "'";
  }

  private static String percent(double share) {
    double value = 100 * share;
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %%" : "%.0f %%", value);
  }
}
