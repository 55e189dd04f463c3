package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.report.ConservationReport;
import io.github.sindy4j.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lesson 6: what a free rigid body conserves, and what it is worth to know it. */
public final class RigidBody implements Tutorial {
  @Override
  public String folder() {
    return "06-rigid-body";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: fit
    Simulation body = Systems.named("rigid-body").simulation();
    Dataset data = body.withNoisePercent(0.2).dataset();
    Sindy free = Sindy.over(PolynomialLibrary.ofDegree(2));
    SindyFit fit = free.fit(data);
    fit.model().equations().forEach(out::println);
    // page: end

    // page: conserved
    ConservedQuantities conserved = fit.conserved();
    out.println(conserved);
    for (double drift : conserved.drift(data).toArray()) {
      out.printf(Locale.ROOT, "drift along the data %.3f%n", drift);
    }
    // page: end

    // page: structure
    for (Trait trait : fit.structure().traits()) {
      out.println(trait.name() + ": " + trait.verdict());
    }
    // page: end

    // page: symmetries
    Discovery wide = Discovery.defaults().withRescaling().withReversing();
    SymmetrySpectrum found = fit.symmetries("affine", wide);
    found
        .generators()
        .forEach(
            v ->
                out.printf(
                    Locale.ROOT,
                    "%s  c = %.0f  %s%n",
                    v.generator().name(),
                    v.rescaling(),
                    v.verdict()));
    found
        .discrete()
        .orElseThrow()
        .elements()
        .forEach(e -> out.println(e.element().name() + "  " + e.verdict()));
    // page: end

    // page: drift
    Dataset brief = body.withSamples(201).withNoisePercent(2).dataset();
    Sindy rates = free.formulatedBy(Approach.parse("differential"));
    SindyFit loose = rates.fit(brief);
    loose.model().equations().forEach(out::println);
    SindyFit held = rates.conserving("w1^2 + 2*w2^2 + 3*w3^2").fit(brief);
    held.model().equations().forEach(out::println);
    out.println("time   energy  held");
    Solution run = rollout(loose);
    Solution heldRun = rollout(held);
    for (int k : new int[] {0, 10, 100, 300, 1000}) {
      out.printf(
          Locale.ROOT,
          "%4d  %7.3f %5.3f%n",
          k,
          twiceEnergy(run.states().row(k)),
          twiceEnergy(heldRun.states().row(k)));
    }
    // page: end

    // page: figure
    ConservationReport report =
        ConservationReport.of(fit, conserved)
            .withRollout(fit.replay(solver()).runs().get(0).solution());
    Files.write(pictures.resolve("figure.png"), Report.of(report.content()).figurePng());
    // page: end
  }

  private static Solution rollout(SindyFit fit) {
    Vec times = Vec.of(IntStream.rangeClosed(0, 1000).asDoubleStream().toArray());
    return solver().integrate(fit.model().field(), Vec.of(0.2, 1, 0.1), times);
  }

  private static DormandPrince solver() {
    return DormandPrince.defaults().withTolerance(1e-10);
  }

  private static double twiceEnergy(Vec w) {
    return w.get(0) * w.get(0) + 2 * w.get(1) * w.get(1) + 3 * w.get(2) * w.get(2);
  }
}
