package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Enforcement;
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
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.discovery.Tangency;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.report.SymmetryReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
    Enforcement demands = turned.enforcement().orElseThrow();
    out.println(demands.freeCoefficients() + " of " + demands.unknowns() + " are free");
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
    List<Trajectory> six = planets.subList(2, 8); // from the Earth outwards
    String[] space = {"x", "y", "z", "vx", "vy", "vz"};
    Dataset measured = moving(six, 3, space);
    Sindy rates = free.formulatedBy(Approach.parse("differential"));
    rates.enforcing(SO3).fit(measured).model().equations().forEach(out::println);
    // page: end

    // page: verdicts
    Sindy planar = rates.withLibrary(LibrarySpec.parse(Systems.named("kepler").library()));
    tell(out, "six planets", rates.fit(measured), SO3);
    tell(out, "Mars alone", rates.fit(moving(planets.subList(3, 4), 3, space)), SO3);
    tell(out, "six planets without latitude", rates.fit(moving(six, 2, space)), SO3);
    SindyFit ecliptic = planar.fit(moving(six, 2, "x", "y", "vx", "vy"));
    tell(out, "the same, in two dimensions", ecliptic, "so(2) on (x,y),(vx,vy)");
    // page: end

    // page: shapes
    GeneratorSpace turn = GeneratorSpace.parse("so(2) on (x,y)", List.of("x", "y"));
    for (Trajectory planet : planets.subList(0, 5)) {
      Finding rotation = Tangency.defaults().of(planet.states().columns(0, 1), turn).each().get(0);
      DoubleSummaryStatistics r =
          IntStream.range(0, planet.size())
              .mapToDouble(i -> planet.states().row(i).norm())
              .summaryStatistics();
      double eccentricity = (r.getMax() - r.getMin()) / (r.getMax() + r.getMin());
      out.printf(
          Locale.ROOT,
          "%-8s defect %.3f  e/√2 = %.3f  %s%n",
          planet.id(),
          rotation.defect(),
          eccentricity / Math.sqrt(2),
          rotation.verdict());
    }
    // page: end
  }

  /** Positions with their rates as velocities; coordinates that are not seen are zero. */
  private static Dataset moving(List<Trajectory> planets, int seen, String... names) {
    List<Trajectory> moving =
        planets.stream().map(planet -> moving(planet, seen, names.length / 2)).toList();
    return new Dataset("planets", Schema.of(names), moving, List.of());
  }

  private static Trajectory moving(Trajectory planet, int seen, int dimension) {
    Estimate estimate = FiniteDifference.ofOrder(8).estimate(planet.times(), planet.states());
    Estimate inner = estimate.trimmed(4); // at the ends differences are one-sided, and worse
    double[][] rows = new double[inner.states().rows()][2 * dimension];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < seen; c++) {
        rows[i][c] = inner.states().get(i, c);
        rows[i][dimension + c] = inner.rates().get(i, c);
      }
    }
    Vec times = planet.times().slice(4, planet.size() - 4);
    return Trajectory.of(planet.id(), times, Matrix.ofRows(rows));
  }

  private static void tell(PrintStream out, String data, SindyFit fit, String candidates) {
    out.println(data);
    fit.symmetries(candidates)
        .each()
        .forEach(f -> out.println("  " + f.generator().name() + "  " + f));
  }
}
