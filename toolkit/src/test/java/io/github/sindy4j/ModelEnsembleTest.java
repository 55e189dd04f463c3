package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.WeakForm;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Forecast;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.Stlsq;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Oracle: planted systems in noise. */
class ModelEnsembleTest {
  private static final Bagging FORTY = Bagging.defaults().withModels(40).withSeed(3);
  private static final Set<String> VAN_DER_POL = Set.of("x: y", "y: x", "y: y", "y: x^2 y");
  private static final Vec TIMES = Orbits.grid(1500, 0.01);

  /** Runge and Kutta's steps; these orbits stay bounded. */
  private static final Integrator STEPS = Orbits::integrate;

  private static Dataset vanDerPol(double level) {
    return vanDerPol(level, 1);
  }

  private static Dataset vanDerPol(double level, long seed) {
    Matrix truth = Orbits.states(Orbits::vanDerPol, TIMES, 0.5, 0);
    return Dataset.of(TIMES, Orbits.noisy(truth, level, new SplittableRandom(seed)), "x", "y");
  }

  private static Sindy sindy() {
    return Sindy.over(PolynomialLibrary.ofDegree(3)).withEnsemble(FORTY);
  }

  private static double trueInclusion(SindyFit fit, Set<String> truth) {
    return extreme(fit, truth, true);
  }

  private static double falseInclusion(SindyFit fit, Set<String> truth) {
    return extreme(fit, truth, false);
  }

  /** The least inclusion of the true terms, or the mean one of the others. */
  private static double extreme(SindyFit fit, Set<String> truth, boolean ofTrue) {
    Matrix inclusion = fit.ensemble().orElseThrow().inclusion();
    double least = 1;
    double sum = 0;
    int others = 0;
    for (int i = 0; i < inclusion.rows(); i++) {
      for (int j = 0; j < inclusion.cols(); j++) {
        String name =
            fit.data().schema().stateNames().get(i)
                + ": "
                + fit.model().library().termNames().get(j);
        if (truth.contains(name)) {
          least = Math.min(least, inclusion.get(i, j));
        } else {
          sum += inclusion.get(i, j);
          others++;
        }
      }
    }
    return ofTrue ? least : sum / others;
  }

  @Test
  void noisyDataShowTheTrueTermsInAllModelsAndOthersInHardlyAny() {
    SindyFit fit = sindy().fit(vanDerPol(0.05));
    assertTrue(fit.smoothing().isPresent(), "by the smoother");
    assertEquals(40, fit.ensemble().orElseThrow().models().size());
    assertTrue(trueInclusion(fit, VAN_DER_POL) >= 0.95);
    double others = falseInclusion(fit, VAN_DER_POL);
    assertTrue(others <= 0.03, "inclusion of false terms " + others);
  }

  @Test
  void lorenzInNoiseShowsItsSevenTerms() {
    Dataset clean = Orbits.lorenzData(2500, 0.01);
    Matrix noisy = Orbits.noisy(clean.first().states(), 0.05, new SplittableRandom(2));
    SindyFit fit = sindy().fit(Dataset.of(clean.first().times(), noisy, "x", "y", "z"));
    Set<String> truth = Set.of("x: x", "x: y", "y: x", "y: y", "y: x z", "z: x y", "z: z");
    assertTrue(trueInclusion(fit, truth) >= 0.95);
    double others = falseInclusion(fit, truth);
    assertTrue(others <= 0.03, "inclusion of false terms " + others);
  }

  @Test
  void rowsOfRatesAndOfIntegralsAreResampledToo() {
    Approach weak = new Approach.Weak(WeakForm.automatic());
    for (Sindy sindy : List.of(sindy().solvedBy(Stlsq.defaults()), sindy().formulatedBy(weak))) {
      SindyFit fit = sindy.fit(vanDerPol(0.01));
      assertEquals(Optional.empty(), fit.smoothing());
      assertTrue(trueInclusion(fit, VAN_DER_POL) >= 0.95);
      double others = falseInclusion(fit, VAN_DER_POL);
      assertTrue(others <= 0.1, "inclusion of false terms " + others);
    }
  }

