package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.promotion.Promotion;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
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

  /** These candidates, weighed as before. */
  Promoting of(Function<Schema, Action> named) {
    return new Promoting(Optional.of(named), settings);
  }

  /** The same with this part of the weight from which on every candidate is kept. */
  Promoting at(double fraction) {
    return new Promoting(candidates, settings.at(fraction));
  }

  /** The same for the columns of these data; empty when nothing is to be promoted. */
  Optional<RowPromotion> on(Dataset data) {
    Schema schema = data.schema();
    return candidates.map(
        named ->
            new RowPromotion(
                settings,
                named.apply(schema),
                Fibre.pushforward(schema.states().size()),
                Region.of(data),
                SamplePoints.of(data)));
  }
}
