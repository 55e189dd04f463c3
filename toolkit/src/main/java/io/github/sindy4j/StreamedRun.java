package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.derivative.LocalDifferentiator;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.symmetry.Region;
import java.util.Locale;
import java.util.Optional;

/**
 * One fit to data that are not held: one pass folds the rows, another tells how certain the
 * coefficients are. What the data decide beside the coefficients is decided from their sample.
 */
final class StreamedRun {
  private final StoredData data;
  private final StoredData.Outline outline;
  private final SindySettings asked;

  StreamedRun(StoredData data, SindySettings asked) {
    this.data = data;
    this.outline = data.outline();
    this.asked = asked;
  }

  /** What needs all data at once; empty where nothing does. */
  static Optional<Unsupported> obstacle(SindySettings asked) {
    if (asked.approach instanceof Approach.Weak || asked.approach instanceof Approach.Smoothing) {
      return refused(
          "formulation " + asked.approach.text(),
          "rests on all samples of a segment at once",
          "Use --formulation differential");
    } else if (asked.order != 1) {
      return refused("order 2", "makes further states of all data first", "Use order 1");
    } else if (asked.bagging.isPresent()) {
      return refused("ensemble", "resamples rows that must be held", "Leave out --ensemble");
    } else if (asked.promoting.candidates().isPresent()) {
      return refused("promote", "compares symmetries at points of all data", "Leave out --promote");
    }
    return asked
        .approach
        .differentiator()
        .filter(method -> !(method instanceof LocalDifferentiator))
        .flatMap(
            method ->
                refused(
                    "derivative " + method.text(),
                    "needs all samples of a segment at once",
                    "Use finite-difference or savitzky-golay (--derivative)"));
  }

  private static Optional<Unsupported> refused(String where, String what, String cure) {
    return Optional.of(
        new Unsupported(
            "stream-unsupported",
            where,
            what + ", which a streamed fit never has",
            cure + ", or fit without --stream"));
  }

  StreamedFit fit() {
    Optional<Unsupported> obstacle = obstacle(asked);
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    Requirements.range(outline);
    Dataset sample = outline.sample();
    Choices choices = new Choices(sample);
    LibrarySpec spec = choices.library(asked.library);
    Requirements.memory(
        spec, outline.schema().inputNames().size(), outline.schema().states().size());
    Library library = spec.over(outline.schema().inputNames());
    KnownDemands known =
        KnownDemands.of(
            asked.knowledge, library, outline.schema(), () -> Region.around(outline.columns()));
    DifferentialForm form = choices.form(asked.approach.differentiator());
    FormulatedRows rows = form.rows(data, library);
    Requirements.rows(
        rows.source(),
        outline.summary().name(),
        String.valueOf(choices.settings().get("library")),
        known);
    choices.smoother(
        asked.approach,
        outline.schema().states().size(),
        Optional.of("the data are streamed"),
        Optional.empty());
    RowFit fit =
        asked.regression(known, Optional.empty()).of(rows.source(), outline.summary().name());
    return new StreamedResult(outline, asked, choices, form, library)
        .of(rows.source(), rows.notices(), fit, streamed());
  }

  private Notice streamed() {
    int stretches = outline.sample().trajectories().size();
    return Notice.info(
        "data-streamed",
        String.format(
            Locale.ROOT,
            "the data were streamed, not held: coefficients and scores rest on all %,d samples;"
                + " pictures, replays and what was chosen automatically on %d stretch%s with %,d",
            outline.summary().samples(),
            stretches,
            stretches == 1 ? "" : "es",
            outline.sample().samples()));
  }
}
