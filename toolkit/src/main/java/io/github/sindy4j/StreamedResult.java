package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a fit to data that were not held.
 *
 * @param outline the data
 * @param asked for
 * @param choices what the data decided
 * @param form made the rows
 * @param library the candidate terms
 */
record StreamedResult(
    StoredData.Outline outline,
    SindySettings asked,
    Choices choices,
    DifferentialForm form,
    Library library) {
  /** The fit to these rows; {@code how} says how they were read. */
  StreamedFit of(RowSource rows, List<Notice> ofRows, RowFit fit, Notice how) {
    Map<String, String> settings = new LinkedHashMap<>(choices.settings());
    settings.putAll(fit.settings());
    if (!outline.schema().controls().isEmpty()) {
      settings.put("between", asked.between.text());
    }
    List<Notice> notices = new ArrayList<>(outline.notices());
    notices.add(how);
    notices.addAll(choices.notices());
    notices.addAll(ofRows);
    notices.addAll(fit.notices());
    SindyFit result =
        new SindyFit(
            outline.sample(),
            estimates(rows, ofRows),
            new SparseModel(outline.schema(), library, fit.regression().coefficients()),
            fit.regression(),
            fit.inference(),
            fit.score(),
            fit.heldOut(),
            fit.problem().data(),
            fit.enforcement(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            asked.between,
            settings,
            notices);
    return new StreamedFit(result, outline);
  }

  /** The rows beside the estimates of the sample, where it is long enough for some. */
  private FormulatedRows estimates(RowSource rows, List<Notice> notices) {
    int least = outline.rates() ? 1 : form.differentiator().minimumSamples();
    boolean any =
        outline.sample().trajectories().stream()
            .flatMap(stretch -> stretch.segments().stream())
            .mapToInt(Segment::size)
            .anyMatch(size -> size >= least);
    return new FormulatedRows(
        rows, any ? form.rows(outline.sample(), library).stretches() : List.of(), notices);
  }
}
