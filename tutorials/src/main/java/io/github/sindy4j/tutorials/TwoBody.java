package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.report.SymmetryReport;
import io.github.sindy4j.symmetry.Discovery;
import io.github.sindy4j.symmetry.Finding;
import io.github.sindy4j.symmetry.GeneratorSpace;
import io.github.sindy4j.symmetry.SymmetrySpectrum;
import io.github.sindy4j.symmetry.Tangency;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Lesson 4: the symmetries of gravity, from simulated orbits and from those of the planets. */
public final class TwoBody implements Tutorial {
  private static final String SO3 = "so(3) on (x,y,z),(vx,vy,vz)";

  @Override
  public String folder() {
    return "04-two-body";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: enforce
    KnownSystem kepler = Systems.named("kepler-3d");
    Dataset noisy = kepler.simulation().withNoisePercent(0.5).dataset();
    Sindy free = Sindy.over(LibrarySpec.parse(kepler.library()));
    SindyFit turned = free.enforcing("so(3) on (x,y,z),(vx,vy,vz)").fit(noisy);
    turned.model().equations().forEach(out::println);
    turned
        .enforcement()
        .ifPresent(e -> out.println(e.freeCoefficients() + " of " + e.unknowns() + " are free"));
    // page: end

    // page: discover
    Dataset orbits = kepler.simulation().withStep(0.1).withSamples(101).dataset();
    SindyFit fit = free.fit(orbits);
    SymmetrySpectrum found = fit.symmetries("linear", Discovery.defaults().withRescaling());
    out.println(found.dimension() + " of " + found.each().size() + " dimensions are held:");
    for (Finding f : found.generators()) {
      out.printf(Locale.ROOT, "%s  c = %.0f%n", f.generator().name(), f.rescaling());
    }
    found.algebra().ifPresent(type -> out.println(type.text()));
    Report report = Report.of(SymmetryReport.of(fit, found).content());
    Files.write(pictures.resolve("figure.png"), report.figurePng());
    // page: end

    // page: conserved
    out.println(fit.conserved());
    // page: end

    // page: planets
    List<Trajectory> planets = Measured.named("planets").dataset().trajectories();
    Dataset six = moving(planets.subList(2, 8), true);
    free.enforcing(SO3).fit(six).model().equations().forEach(out::println);
    // page: end

    // page: verdicts
    tell(out, "six planets", free.fit(six));
    tell(out, "Mars alone", free.fit(moving(planets.subList(3, 4), true)));
    tell(out, "six without latitude", free.fit(moving(planets.subList(2, 8), false)));
    // page: end

    // page: shapes
    for (Trajectory planet : planets.subList(0, 5)) {
      Matrix plane = planet.states().columns(0, 1);
      GeneratorSpace turn = GeneratorSpace.parse("so(2) on (x,y)", List.of("x", "y"));
      Finding rotation = Tangency.defaults().of(plane, turn).each().get(0);
      out.printf(
          Locale.ROOT,
          "%-8s defect %.3f  e/√2 = %.3f  %s%n",
          planet.id(),
          rotation.defect(),
          eccentricity(planet) / Math.sqrt(2),
          rotation.verdict());
    }
    // page: end
  }

  // page: moving
  /** Positions with their rates as velocities; z and vz are zero where latitude is left out. */
  private static Dataset moving(List<Trajectory> planets, boolean latitude) {
    return new Dataset(
        "planets",
        Schema.of("x", "y", "z", "vx", "vy", "vz"),
        planets.stream().map(p -> moving(p, latitude)).toList(),
        List.of());
  }

  private static Trajectory moving(Trajectory planet, boolean latitude) {
    Estimate rates = FiniteDifference.ofOrder(8).estimate(planet.times(), planet.states());
    int ends = 4; // differences at the ends are one-sided, and worse
    int last = planet.size() - ends;
    double[][] rows = new double[last - ends][6];
    for (int i = ends; i < last; i++) {
      for (int c = 0; c < (latitude ? 3 : 2); c++) {
        rows[i - ends][c] = planet.states().get(i, c);
        rows[i - ends][3 + c] = rates.rates().get(i, c);
      }
    }
    return Trajectory.of(planet.id(), planet.times().slice(ends, last), Matrix.ofRows(rows));
  }

  // page: end

  private static void tell(PrintStream out, String data, SindyFit fit) {
    out.println(data);
    for (Finding f : fit.symmetries(SO3).each()) {
      out.printf(
          Locale.ROOT, "  %-22s ± %.3f  %s%n", f.generator().name(), f.uncertainty(), f.verdict());
    }
  }

  /** From the largest and the smallest distance to the sun. */
  private static double eccentricity(Trajectory planet) {
    double near = Double.POSITIVE_INFINITY;
    double far = 0;
    for (int i = 0; i < planet.size(); i++) {
      near = Math.min(near, planet.states().row(i).norm());
      far = Math.max(far, planet.states().row(i).norm());
    }
    return (far - near) / (far + near);
  }
}
