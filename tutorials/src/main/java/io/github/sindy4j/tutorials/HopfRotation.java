package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Enforcement;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.report.SymmetryReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lesson 3: a rotation that is known, or found, and how many samples either takes. */
public final class HopfRotation implements Tutorial {
  @Override
  public String folder() {
    return "03-hopf";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: short
    Simulation hopf =
        Systems.named("hopf")
            .simulation()
            .withStarts(Vec.of(0.05, 0), Vec.of(1.5, 0))
            .withNoisePercent(1);
    Sindy cubic = Sindy.over(PolynomialLibrary.ofDegree(3));
    Sindy free = cubic.formulatedBy(Approach.parse("smoother:any-form"));
    Dataset brief = hopf.withSamples(50).dataset();
    free.fit(brief).model().equations().forEach(out::println);
    // page: end

    // page: chosen
    SindyFit automatic = cubic.fit(brief);
    automatic.model().equations().forEach(out::println);
    out.println("form: " + automatic.settings().get("form"));
    // page: end

    // page: enforce
    Sindy round = cubic.enforcing("so(2) on (x,y)");
    SindyFit fit = round.fit(brief);
    fit.model().equations().forEach(out::println);
    Enforcement demands = fit.enforcement().orElseThrow();
    out.println(demands.freeCoefficients() + " of " + demands.unknowns() + " are free");
    // page: end

    // page: count
    SparseModel truth = hopf.system().model();
    out.println("samples   free   chosen   so(2)");
    for (int samples : new int[] {25, 50, 100, 200, 400}) {
      int[] right = new int[3];
      for (int seed = 1; seed <= 10; seed++) {
        Dataset data = hopf.withSamples(samples).withSeed(seed).dataset();
        right[0] += free.fit(data).model().hasFormOf(truth) ? 1 : 0;
        right[1] += cubic.fit(data).model().hasFormOf(truth) ? 1 : 0;
        right[2] += round.fit(data).model().hasFormOf(truth) ? 1 : 0;
      }
      out.printf("%7d   %4d   %6d   %5d%n", samples, right[0], right[1], right[2]);
    }
    // page: end

    // page: discover
    for (int orbits : new int[] {2, 4, 8, 16, 32}) {
      SindyFit found = free.fit(spiral(hopf, orbits));
      Finding rotation = found.symmetries("so(2) on (x,y)").each().get(0);
      out.printf(
          Locale.ROOT,
          "%2d orbits: defect %.3f ± %.3f  %s%n",
          orbits,
          rotation.defect(),
          rotation.uncertainty(),
          rotation.verdict());
    }
    // page: end

    // page: among
    SindyFit found = free.fit(spiral(hopf, 32));
    SymmetrySpectrum spectrum = found.symmetries("affine");
    for (double defect : spectrum.singularValues().toArray()) {
      out.printf(Locale.ROOT, "%6.3f", defect);
    }
    out.println();
    spectrum.held().forEach(out::println);
    Report report = Report.of(SymmetryReport.of(found, spectrum).content());
    Files.write(pictures.resolve("figure.png"), report.figurePng());
    // page: end

    // page: cycle
    Dataset cycle = hopf.withStarts(Vec.of(Math.sqrt(0.5), 0)).withNoisePercent(0).dataset();
    SindyFit circle = cubic.fit(cycle);
    circle.model().equations().forEach(out::println);
    for (String candidate : new String[] {"so(2) on (x,y)", "scaling(x:1, y:1)"}) {
      Finding one = circle.symmetries(candidate).each().get(0);
      out.println(candidate + "  " + one.verdict());
    }
    // page: end
  }

  /** Trajectories of 200 samples, their starts on a spiral between the radii 0.1 and 1.5. */
  private static Dataset spiral(Simulation hopf, int orbits) {
    return hopf.withSamples(200)
        .withStarts(
            IntStream.range(0, orbits)
                .mapToObj(k -> polar(0.1 + 1.4 * k / (orbits - 1), 2.4 * k))
                .toList())
        .dataset();
  }

  private static Vec polar(double radius, double angle) {
    return Vec.of(radius * Math.cos(angle), radius * Math.sin(angle));
  }
}
