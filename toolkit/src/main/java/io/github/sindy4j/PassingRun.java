package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.formulation.PassingRows;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.PassedRows;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One fit to data that go by once. Coefficients are those of all rows; blocks of them tell what
 * held-out rows and intervals need to know, their beginning how far residuals are correlated.
 */
final class PassingRun {
  /** Triangles may take this, or a quarter of the heap. */
  private static final long ROOM = 256L << 20;

  private static final int PART_OF_HEAP = 4;

  /** Held-out blocks and intervals need so many. */
  private static final int FEWEST_BLOCKS = 8;

  private final PassingData data;
  private final PassingData.Heading heading;
  private final SindySettings asked;

  PassingRun(PassingData data, SindySettings asked) {
    this.data = data;
    this.heading = data.heading();
    this.asked = asked;
  }

  /** What needs more than one pass over data of this kind; empty where nothing does. */
  static Optional<Unsupported> obstacle(SindySettings asked, PassingData.Heading heading) {
    Optional<Unsupported> streamed = StreamedRun.obstacle(asked);
    if (streamed.isPresent()) {
      return streamed;
    }
    if (!heading.rates() && asked.approach.differentiator().isEmpty()) {
      return Optional.of(
          new Unsupported(
              "one-pass",
              "the derivative",
              "is not named, and is chosen from samples from all over the data",
              "Name it, such as --derivative finite-difference:4"));
    }
    LibrarySpec spec = library(asked, heading);
    double columns =
        (double) spec.size(heading.schema().inputNames().size()) + heading.schema().states().size();
    double room = Math.min(ROOM, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    return 8 * columns * columns * PassedRows.mostBlocks() <= room
        ? Optional.empty()
        : Optional.of(
            new Unsupported(
                "one-pass",
                "library " + spec.text(),
                String.format(
                    Locale.ROOT,
                    "has so many terms (%,.0f) that blocks of rows cannot be told apart in memory",
                    columns - heading.schema().states().size()),
                "Choose a smaller library"));
  }

  private static LibrarySpec library(SindySettings asked, PassingData.Heading heading) {
    return asked.library.orElseGet(() -> automatic(heading).library());
  }

  /** So many samples as go by are enough for any library of this choice. */
  private static Choices.Automatic automatic(PassingData.Heading heading) {
    return Choices.Automatic.of(heading.schema().inputNames().size(), Long.MAX_VALUE);
  }

  StreamedFit fit() {
    Optional<Unsupported> obstacle = obstacle(asked, heading);
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    LibrarySpec spec = library(asked, heading);
    Library library = spec.over(heading.schema().inputNames());
    DifferentialForm form =
        DifferentialForm.by(
            asked.approach.differentiator().orElseGet(() -> FiniteDifference.ofOrder(2)));
    KnownDemands.check(asked.knowledge, library, heading.schema());
    PassingRows rows = form.rows(heading, library);
    StoredData.Outline outline = data.pass(rows);
    Requirements.range(outline);
    PassingRows.Result passed = rows.finish();
    KnownDemands known =
        KnownDemands.of(
            asked.knowledge, library, outline.schema(), () -> Region.around(outline.columns()));
    Requirements.rows(passed.rows().rows(), heading.name(), spec.text(), known);
    if (passed.rows().size() < FEWEST_BLOCKS) {
      throw new BadData(
          "too-few-rows",
          heading.name(),
          passed.rows().rows() + " usable rows are too few to be judged as they go by",
          "Write them to a file, and fit that");
    }
    RowFit fit = asked.regression(known, Optional.empty()).of(new Evidence(passed), heading.name());
    Choices choices = new Choices(outline.sample());
    choices.library(Optional.of(spec));
    DifferentialForm told = choices.form(Optional.of(form.differentiator()));
    return new StreamedResult(outline, asked, choices, told, library)
        .of(passed.beginning(), notices(form, passed), fit, passedBy(outline, passed));
  }

  private List<Notice> notices(DifferentialForm form, PassingRows.Result passed) {
    List<Notice> notices = new ArrayList<>();
    if (asked.library.isEmpty()) {
      notices.add(automatic(heading).notice());
    }
    notices.addAll(form.notices(passed, heading.rates()));
    return notices;
  }

  private static Notice passedBy(StoredData.Outline outline, PassingRows.Result passed) {
    return Notice.info(
        "data-passed",
        String.format(
            Locale.ROOT,
            "the data were read once, not held: coefficients rest on all %,d samples, held-out"
                + " scores and intervals on %d blocks of their rows; pictures and replays on %,d"
                + " samples",
            outline.summary().samples(),
            passed.rows().size(),
            outline.sample().samples()));
  }

  /** What rows that went by know. */
  private record Evidence(PassingRows.Result passed) implements RowEvidence {
    @Override
    public FoldedData folded() {
      return passed.rows().folded(passed.biases());
    }

    @Override
    public Vec effectiveSamples(RegressionSummary whole, Matrix full) {
      double all = passed.rows().rows();
      double share = all / passed.beginning().rows();
      return Residuals.effectiveSamples(passed.beginning(), full)
          .map(samples -> Math.min(all, samples * share));
    }

    @Override
    public Inference inference(Regression regression, double effectiveSamples) {
      return Inference.of(passed.rows(), regression, effectiveSamples);
    }
  }
}
