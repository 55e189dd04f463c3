package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Equivariance;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.function.Supplier;

/**
 * That the equations keep their form under an action: F(g x) = Dg F(x) for the rates of dynamics,
 * F(g x) = F(x) for functions.
 *
 * @param action on states and controls, or on inputs
 */
public record Equivariant(Action action) implements Knowledge {
  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    int equations = sides.equationNames().size();
    return sides instanceof Schema
        ? Equivariance.ofRates(library, equations).within(region.get()).demands(List.of(action))
        : Equivariance.ofInvariants(library, equations)
            .within(region.get())
            .demands(List.of(action.onValues(equations)));
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
