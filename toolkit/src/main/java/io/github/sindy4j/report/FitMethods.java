package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.Locale;

/** A paragraph for a paper's methods section. */
final class FitMethods {
  private static final String BRUNTON =
      """
      @article{brunton2016sindy,
        author  = {Brunton, Steven L. and Proctor, Joshua L. and Kutz, J. Nathan},
        title   = {Discovering governing equations from data by sparse identification of nonlinear dynamical systems},
        journal = {Proceedings of the National Academy of Sciences},
        volume  = {113},
        pages   = {3932--3937},
        year    = {2016}
      }
      """;

  private static final String LAZARUS =
      """
      @article{lazarus2018har,
        author  = {Lazarus, Eben and Lewis, Daniel J. and Stock, James H. and Watson, Mark W.},
        title   = {{HAR} inference: recommendations for practice},
        journal = {Journal of Business \\& Economic Statistics},
        volume  = {36},
        pages   = {541--559},
        year    = {2018}
      }
      """;

  /** The references of a regression on rows. */
  static final String BIBTEX = BRUNTON + LAZARUS;

  private static final String SMOOTHER =
      """
      @article{tremolet2006weak,
        author  = {Tr{\\'e}molet, Yannick},
        title   = {Accounting for an imperfect model in {4D-Var}},
        journal = {Quarterly Journal of the Royal Meteorological Society},
        volume  = {132},
        pages   = {2483--2504},
        year    = {2006}
      }
      @article{patterson1971reml,
        author  = {Patterson, H. D. and Thompson, R.},
        title   = {Recovery of inter-block information when block sizes are unequal},
        journal = {Biometrika},
        volume  = {58},
        pages   = {545--554},
        year    = {1971}
      }
      @article{chen2008ebic,
        author  = {Chen, Jiahua and Chen, Zehua},
        title   = {Extended {Bayesian} information criteria for model selection with large model spaces},
        journal = {Biometrika},
        volume  = {95},
        pages   = {759--771},
        year    = {2008}
      }
      @article{ljung1978whiteness,
        author  = {Ljung, G. M. and Box, G. E. P.},
        title   = {On a measure of lack of fit in time series models},
        journal = {Biometrika},
        volume  = {65},
        pages   = {297--303},
        year    = {1978}
      }
      """;

  private FitMethods() {}

  /** The references of {@link #text}. */
  static String bibtex(SindyFit fit) {
    return fit.smoothing().isPresent() ? BRUNTON + SMOOTHER : BIBTEX;
  }

  static String text(SindyFit fit) {
    Dataset data = fit.data();
    return String.format(
            Locale.ROOT,
            "Governing equations were identified by sparse regression (Brunton et al. 2016) with"
                + " sindy4j %s from %d samples of %s in %d trajectories. Candidate functions: %s"
                + " (%d terms for each equation). ",
            Version.toolkit(),
            data.samples(),
            String.join(", ", data.schema().stateNames()),
            data.trajectories().size(),
            fit.settings().getOrDefault("library", "see above"),
            fit.model().library().size())
        + fit.smoothing().map(FitMethods::smoothed).orElseGet(() -> differentiated(fit));
  }

  private static String smoothed(SmootherFit found) {
    return String.format(
        Locale.ROOT,
        "States, noise and model were found together: the measured states have errors, and each"
            + " step of the equations, integrated over %d samples, leaves a small random defect"
            + " (weak-constraint smoothing, Trémolet 2006). Gauss–Newton steps of this"
            + " errors-in-variables problem are generalised least-squares regressions on rows"
            + " whitened by their covariance; the variances of noise and defect were found by"
            + " restricted maximum likelihood (Patterson and Thompson 1971), the terms of all"
            + " equations together by the extended Bayesian information criterion (Chen and Chen"
            + " 2008). Intervals are 95 %%, given the terms and the variances. The whitened"
            + " residuals were tested for whiteness at %d lags (Ljung and Box 1978).",
        found.order(),
        found.diagnosis().whiteness().lags());
  }

  private static String differentiated(SindyFit fit) {
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
        "Rates: %s. Regression: %s.%s Intervals are 95 %% and respect serial correlation of the"
            + " residuals (Lazarus et al. 2018).",
        fit.settings().getOrDefault("derivative", "estimated from the states"),
        fit.settings().getOrDefault("optimizer", "least squares"),
        choice);
  }
}
