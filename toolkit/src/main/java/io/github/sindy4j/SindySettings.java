package io.github.sindy4j;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Stlsq;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user asks of a fit, and what he leaves open. {@link Sindy} changes a copy that nobody else
 * has yet; after that nothing changes.
 */
final class SindySettings {
  Optional<LibrarySpec> library = Optional.empty();
  Approach approach = new Approach.Automatic();
  int order = 1;
  Between between = Between.LINEAR;
  Optional<SparseRegressor> regressor = Optional.empty();
  OptionalInt pick = OptionalInt.empty();
  List<Knowledge> knowledge = List.of();
  Promoting promoting = Promoting.NOTHING;
  Optional<Bagging> bagging = Optional.empty();
  Progress progress = Progress.NONE;

  SindySettings copy() {
    SindySettings copy = new SindySettings();
    copy.library = library;
    copy.approach = approach;
    copy.order = order;
    copy.between = between;
    copy.regressor = regressor;
    copy.pick = pick;
    copy.knowledge = knowledge;
    copy.promoting = promoting;
    copy.bagging = bagging;
    copy.progress = progress;
    return copy;
  }

  /** What chooses the terms. */
  SparseRegressor regressor() {
    return regressor.orElseGet(Stlsq::defaults);
  }

  /** The regression of rows that is asked for, under these demands. */
  RowRegression regression(KnownDemands known, Optional<RowPromotion> promotion) {
    return new RowRegression(
        regressor(), pick, known, EffectiveSamples.OF_RESIDUALS, promotion, progress);
  }
}
