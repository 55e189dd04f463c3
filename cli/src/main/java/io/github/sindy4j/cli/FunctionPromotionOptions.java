package io.github.sindy4j.cli;

import io.github.sindy4j.FunctionPromotion;
import io.github.sindy4j.FunctionRegression;
import io.github.sindy4j.Interpolator;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.promotion.Promotion;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which symmetries a function may have, and how they are promoted. */
final class FunctionPromotionOptions {
  @Option(
      names = "--promote",
      paramLabel = "CANDIDATES",
      description =
          "Symmetries that the function may have: 't(5)', 'se(3) on (x,y,z)', affine, FILE.json, …;"
              + " the fit says which of them it keeps.")
  private Optional<String> candidates = Optional.empty();

  @Option(
      names = "--promote-weight",
      paramLabel = "F",
      description =
          "For noisy values: the weight of promotion, in (0, 1], a part of that from which on every"
              + " candidate is kept. Default: the one that held-out rows choose.")
  private Optional<Double> weight = Optional.empty();

  @Option(
      names = "--method",
      paramLabel = "nuclear|minimum-rank",
      description =
          "For exact values: how the function is chosen among all that meet them. Default: nuclear"
              + " where terms of the library meet them, as when values are fewer than"
              + " coefficients; else they are noisy.")
  private Optional<String> method = Optional.empty();

  @Option(
      names = "--points",
      paramLabel = "random|unknown",
      description =
          "random: the points are independent random draws, chosen without knowledge of the"
              + " function; a certificate of minimum-rank rests on it. Default: unknown.")
  private Optional<String> points = Optional.empty();

  /** Whether the user says that values are exact. */
  boolean isExact() {
    return method.isPresent();
  }

  /** The same search, promoting what was asked for. */
  FunctionRegression in(FunctionRegression regression, long seed) {
    if (candidates.isEmpty()) {
      new OptionNames()
          .with("--promote-weight", weight.isPresent())
          .with("--method", method)
          .with("--points", points)
          .refuse("a fit that promotes nothing", "Add --promote, such as --promote affine");
      return regression;
    }
    FunctionPromotion promotion = FunctionPromotion.of(candidates.get(), SymmetryFile::read);
    if (weight.isPresent()) {
      promotion = promotion.along(Promotion.defaults().at(weight.get()));
    }
    if (method.isPresent()) {
      promotion = promotion.interpolatingBy(interpolator(method.get(), seed));
    }
    return regression.promoting(isRandom() ? promotion.atRandomPoints() : promotion);
  }

  private static Interpolator interpolator(String name, long seed) {
    BadSetting.require(
        List.of("nuclear", "minimum-rank").contains(name),
        "--method " + name,
        "is not known",
        "Write nuclear or minimum-rank");
    return name.equals("nuclear") ? Interpolator.ofNuclearNorm() : Interpolator.ofLeastRank(seed);
  }

  private boolean isRandom() {
    String said = points.orElse("unknown");
    BadSetting.require(
        List.of("random", "unknown").contains(said),
        "--points " + said,
        "is not known",
        "Write random or unknown");
    return said.equals("random");
  }
}
