package io.github.sindy4j.conservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoetherTest {
  private static Optional<Noether> of(Dynamics model) {
    Region region = Region.unit(model.dimension());
    return Noether.of(model, Conservation.ofModels().search(model, region), region);
  }

  @Test
  void angularMomentumTurnsThePlanetAndEnergyMovesIt() {
    Noether kepler = of(Written.KEPLER).orElseThrow();
    assertEquals("0.5 vx^2 + 0.5 vy^2 - 1/sqrt(x^2 + y^2)", kepler.hamiltonian().toString());
    assertEquals("(x,vx),(y,vy)", kepler.pairing().toString());
    assertEquals(4, kepler.pairs().size());
    Noether.Pair momentum = kepler.pairs().get(0);
    assertEquals("x vy - y vx", momentum.quantity().toString());
    assertEquals("-y ∂/∂x + x ∂/∂y - vy ∂/∂vx + vx ∂/∂vy", momentum.generator().text());
    Noether.Pair energy = kepler.pairs().get(1);
    // X_2H = 2 F.
    List<String> states = Written.KEPLER.states();
    Matrix points = Region.unit(4).points(30);
    for (int i = 0; i < 4; i++) {
      Vec twice = Percentiles.values(Written.KEPLER.rates().get(i), states, points).times(2);
      Vec moved = Percentiles.values(energy.generator().components().get(i), states, points);
      assertEquals(0, twice.minus(moved).norm(), 1e-9 * (1 + twice.norm()));
    }
    for (Noether.Pair pair : kepler.pairs()) {
      assertEquals(0, pair.defect(), 1e-12, pair.toString());
    }
  }

  @Test
  void theOscillatorsQuantitiesGenerateItsUnitarySymmetries() {
    Noether oscillator = of(Written.ISOTROPIC).orElseThrow();
    assertEquals(4, oscillator.pairs().size());
    for (Noether.Pair pair : oscillator.pairs()) {
      assertTrue(pair.generator().isAffine());
      assertEquals(0, pair.defect(), 1e-14);
    }
  }

  @Test
  void functionsThatAreNotConservedAreNoSymmetries() {
    ConservedQuantities found = Conservation.ofModels().search(Written.ISOTROPIC, Region.unit(4));
    Expression square = Expression.parse("x^2", Written.ISOTROPIC.states());
    ConservedQuantity moving =
        Conservation.ofModels().judge(Written.ISOTROPIC, square, Region.unit(4));
    ConservedQuantities wrong =
        new ConservedQuantities(
            found.candidates(), true, found.defects(), List.of(moving), 1, List.of(), 1, 1e-6);
    Noether paired =
        Noether.of(
                Written.ISOTROPIC,
                wrong,
                Region.unit(4),
                Pairing.parse("(x,vx),(y,vy)", Written.ISOTROPIC.states()))
            .orElseThrow();
    assertTrue(paired.pairs().get(0).defect() > 0.1);
  }

  @Test
  void fieldsWithoutAHamiltonianHaveNoPairs() {
    assertTrue(of(Written.VAN_DER_POL).isEmpty());
    assertTrue(of(Written.LORENZ).isEmpty());
    assertTrue(of(Written.model("x y", "x", "y")).isEmpty());
  }

  @Test
  void pairingsAreReadAsTheyAreWritten() {
    List<String> states = List.of("px", "x", "y", "py");
    Pairing pairing = Pairing.parse("(x, px), (y,py)", states);
    assertEquals(List.of(1, 2), pairing.positions());
    assertEquals(List.of(0, 3), pairing.momenta());
    assertEquals(pairing, Pairing.parse(pairing.toString(), states));
    Dynamics mixed = Written.model("px x y py", "-x - 2*x*y", "px", "py", "-y - x^2");
    Region region = Region.unit(4);
    ConservedQuantities found = Conservation.ofModels().search(mixed, region);
    assertTrue(Noether.of(mixed, found, region).isEmpty(), "no standard pairing fits");
    Noether paired = Noether.of(mixed, found, region, pairing).orElseThrow();
    assertEquals(
        "0.5 px^2 + 0.5 x^2 + 0.5 y^2 + 0.5 py^2 + x^2 y", paired.hamiltonian().toString());
    for (String bad : List.of("(x,px)", "(x,px),(y,z)", "(x,px),(x,py)", "x,px;y,py", "")) {
      BadSetting refusal = assertThrows(BadSetting.class, () -> Pairing.parse(bad, states), bad);
      assertTrue(refusal.getMessage().contains("(x,vx),(y,vy)"), refusal.getMessage());
    }
  }
}
