package io.github.sindy4j.report;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.Recovery;
import io.github.sindy4j.Version;
import java.util.Locale;
import java.util.Optional;

/** A paragraph on a function for a paper's methods section. */
final class FunctionMethods {
  private FunctionMethods() {}

  static String text(FunctionFit fit) {
    String what =
        String.format(
            Locale.ROOT,
            "%s as a function of %s was sought with sindy4j %s from %d samples among combinations of"
                + " %d candidate functions (%s).",
            String.join(", ", fit.data().schema().outputNames()),
            String.join(", ", fit.data().schema().inputNames()),
            Version.toolkit(),
            fit.data().size(),
            fit.model().library().size(),
            fit.settings().getOrDefault("library", "see above"));
    Optional<Recovery> recovery = fit.recovery();
    return recovery.isPresent() ? what + " " + exact(recovery.get()) : what + " " + regressed(fit);
  }

  private static String exact(Recovery recovery) {
    String aim = recovery.found().isPresent() ? "rank" : "nuclear norm";
    return "Values were taken for exact. Of all functions that meet them, the one was taken whose Lie"
        + " derivative along the candidates ("
        + recovery.candidates()
        + ") has the least "
        + aim
        + " (Otto et al. 2025).";
  }

  private static String regressed(FunctionFit fit) {
    String choice =
        fit.path().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " The function was chosen among %d, from many terms to few, by the error on held-out"
                    + " blocks of rows and an information criterion.",
                fit.path().size());
    return "Regression: "
        + fit.settings().getOrDefault("optimizer", "least squares")
        + " (Brunton et al. 2016)."
        + choice
        + " Intervals are 95 % and allow for residuals of unequal size and in any order (Lazarus et"
        + " al. 2018).";
  }

  static String bibtex(FunctionFit fit) {
    return fit.recovery().isPresent() ? SymmetryReport.BIBTEX : FitMethods.BIBTEX;
  }
}
