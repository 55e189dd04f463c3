package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Coefficient;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.regress.Stlsq;
import io.github.sindy4j.report.FitReport;
import io.github.sindy4j.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Lesson 1: equations from a simulated trajectory of the Lorenz system. */
public final class Lorenz implements Tutorial {
  @Override
  public String folder() {
    return "01-lorenz";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: data
    Simulation simulation = Simulation.of(Systems.named("lorenz63"));
    Dataset data = simulation.dataset();
    out.println(data.samples() + " samples of " + data.schema().stateNames());
    // page: end

    // page: fit
    Sindy sindy = Sindy.over(PolynomialLibrary.ofDegree(3));
    SindyFit fit = sindy.fit(data);
    fit.model().equations().forEach(out::println);
    out.println("derivative: " + fit.settings().get("derivative"));
    out.println("terms: " + fit.model().activeTerms() + " of " + 3 * fit.model().library().size());
    // page: end

    // page: threshold
    SindyFit classical =
        sindy
            .differentiatedBy(FiniteDifference.ofOrder(2))
            .solvedBy(Stlsq.defaults().withThreshold(0.1))
            .fit(data);
    classical.model().equations().forEach(out::println);
    // page: end

    // page: noise
    SindyFit noisy = sindy.fit(simulation.withNoisePercent(1).withSeed(7).dataset());
    noisy.model().equations().forEach(out::println);
    List<String> terms = noisy.model().library().termNames();
    for (Coefficient truth : simulation.system().coefficients()) {
      int i = data.schema().stateNames().indexOf(truth.state());
      int j = terms.indexOf(truth.term());
      double found = noisy.model().coefficients().get(i, j);
      double width = noisy.halfWidths().get(i, j);
      String verdict = Math.abs(found - truth.value()) <= width ? "holds" : "misses";
      out.printf(Locale.ROOT, "%8.4f ± %.4f %s %.4f%n", found, width, verdict, truth.value());
    }
    // page: end

    // page: replay
    DormandPrince integrator = DormandPrince.defaults();
    Replay replay = noisy.replay(integrator);
    out.printf(Locale.ROOT, "valid for %.1f time units of %.0f%n", replay.validTime(), end(data));
    Report report = Report.of(FitReport.of(noisy, replay, integrator).content());
    Files.write(pictures.resolve("figure.png"), report.figurePng());
    // page: end
  }

  private static double end(Dataset data) {
    Vec times = data.first().times();
    return times.last() - times.first();
  }
}
