package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.Promotion;
import io.github.sindy4j.promotion.PromotionProblem;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Symmetries that rows may keep.
 *
 * @param settings how the penalty is weighed
 * @param candidates which
 * @param fibre how they act on the left sides
 * @param region where functions are compared
 * @param points where to compare instead when not all functions are polynomials
 */
record RowPromotion(
    Promotion settings, Action candidates, Fibre fibre, Region region, Matrix points) {
  /** What the rows keep. */
  Promoted of(FoldedData rows, KnownDemands known, SparseRegressor regressor) {
    PromotionProblem problem =
        PromotionProblem.of(
                rows, known.library(), known.sides().equationNames(), fibre, region, candidates)
            .within(known.demands())
            .withPoints(points);
    return settings.of(problem, regressor);
  }

  /** In the words of the command line. */
  static Map<String, String> settings(Promoted promoted) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("promote", promoted.candidates().text());
    settings.put(
        "promote-weight",
        Double.toString(promoted.chosen().fraction()) + " (" + promoted.choice().reason() + ")");
    return settings;
  }
}
