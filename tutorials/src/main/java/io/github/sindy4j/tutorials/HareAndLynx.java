package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.report.FitReport;
import io.github.sindy4j.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Lesson 2: what 21 yearly counts of pelts can carry, and what they cannot. */
public final class HareAndLynx implements Tutorial {
  @Override
  public String folder() {
    return "02-hare-and-lynx";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: fit
    Dataset data = Measured.named("hare-lynx").dataset();
    SindyFit fit = Sindy.automatic().fit(data);
    fit.model().equations().forEach(out::println);
    out.println("library: " + fit.settings().get("library"));
    out.println("formulation: " + fit.settings().get("formulation"));
    // page: end

    // page: intervals
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < fit.model().library().size(); j++) {
        double w = fit.model().coefficients().get(i, j);
        if (w != 0) {
          out.printf(
              Locale.ROOT,
              "%s: %s = %.3f ± %.3f%n",
              fit.model().schema().stateNames().get(i),
              fit.model().library().termNames().get(j),
              w,
              fit.halfWidths().get(i, j));
        }
      }
    }
    // page: end

    // page: path
    for (ParetoRow row : fit.path()) {
      out.printf(Locale.ROOT, "%2d terms: held-out error %.2f%n", row.terms(), row.heldOutError());
    }
    // page: end

    // page: replay
    DormandPrince integrator = DormandPrince.defaults();
    Replay replay = fit.replay(integrator);
    out.printf(Locale.ROOT, "replay R²: hare %.2f, ", replay.score().r2().get(0));
    out.printf(Locale.ROOT, "lynx %.2f%n", replay.score().r2().get(1));
    Report report = Report.of(FitReport.of(fit, replay, integrator).content());
    Files.write(pictures.resolve("figure.png"), report.figurePng());
    // page: end
  }
}
