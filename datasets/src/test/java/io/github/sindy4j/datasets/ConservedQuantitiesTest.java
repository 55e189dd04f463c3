package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.conservation.Conservation;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the search finds in a system is what is known of it, no more and no less. */
class ConservedQuantitiesTest {
  static Stream<KnownSystem> systems() {
    return Stream.concat(
        Systems.all().stream(),
        Stream.of(
            Systems.named("duffing").with("delta", 0),
            Systems.named("kepler").with("gm", 2.5),
            Systems.named("kepler-3d").with("gm", 0.7),
            Systems.named("isotropic-oscillator").with("k", 2.5),
            Systems.named("rigid-body").with("I2", 1.7),
            Systems.named("lotka-volterra").with("c", 0.4)));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theSearchFindsTheQuantitiesThatAreKnown(KnownSystem system) {
    SparseModel model = system.model();
    Dynamics dynamics = Dynamics.of(model.library(), model.coefficients());
    Region region = region(system);
    ConservedQuantities found = Conservation.ofModels().search(dynamics, region);
    List<ConservedQuantity> known = system.conserved();
    for (ConservedQuantity quantity : known) {
      Expression h = Expression.parse(quantity.expression(), system.schema().stateNames());
      assertEquals(
          Verdict.HELD,
          Conservation.ofModels().judge(dynamics, h, region).verdict(),
          quantity.name());
    }
    assertEquals(known.size(), found.count(), found.toString());
  }

  /** The box from −2 to 2, or from 0 where a quantity needs its logarithm. */
  private static Region region(KnownSystem system) {
    boolean positive = system.conserved().stream().anyMatch(c -> c.expression().contains("log"));
    Vec zeros = Vec.zeros(system.schema().states().size());
    return new Region(zeros.map(zero -> positive ? 0 : -2), zeros.map(zero -> 2));
  }
}
