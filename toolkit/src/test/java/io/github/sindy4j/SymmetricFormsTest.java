package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.smoother.KeptForm;
import io.github.sindy4j.smoother.SymmetricForm;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of symmetric form are preferred where the data leave the terms open, and only there. */
class SymmetricFormsTest {
  private static final double STEP = 0.2;
  private static final int SAMPLES = 100;

  /** x' = −a x − y, y' = x − b y from (1, 0), in noise. */
  private static Dataset oscillator(double a, double b, double sigma, long seed) {
    Vec times = Orbits.grid(SAMPLES, STEP);
    Matrix states =
        Orbits.states((t, z) -> new double[] {-a * z[0] - z[1], z[0] - b * z[1]}, times, 1, 0);
    Random random = new Random(seed);
    double[] values = states.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] += sigma * random.nextGaussian();
    }
    return Dataset.of(times, Matrix.adopt(SAMPLES, 2, values), "x", "y");
  }

  private static SindyFit fit(Dataset data, String formulation) {
    return Sindy.over(LibrarySpec.parse("polynomial:2"))
        .formulatedBy(Approach.parse(formulation))
        .fit(data);
  }

  private static int terms(SindyFit fit) {
    int terms = 0;
    for (double w : fit.model().coefficients().toArray()) {
      terms += w != 0 ? 1 : 0;
    }
    return terms;
  }

  @Test
  void aDampedOscillatorInStrongNoiseKeepsItsRotation() {
    int exact = 0;
    int withoutForms = 0;
    for (long seed = 0; seed < 20; seed++) {
      Dataset data = oscillator(0.1, 0.1, 0.08, seed);
      exact += terms(fit(data, "smoother")) == 4 ? 1 : 0;
      withoutForms += terms(fit(data, "smoother:any-form")) == 4 ? 1 : 0;
    }
    assertTrue(exact >= 19, exact + " of 20");
    assertTrue(withoutForms <= 14, "the data do not settle it: " + withoutForms + " of 20");
  }

  @Test
  void theFitSaysThatTheFormWasChosenAndByHowMuch() {
    for (long seed = 0; seed < 20; seed++) {
      SindyFit fit = fit(oscillator(0.1, 0.1, 0.08, seed), "smoother");
      if (fit.smoothing().orElseThrow().form().isPresent()) {
        KeptForm form = fit.smoothing().orElseThrow().form().get();
        assertEquals("so(2) on (x,y)", form.name());
        assertEquals(2, form.coefficients());
        assertTrue(form.gain() > 0);
        String said =
            fit.notices().stream()
                .filter(notice -> notice.code().equals("symmetric-form"))
                .map(Notice::text)
                .findFirst()
                .orElseThrow();
        assertTrue(said.contains("so(2) on (x,y)"), said);
        assertTrue(said.contains("--formulation smoother:any-form"), said);
        return;
      }
    }
    throw new AssertionError("no form was ever needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1:0.1", "0.2:0", "0:0.1"})
  void whereTheDataSettleTheTermsNothingIsAddedToWhatTheySay(String damping) {
    String[] parts = damping.split(":", 2);
    double a = Double.parseDouble(parts[0]);
    double b = Double.parseDouble(parts[1]);
    Dataset data = oscillator(a, b, 0.005, 3);
    SindyFit fit = fit(data, "smoother");
    assertFalse(fit.smoothing().orElseThrow().form().isPresent());
    assertEquals(fit(data, "smoother:any-form").model().coefficients(), fit.model().coefficients());
    assertEquals(a * b > 0 ? 4 : 3, terms(fit));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyFormIsWhatTheActionOfItsNameLeaves(int degree) {
    Library library = PolynomialLibrary.ofDegree(degree).over(List.of("x", "y", "z"));
    Schema schema = Schema.of("x", "y", "z");
    List<SymmetricForm> forms = SymmetricForms.of(library, schema, Region.unit(3));
    assertEquals(3, forms.stream().filter(form -> form.name().startsWith("so(2)")).count());
    assertTrue(forms.size() > 10);
    for (SymmetricForm form : forms) {
      Parametrisation expected =
          KnownDemands.of(
                  List.of(new NamedSymmetry(form.name())), library, schema, () -> Region.unit(3))
              .demands()
              .parametrisation();
      assertEquals(expected.free(), form.space().get().free(), form.name());
      assertEquals(expected.origin(), form.space().get().origin());
      assertEquals(expected.names(), form.space().get().names());
    }
  }

  @Test
  void rotationsThatLeadOutOfALibraryAreNotTried() {
    Library library = LibrarySpec.parse("expr(x, y, z, x^2 y, z^2)").over(List.of("x", "y", "z"));
    List<SymmetricForm> forms =
        SymmetricForms.of(library, Schema.of("x", "y", "z"), Region.unit(3));
    assertFalse(forms.isEmpty());
    for (SymmetricForm form : forms) {
      assertFalse(form.name().startsWith("so(2)"), form.name());
      assertTrue(form.space().get().dimension() > 0);
    }
  }

  @Test
  void librariesWithOtherFunctionsThanMonomialsHaveNoForms() {
    Library library = LibrarySpec.parse("polynomial:1 + expr(sin(x))").over(List.of("x", "y"));
    assertEquals(List.of(), SymmetricForms.of(library, Schema.of("x", "y"), Region.unit(2)));
  }
}
