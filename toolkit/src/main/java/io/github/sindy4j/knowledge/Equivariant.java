package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Equivariance;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * That the equations keep their form under an action: F(g x) = Dg F(x).
 *
 * @param action on states and controls
 */
public record Equivariant(Action action) implements Knowledge {
  @Override
  public List<Demand> demands(Library library, Schema schema, Region region) {
    return Equivariance.ofRates(library, schema.states().size())
        .within(region)
        .demands(List.of(action));
  }

  @Override
  public boolean isSymmetry() {
    return true;
  }

  @Override
  public String option() {
    return "enforce";
  }

  @Override
  public String text() {
    return action.text();
  }
}
