package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.Promotion;
import io.github.sindy4j.promotion.PromotionProblem;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The wish that a fit find out which of some symmetries its data keep.
 *
 * @param candidates on the columns of the data; empty where none were named
 * @param settings how the penalty is weighed
 */
record Promoting(Optional<Function<Schema, Action>> candidates, Promotion settings) {
  static final Promoting NOTHING = new Promoting(Optional.empty(), Promotion.defaults());

  /** The candidates on these columns. */
  Optional<Action> named(Schema schema) {
    return candidates.map(reader -> reader.apply(schema));
  }

  /** What the rows keep of the candidates. */
  Promoted on(Dataset data, PromotionProblem problem, SparseRegressor regressor) {
    return settings.of(problem.withPoints(SamplePoints.of(data)), regressor);
  }

  /** These rows and candidates as a problem. */
  static PromotionProblem problem(
      Dataset data, Library library, FoldedData rows, Action candidates) {
    Schema schema = data.schema();
    return PromotionProblem.of(
        rows,
        library,
        schema.stateNames(),
        Fibre.pushforward(schema.states().size()),
        Region.of(data),
        candidates);
  }

  /** The same in the words of the command line. */
  static void describe(Promoted promoted, Map<String, String> settings) {
    settings.put("promote", promoted.candidates().text());
    settings.put(
        "promote-weight",
        Double.toString(promoted.chosen().fraction()) + " (" + promoted.choice().reason() + ")");
  }
}
