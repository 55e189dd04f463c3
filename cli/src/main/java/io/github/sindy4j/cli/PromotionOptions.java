package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.promotion.Promotion;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** Which symmetries are sought while fitting; every command that fits can have these options. */
final class PromotionOptions {
  @Option(
      names = "--promote",
      paramLabel = "CANDIDATES",
      description =
          "Find out which of these symmetries the data keep, and enforce those: affine, linear,"
              + " 'se(3)', 'so(2) on (x,y)', 'reflection(-x,-y,z)', FILE.json, …")
  private Optional<String> candidates = Optional.empty();

  @Option(
      names = "--promote-weight",
      paramLabel = "F",
      description =
          "The weight of promotion, in (0, 1]: a part of that from which on every candidate is kept."
              + " Default: the one that held-out rows choose.")
  private Optional<Double> weight = Optional.empty();

  /** The same search, promoting what was asked for. */
  Sindy in(Sindy sindy) {
    settings();
    Sindy promoting = sindy;
    if (candidates.isPresent()) {
      promoting = promoting.promoting(candidates.get(), SymmetryFile::read);
    }
    return weight.isPresent() ? promoting.promotingAt(weight.get()) : promoting;
  }

  /** How it is done, whatever is promoted. */
  Promotion settings() {
    BadSetting.require(
        candidates.isPresent() || weight.isEmpty(),
        "--promote-weight",
        "says how strongly to promote, but nothing is promoted",
        "Add --promote affine, or another action");
    return weight.map(f -> Promotion.defaults().at(f)).orElse(Promotion.defaults());
  }

  /** What was named, read by {@code reader}; empty when nothing was. */
  Optional<Action> candidates(BiFunction<String, ActionFiles, Action> reader) {
    return candidates.map(text -> reader.apply(text, SymmetryFile::read));
  }
}
