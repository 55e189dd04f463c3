package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.derivative.Differentiator;
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
      names = "--derivative",
      paramLabel = "METHOD",
      description =
          "finite-difference:ORDER or savitzky-golay:WINDOW,DEGREE. Default: the one with the"
              + " least expected error on the data.")
  private Optional<String> derivative = Optional.empty();

  @Option(
      names = "--optimizer",
      paramLabel = "METHOD",
      description =
          "How the terms are chosen: stlsq (default), lasso, adaptive-lasso, elastic-net, sr3, ssr,"
              + " frols, omp, best-subset, bayes, stability, nnls; or least-squares, ridge:ALPHA with"
              + " all terms. Without a setting such as stlsq:threshold=T, lasso:weight=L or"
              + " best-subset:terms=K, models of every size are computed and one is chosen.")
  private Optional<String> optimizer = Optional.empty();

  /** Adds those that were given. */
  OptionNames names(OptionNames names) {
    return names
        .with("--library", library)
        .with("--derivative", derivative)
        .with("--optimizer", optimizer);
  }

  /** Adds those that have no effect without a model; rates are needed for pairs. */
  OptionNames namesWithoutModel(OptionNames names, boolean ratesAreNeeded) {
    return names
        .with("--library", library)
        .with("--derivative", derivative.isPresent() && !ratesAreNeeded)
        .with("--optimizer", optimizer);
  }

  /** What was asked for; all else is chosen from the data. */
  Sindy sindy() {
    Sindy sindy = Sindy.automatic().solvedBy(SparseRegressor.parse(optimizer.orElse("stlsq")));
    if (library.isPresent()) {
      sindy = sindy.withLibrary(LibrarySpec.parse(library.get()));
    }
    Optional<Differentiator> differentiator = differentiator();
    return differentiator.isPresent() ? sindy.differentiatedBy(differentiator.get()) : sindy;
  }

  /** The way rates are estimated, if one was named. */
  Optional<Differentiator> differentiator() {
    return derivative.map(Differentiator::parse);
  }
}
