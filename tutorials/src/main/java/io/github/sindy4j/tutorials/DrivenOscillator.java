package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.PromotionStep;
import io.github.sindy4j.report.Figure;
import io.github.sindy4j.report.PromotionReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lesson 7: a drive that breaks one symmetry of an oscillator and leaves another. */
public final class DrivenOscillator implements Tutorial {
  private static final Schema PLANE = Schema.of("x", "y");
  private static final Library CUBIC = PolynomialLibrary.ofDegree(3).over(List.of("x", "y"));

  @Override
  public String folder() {
    return "07-broken-symmetry";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: promote
    Sindy free =
        Sindy.over(PolynomialLibrary.ofDegree(3)).formulatedBy(Approach.parse("differential"));
    Sindy promoting = free.promoting("so(2) on (x,y) and reflection(-x,-y)");
    SindyFit fit = promoting.fit(orbits(0.1, 8, 200, 1));
    fit.model().equations().forEach(out::println);
    Promoted found = fit.promotion().orElseThrow();
    found.kept().forEach(k -> out.println("kept    " + k.symmetry().text()));
    for (Promoted.Broken broken : found.broken()) {
      out.printf(
          Locale.ROOT,
          "broken  %s: defect %.3f, held-out error %.3f with it, %.3f without%n",
          broken.symmetry().text(),
          broken.defect(),
          broken.heldOutError().orElseThrow(),
          found.errors().plain().orElseThrow());
    }
    // page: end

    // page: path
    out.println("weight    rotation   half turn   held-out error");
    for (int k = 0; k < found.path().size(); k += 3) {
      PromotionStep step = found.path().get(k);
      out.printf(
          Locale.ROOT,
          "%7.0e   %8.4f   %9.4f   %14.4f%n",
          step.fraction(),
          step.singularValues().first(),
          step.elementDefects().first(),
          step.heldOutError().orElseThrow());
    }
    Files.write(pictures.resolve("figure.png"), Figure.of(PromotionReport.panel(found)).png());
    // page: end

    // page: drives
    for (double drive : new double[] {0, 0.01, 0.02, 0.05, 0.1, 0.2}) {
      Promoted kept = promoting.fit(orbits(drive, 8, 200, 1)).promotion().orElseThrow();
      out.printf(
          Locale.ROOT,
          "drive %.2f keeps %s%n",
          drive,
          kept.kept().stream().map(k -> k.symmetry().text()).toList());
    }
    // page: end

    // page: count
    out.println("          no drive: mean error       rotation kept");
    out.println("samples     free   promoted     no drive   drive 0.1");
    for (int samples : new int[] {25, 50, 100, 200}) {
      double[] error = new double[2];
      int[] kept = new int[2];
      for (int seed = 1; seed <= 10; seed++) {
        Dataset data = orbits(0, 8, samples, seed);
        SindyFit promoted = promoting.fit(data);
        error[0] += distance(free.fit(data), coefficients(0)) / 10;
        error[1] += distance(promoted, coefficients(0)) / 10;
        kept[0] += keepsRotation(promoted) ? 1 : 0;
        kept[1] += keepsRotation(promoting.fit(orbits(0.1, 8, samples, seed))) ? 1 : 0;
      }
      out.printf(
          Locale.ROOT,
          "%7d   %6.3f   %8.3f     %8d   %9d%n",
          samples,
          error[0],
          error[1],
          kept[0],
          kept[1]);
    }
    // page: end
  }

  private static double distance(SindyFit fit, Matrix truth) {
    return fit.model().coefficients().minus(truth).norm();
  }

  private static boolean keepsRotation(SindyFit fit) {
    return fit.promotion().orElseThrow().kept().stream()
        .anyMatch(kept -> kept.symmetry().text().startsWith("rotation"));
  }

  /** x' = (½ + γ) x − y − x r², y' = x + (½ − γ) y − y r². */
  private static Matrix coefficients(double drive) {
    double[] w = new double[2 * CUBIC.size()];
    List<String> names = CUBIC.termNames();
    w[names.indexOf("x")] = 0.5 + drive;
    w[names.indexOf("y")] = -1;
    w[names.indexOf("x^3")] = -1;
    w[names.indexOf("x y^2")] = -1;
    w[CUBIC.size() + names.indexOf("x")] = 1;
    w[CUBIC.size() + names.indexOf("y")] = 0.5 - drive;
    w[CUBIC.size() + names.indexOf("x^2 y")] = -1;
    w[CUBIC.size() + names.indexOf("y^3")] = -1;
    return Matrix.adopt(2, CUBIC.size(), w);
  }

  /** Orbits from starts on a spiral between the radii 0.1 and 1.5, with noise of 0.01. */
  private static Dataset orbits(double drive, int count, int samples, long seed) {
    SparseModel model = new SparseModel(PLANE, CUBIC, coefficients(drive));
    Random noise = new Random(seed);
    double[] grid = new double[samples];
    for (int k = 0; k < samples; k++) {
      grid[k] = 0.02 * k;
    }
    List<Trajectory> orbits = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double radius = 0.1 + 1.4 * k / (count - 1);
      Vec start = Vec.of(radius * Math.cos(2.4 * k), radius * Math.sin(2.4 * k));
      Solution solution = DormandPrince.defaults().integrate(model.field(), start, Vec.of(grid));
      Matrix states = solution.states().map(x -> x + 0.01 * noise.nextGaussian());
      orbits.add(Trajectory.of(Integer.toString(k + 1), solution.times(), states));
    }
    return new Dataset("driven oscillator", PLANE, orbits, List.of());
  }
}
