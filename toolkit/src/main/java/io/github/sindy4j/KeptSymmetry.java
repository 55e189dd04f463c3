package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.knowledge.Equivariant;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * {@link Equivariant} under what the data kept of the symmetries that were promoted.
 *
 * @param action on states and controls
 */
record KeptSymmetry(Action action) implements Knowledge {
  @Override
  public List<Demand> demands(Library library, Schema schema, Region region) {
    return new Equivariant(action).demands(library, schema, region);
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
