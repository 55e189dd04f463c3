package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.data.Dataset;
import java.util.Locale;

/** A paragraph for a paper's methods section. */
final class FitMethods {
  /** The references of {@link #text}. */
  static final String BIBTEX =
      """
      @article{brunton2016sindy,
        author  = {Brunton, Steven L. and Proctor, Joshua L. and Kutz, J. Nathan},
        title   = {Discovering governing equations from data by sparse identification of nonlinear dynamical systems},
        journal = {Proceedings of the National Academy of Sciences},
        volume  = {113},
        pages   = {3932--3937},
        year    = {2016}
      }
      @article{lazarus2018har,
        author  = {Lazarus, Eben and Lewis, Daniel J. and Stock, James H. and Watson, Mark W.},
        title   = {{HAR} inference: recommendations for practice},
        journal = {Journal of Business \\& Economic Statistics},
        volume  = {36},
        pages   = {541--559},
        year    = {2018}
      }
      """;

  private FitMethods() {}

  static String text(SindyFit fit) {
    Dataset data = fit.data();
    String choice =
        fit.path().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " The model was chosen among %d, from many terms to few, by the error on held-out"
                    + " blocks of rows and an information criterion with an effective number of"
                    + " samples.",
                fit.path().size());
    return String.format(
        Locale.ROOT,
        "Governing equations were identified by sparse regression (Brunton et al. 2016) with sindy4j"
            + " %s from %d samples of %s in %d trajectories. Rates: %s. Candidate functions: %s (%d"
            + " terms for each equation). Regression: %s.%s Intervals are 95 %% and respect serial"
            + " correlation of the residuals (Lazarus et al. 2018).",
        Version.toolkit(),
        data.samples(),
        String.join(", ", data.schema().stateNames()),
        data.trajectories().size(),
        fit.settings().getOrDefault("derivative", "estimated from the states"),
        fit.settings().getOrDefault("library", "see above"),
        fit.model().library().size(),
        fit.settings().getOrDefault("optimizer", "least squares"),
        choice);
  }
}
