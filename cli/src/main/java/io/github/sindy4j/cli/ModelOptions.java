package io.github.sindy4j.cli;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.SparseRegressor;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a model is sought in data: what every command that fits has. */
final class ModelOptions {
  @Option(
      names = "--library",
      paramLabel = "SPEC",
      description = "The candidate terms. Default: polynomial:3, less where data are few.")
  private Optional<String> library = Optional.empty();

  @Option(
      names = "--formulation",
      paramLabel = "WAY",
      description =
          "auto, differential (rates are estimated, then fitted), weak (integrals over test"
              + " functions) or smoother (states, noise and model together; smoother:any-form does"
              + " not prefer symmetric equations where data leave the terms open). Default: auto,"
              + " the smoother where the data carry noise.")
  private Optional<String> formulation = Optional.empty();

  @Option(
      names = "--order",
      paramLabel = "N",
      description =
          "1, or 2 for equations x'' = F(x, x') of which only x is measured; the model then has"
              + " further states x_dot. Default: 1.")
  private Optional<Integer> order = Optional.empty();

  @Option(
      names = "--between",
      paramLabel = "WAY",
      description = "How controls run between samples: hold, linear or cubic. Default: linear.")
  private Optional<String> between = Optional.empty();

  @Option(
      names = "--derivative",
      paramLabel = "METHOD",
      description =
          "finite-difference:ORDER, savitzky-golay:WINDOW,DEGREE, smoothing-spline, whittaker,"
              + " kalman, gaussian-process, total-variation, trend-filter, fourier or chebyshev,"
              + " with settings as in whittaker:order=3,noise=0.01 (docs/derivatives.md). Default:"
              + " of the first two, the one with the least expected error on the data.")
  private Optional<String> derivative = Optional.empty();

  @Option(
      names = "--optimizer",
      paramLabel = "METHOD",
      description =
          "How the terms are chosen: stlsq (default), lasso, adaptive-lasso, elastic-net, sr3, ssr,"
              + " frols, omp, best-subset, bayes, stability, nnls; or least-squares, ridge:ALPHA with"
              + " all terms. Without a setting such as stlsq:threshold=T, lasso:weight=L or"
              + " best-subset:terms=K, models of every size are computed and one is chosen, for"
              + " rates; the smoother chooses its terms itself.")
  private Optional<String> optimizer = Optional.empty();

  /** Adds those that were given. */
  OptionNames names(OptionNames names) {
    return names
        .with("--library", library)
        .with("--formulation", formulation)
        .with("--order", order.isPresent())
        .with("--between", between)
        .with("--derivative", derivative)
        .with("--optimizer", optimizer);
  }

  /** Adds those that have no effect without a model; rates are needed for pairs. */
  OptionNames namesWithoutModel(OptionNames names, boolean ratesAreNeeded) {
    return names
        .with("--library", library)
        .with("--formulation", formulation)
        .with("--order", order.isPresent())
        .with("--between", between)
        .with("--derivative", derivative.isPresent() && !ratesAreNeeded)
        .with("--optimizer", optimizer);
  }

  /** What was asked for; all else is chosen from the data. */
  Sindy sindy() {
    BadSetting.require(
        formulation.isEmpty() || derivative.isEmpty() || isDifferential(formulation.get()),
        "--derivative",
        "has no meaning for --formulation " + formulation.orElse(""),
        "Leave out one of the two");
    int wanted = order.orElse(1);
    BadSetting.require(
        wanted == 1 || wanted == 2, "--order " + wanted, "must be 1 or 2", "Use 1 or 2");
    Sindy sindy = wanted == 2 ? Sindy.automatic().ofSecondOrder() : Sindy.automatic();
    if (between.isPresent()) {
      sindy = sindy.withControls(Between.parse(between.get()));
    }
    if (formulation.isPresent()) {
      sindy = sindy.formulatedBy(Approach.parse(formulation.get()));
    }
    if (optimizer.isPresent()) {
      sindy = sindy.solvedBy(SparseRegressor.parse(optimizer.get()));
    }
    if (library.isPresent()) {
      sindy = sindy.withLibrary(LibrarySpec.parse(library.get()));
    }
    Optional<Differentiator> differentiator = differentiator();
    return differentiator.isPresent() ? sindy.differentiatedBy(differentiator.get()) : sindy;
  }

  private static boolean isDifferential(String formulation) {
    return formulation.equals("differential") || formulation.equals("auto");
  }

  /** The order of the equations. */
  int order() {
    return order.orElse(1);
  }

  /** The way rates are estimated, if one was named. */
  Optional<Differentiator> differentiator() {
    return derivative.map(Differentiator::parse);
  }
}
