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
 * @param settings how they are promoted
 * @param candidates which
 * @param fibre how they act on the left sides
 * @param region where functions are compared
 * @param points where to compare instead when not all functions are polynomials
 */
record RowPromotion(
    Promotion settings, Action candidates, Fibre fibre, Region region, Matrix points) {
  Promoted of(FoldedData data, KnownDemands known, SparseRegressor regressor) {
    PromotionProblem problem =
        PromotionProblem.of(
                data, known.library(), known.sides().equationNames(), fibre, region, candidates)
            .within(known.demands())
            .withPoints(points);
    return settings.of(problem, regressor);
  }

  /** In the words of the command line. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("promote", candidates.text());
    settings.fraction().ifPresent(f -> texts.put("promote-weight", Double.toString(f)));
    return texts;
  }
}