  @Test
  void modelsOfTheChosenTermsScatterAsTheirStandardErrorsSay() {
    SindyFit fit = sindy().withEnsemble(FORTY.withModels(200)).fit(vanDerPol(0.05));
    Matrix chosen = fit.model().coefficients();
    List<Matrix> same =
        fit.ensemble().orElseThrow().models().stream()
            .filter(
                w ->
                    fit.model()
                        .hasFormOf(new SparseModel(fit.data().schema(), fit.model().library(), w)))
            .toList();
    assertTrue(same.size() > 100, same.size() + " of 200");
    for (int i = 0; i < chosen.rows(); i++) {
      for (int j = 0; j < chosen.cols(); j++) {
        double squares = 0;
        for (Matrix w : same) {
          squares += Math.pow(w.get(i, j) - chosen.get(i, j), 2) / same.size();
        }
        // Over a hundred draws the deviation itself varies by 7 %, blocks are not quite alike.
        double error = fit.inference().standardErrors().get(i, j);
        assertEquals(error, Math.sqrt(squares), 0.35 * error);
      }
    }
  }

  @Test
  void everyModelKeepsWhatIsDemandedWhateverTheFormulation() {
    for (Sindy sindy : List.of(sindy(), sindy().solvedBy(Stlsq.defaults()))) {
      SindyFit fit =
          sindy.constrainedBy("x: y = 1").constrainedBy("y: x + x: y = 0").fit(vanDerPol(0.05));
      List<String> terms = fit.model().library().termNames();
      for (Matrix w : fit.ensemble().orElseThrow().models()) {
        assertEquals(1, w.get(0, terms.indexOf("y")), 1e-12);
        assertEquals(-1, w.get(1, terms.indexOf("x")), 1e-12);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsOnOneThreadOrManyAndAnotherSeedOthers() throws Exception {
    Dataset data = vanDerPol(0.05);
    for (Sindy sindy : List.of(sindy(), sindy().solvedBy(Stlsq.defaults()))) {
      List<Matrix> one = on(1, sindy, data);
      assertEquals(one, on(4, sindy, data));
      assertNotEquals(one, on(4, sindy.withEnsemble(FORTY.withSeed(4)), data));
    }
  }

  private static List<Matrix> on(int threads, Sindy sindy, Dataset data) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool
          .submit(() -> sindy.fit(data).ensemble().orElseThrow().found().models())
          .get()
          .stream()
          .map(Regression::coefficients)
          .toList();
    } finally {
      pool.shutdown();
    }
  }

  /** Points of one orbit are inside or outside together, so that only several draws tell. */
  @Test
  void bandsOfForecastsHoldThePlantedOrbits() {
    double sum = 0;
    int draws = 10;
    for (long seed = 1; seed <= draws; seed++) {
      SindyFit fit = sindy().fit(vanDerPol(0.05, seed));
      Forecast band = fit.forecasts(STEPS).get(0);
      assertEquals(0, band.stopped());
      assertEquals(TIMES, band.times());
      sum += share(band, fit.smoothed().first().states().row(0).toArray());
    }
    assertTrue(sum / draws > 0.9, "share " + sum / draws);
  }

  /** From the state that the models set out from: the band knows of no other uncertainty. */
  private static double share(Forecast band, double[] start) {
    Matrix truth = Orbits.states(Orbits::vanDerPol, TIMES, start);
    int inside = 0;
    double widest = 0;
    for (int t = 1; t < TIMES.size(); t++) {
      for (int i = 0; i < 2; i++) {
        double x = truth.get(t, i);
        inside += x >= band.lower().get(t, i) && x <= band.upper().get(t, i) ? 1 : 0;
        widest = Math.max(widest, band.upper().get(t, i) - band.lower().get(t, i));
      }
    }
    assertTrue(widest < 2, "widest " + widest);
    return inside / (2.0 * (TIMES.size() - 1));
  }

  @Test
  void withoutSettingsThereIsNoEnsemble() {
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(2)).fit(vanDerPol(0.05));
    assertEquals(Optional.empty(), fit.ensemble());
    assertEquals(List.of(), fit.forecasts(STEPS));
  }

  @Test
  void mistakesAreAnsweredWithTheCure() {
    Unsupported picked =
        assertThrows(Unsupported.class, () -> sindy().picking(4).fit(vanDerPol(0.05)));
    assertEquals("ensemble-of-picked", picked.code());
    assertThrows(BadSetting.class, () -> Bagging.defaults().withModels(0));
  }
}
