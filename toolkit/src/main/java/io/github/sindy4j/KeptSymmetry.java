package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.knowledge.Equivariant;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Equivariance;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@link Equivariant} under what the data kept of the symmetries that were promoted.
 *
 * @param action on states and controls, or on inputs and on outputs that keep their values
 */
record KeptSymmetry(Action action) implements Knowledge {
  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    return sides instanceof Schema
        ? new Equivariant(action).demands(library, sides, region)
        : Equivariance.ofInvariants(library, sides.equationNames().size())
            .within(region.get())
            .demands(List.of(action));
  }

  @Override
  public boolean isSymmetry() {
    return true;
  }

  @Override
  public String option() {
    return "kept";
  }

  @Override
  public String text() {
    return action.text();
  }
}
