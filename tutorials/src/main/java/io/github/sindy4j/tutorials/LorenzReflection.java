package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Enforcement;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
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

/** Lesson 5: a reflection that nobody sees in a chaotic trajectory, and what it is good for. */
public final class LorenzReflection implements Tutorial {
  @Override
  public String folder() {
    return "05-lorenz-reflection";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: discover
    Simulation lorenz = Systems.named("lorenz63").simulation();
    Sindy free = Sindy.over(PolynomialLibrary.ofDegree(2));
    SindyFit fit = free.fit(lorenz.withNoisePercent(0.2).dataset());
    SymmetrySpectrum spectrum = fit.symmetries("affine", Discovery.defaults().withDiscrete());
    out.println(spectrum.dimension() + " of " + spectrum.each().size() + " continuous");
    DiscreteSymmetries discrete = spectrum.discrete().orElseThrow();
    out.println("signed permutations: a group of order " + discrete.order());
    discrete.elements().forEach(e -> out.println(e.element().name() + "  " + e.verdict()));
    // page: end

    // page: figure
    Report report = Report.of(SymmetryReport.of(fit, spectrum).content());
    Files.write(pictures.resolve("figure.png"), report.figurePng());
    // page: end

    // page: noise
    for (double noise : new double[] {0.1, 0.2, 0.5, 1, 2}) {
      SindyFit noisy = free.fit(lorenz.withNoisePercent(noise).dataset());
      DiscreteSymmetries asked = Discovery.defaults().withDiscrete().discrete(noisy.subject());
      for (ElementFinding e : asked.elements()) {
        out.printf(
            Locale.ROOT,
            "%.1f %%: defect %.3f ± %.3f  %s%n",
            noise,
            e.defect(),
            e.uncertainty(),
            e.verdict());
      }
    }
    // page: end

    // page: wing
    Simulation wing = lorenz.withStarts(Vec.of(-8, -8, 27)).withNoisePercent(0.5);
    Dataset data = wing.withSamples(1000).dataset();
    Sindy rates = free.formulatedBy(Approach.parse("differential"));
    out.println("free:");
    rates.fit(data).model().equations().forEach(out::println);
    Sindy mirrored = rates.enforcing("reflection(-x,-y,z)");
    SindyFit known = mirrored.fit(data);
    Enforcement demands = known.enforcement().orElseThrow();
    out.println(demands.freeCoefficients() + " of " + demands.unknowns() + " free:");
    known.model().equations().forEach(out::println);
    // page: end

    // page: count
    SparseModel truth = lorenz.system().model();
    out.println("samples   free   reflection   smoother");
    for (int samples : new int[] {500, 1000, 1500, 2000, 3000}) {
      int[] right = new int[3];
      for (int seed = 1; seed <= 10; seed++) {
        Dataset draw = wing.withSamples(samples).withSeed(seed).dataset();
        right[0] += rates.fit(draw).model().hasFormOf(truth) ? 1 : 0;
        right[1] += mirrored.fit(draw).model().hasFormOf(truth) ? 1 : 0;
        right[2] += free.fit(draw).model().hasFormOf(truth) ? 1 : 0;
      }
      out.printf("%7d   %4d   %10d   %8d%n", samples, right[0], right[1], right[2]);
    }
    // page: end
  }
}
