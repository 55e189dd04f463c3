package io.github.sindy4j.conservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelStructureTest {
  private static ModelStructure of(Dynamics model) {
    int n = model.dimension();
    Region region = new Region(Vec.zeros(n).map(z -> -1), Vec.zeros(n).map(z -> 1.5));
    return ModelStructure.of(model, region);
  }

  private static List<String> held(Dynamics model) {
    return of(model).traits().stream()
        .filter(t -> t.verdict() == Verdict.HELD)
        .map(Trait::name)
        .toList();
  }

  @Test
  void everySystemHasTheTraitsItIsKnownFor() {
    assertEquals(
        List.of("Hamiltonian", "volume preserving", "reversible", "homogeneous"),
        held(Written.KEPLER));
    assertEquals(
        List.of("volume preserving", "reversible", "homogeneous"), held(Written.EULER_TOP));
    assertEquals(
        List.of("linear", "Hamiltonian", "volume preserving", "reversible"),
        held(Written.ISOTROPIC));
    assertEquals(
        List.of("Hamiltonian", "volume preserving", "reversible"), held(Written.HENON_HEILES));
    assertEquals(List.of(), held(Written.LORENZ));
    assertEquals(List.of(), held(Written.VAN_DER_POL));
    Dynamics descent = Written.model("x y z", "-2*x + y", "x - y + z", "y - z^3");
    assertEquals(List.of("gradient"), held(descent));
    assertEquals(
        "F = -∇V with V = x^2 - x y + 0.5 y^2 - y z + 0.25 z^4", of(descent).gradient().text());
  }

  @Test
  void volumesShrinkInLorenzSystemAtOneRate() {
    Divergence lorenz = of(Written.LORENZ).divergence();
    assertEquals(Divergence.Kind.CONSTANT, lorenz.kind());
    assertEquals(-41.0 / 3, lorenz.mean());
    Divergence oscillator = of(Written.VAN_DER_POL).divergence();
    assertEquals(Divergence.Kind.VARYING, oscillator.kind());
    assertEquals("1 - x^2", oscillator.text());
    assertEquals(1 - 1.5 * 1.5, oscillator.least(), 0.05);
    assertEquals(1, oscillator.largest(), 0.01);
    assertEquals(Divergence.Kind.ZERO, of(Written.KEPLER).divergence().kind());
    assertEquals("0", of(Written.HENON_HEILES).divergence().text());
    Dynamics waves = Written.model("x y", "sin(x) + y", "x*exp(y)");
    assertEquals("cos(x) + x exp(y)", of(waves).divergence().text());
  }

  /** In velocities rather than momenta, masses 1 and 2: Ω = dx∧dvx + 2 dy∧dvy. */
  @Test
  void unequalMassesNeedAnotherFormThanTheCanonicalOne() {
    Dynamics masses = Written.model("x y vx vy", "vx", "vy", "-x - 2*x*y", "-0.5*x^2 - 2*y^3");
    ModelStructure structure = of(masses);
    assertEquals(Verdict.HELD, structure.hamiltonian().verdict());
    assertEquals(
        "after a linear change of coordinates, Ω = 0.5 dx∧dvx + dy∧dvy",
        structure.hamiltonian().text());
    Matrix form = structure.symplecticForm().orElseThrow();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(0, form.get(i, j) + form.get(j, i));
      }
    }
    Dynamics damped = Written.model("x y vx vy", "vx", "vy", "-x - 2*x*y - 0.1*vx", "-x^2 - y^3");
    assertEquals(Verdict.BROKEN, of(damped).hamiltonian().verdict());
  }

  @Test
  void pairsMayStandSideBySide() {
    Dynamics interleaved =
        Written.model("q1 p1 q2 p2", "p1", "-q1 - 2*q1*q2", "p2", "-q2 - q1^2 + q2^2");
    assertEquals("canonical with the pairs (q1,p1),(q2,p2)", of(interleaved).hamiltonian().text());
  }

  /** s1 s2 s3 = −1 for the top; sign(vx) = −sign(x), sign(vy) = −sign(y) for the planet. */
  @Test
  void reversalsAreExactlyThoseThatTheSignsAllow() {
    assertEquals(
        List.of(
            "reversal(-w1,w2,w3)",
            "reversal(w1,-w2,w3)",
            "reversal(w1,w2,-w3)",
            "reversal(-w1,-w2,-w3)"),
        of(Written.EULER_TOP).reversals().stream().map(GroupElement::name).toList());
    List<GroupElement> planet = of(Written.KEPLER).reversals();
    assertEquals(
        List.of(
            "reversal(-x,-y,vx,vy)",
            "reversal(x,-y,-vx,vy)",
            "reversal(-x,y,vx,-vy)",
            "reversal(x,y,-vx,-vy)"),
        planet.stream().map(GroupElement::name).toList());
    // F(A x) = B F(x) with B = −A, as discrete elements are understood everywhere.
    var lie = LieDerivative.sampled(Written.KEPLER.library(), Region.unit(4).points(9));
    Vec w = Vec.of(Written.KEPLER.coefficients().toArray());
    for (GroupElement reversal : planet) {
      assertEquals(0, lie.along(reversal).apply(w).norm(), 1e-12);
    }
    // What no sign can do although solutions can be turned around: states that stay positive.
    Dynamics populations = Written.model("x y", "x - x*y", "x*y - y");
    assertEquals(List.of(), of(populations).reversals());
  }

  @Test
  void scalingsAreThoseOfTheWeights() {
    Scaling third = of(Written.KEPLER).scalings().get(0);
    assertEquals(Vec.of(2, 2, -1, -1), third.weights());
    assertEquals(-3, third.factor());
    assertEquals("x → λ^2 x, y → λ^2 y, vx → λ^-1 vx, vy → λ^-1 vy, t → λ^3 t", third.toString());
    Scaling top = of(Written.EULER_TOP).scalings().get(0);
    assertEquals(Vec.of(1, 1, 1), top.weights());
    assertEquals(1, top.factor());
    assertEquals(2, of(Written.ISOTROPIC).scalings().size());
    assertFalse(of(Written.ISOTROPIC).scalings().stream().anyMatch(Scaling::rescalesTime));
    // x' = y², y' = x z, z' = 0: 2 w_y − w_x = c = w_x + w_z − w_y: two free numbers.
    Dynamics weighted = Written.model("x y z", "y^2", "x*z", "0*x");
    assertEquals(2, of(weighted).scalings().size());
    assertEquals(0, of(Written.LORENZ).scalings().size());
  }

  @Test
  void fitsHaveTraitsWithinATolerance() {
    Dynamics fit = Written.model("x y px py", "px", "py", "-x - 2*x*y - 0.001*px", "-y - x^2");
    assertEquals(Verdict.BROKEN, of(fit).hamiltonian().verdict());
    ModelStructure loose = ModelStructure.of(fit, Region.unit(4), new Tolerance(0.01));
    assertEquals(Verdict.HELD, loose.hamiltonian().verdict());
    assertTrue(loose.hamiltonian().defect() > 1e-5);
  }

  @Test
  void manyStatesAreNotSearchedInVain() {
    String states =
        String.join(" ", Stream.iterate(1, k -> k + 1).limit(14).map(k -> "x" + k).toList());
    String[] rates = new String[14];
    for (int k = 0; k < 14; k++) {
      rates[k] = "-x" + (k + 1) + "^2 + x" + ((k + 5) % 14 + 1);
    }
    ModelStructure structure = of(Written.model(states, rates));
    assertEquals(Verdict.UNDECIDABLE, structure.reversible().verdict());
    assertEquals(Verdict.BROKEN, structure.hamiltonian().verdict());
    assertTrue(structure.toString().contains("not sought for more than 10 states"));
  }
}
