package io.github.sindy4j.report;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.report.SymmetrySections.Conserved;
import io.github.sindy4j.report.SymmetrySections.Continuous;
import io.github.sindy4j.report.SymmetrySections.Discrete;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures and pages such as discoveries of symmetries and of conserved quantities give them. */
final class SymmetrySamples {
  static final List<String> PLANE = List.of("x", "y");
  static final List<String> PHASE = List.of("q1", "q2", "p1", "p2");

  private SymmetrySamples() {}

  /** Candidates without names, held up to the tolerance and broken above it. */
  static List<SpectrumPanel.Candidate> candidates(Vec values, double tolerance) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                new SpectrumPanel.Candidate(
                    "", values.get(i), values.get(i) <= tolerance ? Verdict.HELD : Verdict.BROKEN))
        .toList();
  }

  /** Two of sixteen held, and one of which the data say nothing. */
  static SpectrumPanel sixteen() {
    double[] defects = {
      3.1e-12, 8.4e-12, 0.021, 0.11, 0.19, 0.2, 0.26, 0.34, 0.41, 0.47, 0.6, 0.71, 0.77, 0.9, 1.1,
      1.4
    };
    List<SpectrumPanel.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < defects.length; i++) {
      Verdict verdict = i < 2 ? Verdict.HELD : i == 2 ? Verdict.UNDECIDABLE : Verdict.BROKEN;
      String name = i == 0 ? "rotation(q1,q2; p1,p2)" : i == 1 ? "scaling" : "g" + (i + 1);
      candidates.add(new SpectrumPanel.Candidate(name, defects[i], verdict));
    }
    return new SpectrumPanel(candidates, 0.05);
  }

  static Generator rotation() {
    return Generator.linear(
        "rotation(x,y)", PLANE, Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0}));
  }

  static Generator scaling() {
    return Generator.linear("scaling(x,y)", PLANE, Matrix.identity(2));
  }

  static double[] hopf(double[] s) {
    double r2 = s[0] * s[0] + s[1] * s[1];
    return new double[] {0.5 * s[0] - s[1] - r2 * s[0], s[0] + 0.5 * s[1] - r2 * s[1]};
  }

  /** The cubic Hopf normal form, whose limit cycle has radius √½. */
  static PhasePanel hopfPhase(List<Generator> generators) {
    double[][] truth = Samples.solve(SymmetrySamples::hopf, new double[] {1.1, 0.2}, 0.02, 1200);
    Curve replay = new Curve(Samples.column(truth, 0), Samples.column(truth, 1));
    Curve data = new Curve(Samples.noisy(replay.x(), 0.01, 1), Samples.noisy(replay.y(), 0.01, 2));
    Range side = new Range(-1.2, 1.2);
    Region region = new Region(Vec.of(-1.2, -1.2), Vec.of(1.2, 1.2));
    return new PhasePanel(
            "x", "y", data, replay, Samples.flow(side, side, 16, 11, SymmetrySamples::hopf))
        .withGenerators(generators.stream().map(g -> GeneratorField.of(g, region, 0, 1)).toList());
  }

  static GeneratorPanel.Entries entries(Generator generator, Verdict verdict) {
    return GeneratorPanel.Entries.of(generator, verdict).orElseThrow();
  }

  /** The planar isotropic oscillator q″ = −q commutes with u(2) × scaling, of dimension 8. */
  static List<Generator> oscillator() {
    double[][][] blocks = {
      {{0, -1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}},
      {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
      {{0, 0, 1, 0}, {0, 0, 0, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}},
      {{1, 0, 0, 0}, {0, -1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, -1}},
      {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}},
      {{0, 0, 1, 0}, {0, 0, 0, -0.5}, {-1, 0, 0, 0}, {0, 0.5, 0, 0}},
      {{0, 0, 0, 1}, {0, 0, 1, 0}, {0, -1, 0, 0}, {-1, 0, 0, 0}},
      {{0, 0, 0, 1}, {0, 0, -1, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}}
    };
    String[] names = {"rotation(q1,q2; p1,p2)", "scaling", "F", "d", "s", "g6", "g7", "g8"};
    return IntStream.range(0, blocks.length)
        .mapToObj(i -> Generator.linear(names[i], PHASE, Matrix.ofRows(blocks[i])))
        .toList();
  }

  static GeneratorPanel oscillatorMatrices() {
    return new GeneratorPanel(oscillator().stream().map(g -> entries(g, Verdict.HELD)).toList());
  }

  /** Energy and angular momentum of a planet, measured and rolled out. */
  static DriftPanel kepler() {
    double[][] exact =
        Samples.solve(SymmetrySamples::kepler, new double[] {1, 0, 0, 1.15}, 0.005, 6000);
    double[][] coarse =
        Samples.solve(SymmetrySamples::kepler, new double[] {1, 0, 0, 1.15}, 0.05, 600);
    ToDoubleFunction<double[]> energy =
        s -> 0.5 * (s[2] * s[2] + s[3] * s[3]) - 1 / Math.hypot(s[0], s[1]);
    ToDoubleFunction<double[]> momentum = s -> s[0] * s[3] - s[1] * s[2];
    Vec t = Samples.times(0, 0.05, 600);
    List<DriftPanel.Quantity> quantities = new ArrayList<>();
    for (ToDoubleFunction<double[]> h : List.of(energy, momentum)) {
      Vec measured = t.map(s -> h.applyAsDouble(exact[(int) Math.round(s / 0.005)]));
      Vec rolled = t.map(s -> h.applyAsDouble(coarse[(int) Math.round(s / 0.05)]));
      String name = h == energy ? "0.5 p1^2 + 0.5 p2^2 - 1/sqrt(q1^2 + q2^2)" : "q1 p2 - q2 p1";
      quantities.add(
          new DriftPanel.Quantity(
              name,
              Math.abs(measured.first()),
              List.of(new Curve(t, Samples.noisy(measured, 3e-3, 8))),
              List.of(new Curve(t, rolled))));
    }
    return new DriftPanel("t", quantities);
  }

  static double[] kepler(double[] s) {
    double r = Math.hypot(s[0], s[1]);
    return new double[] {s[2], s[3], -s[0] / (r * r * r), -s[1] / (r * r * r)};
  }

  static DriftPanel linearDrift() {
    Vec t = Samples.times(0, 0.1, 400);
    List<Curve> data = new ArrayList<>();
    List<Curve> rollout = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      double size = 1 + k;
      data.add(new Curve(t, Samples.noisy(t.map(s -> size), 0.002 * size, k)));
      rollout.add(new Curve(t, t.map(s -> size * (1 + 1e-4 * s * (size - 1.5)))));
    }
    return new DriftPanel(
        "time (s)", List.of(new DriftPanel.Quantity("x^2 + y^2", 2, data, rollout)));
  }

  static Figure hopfFigure() {
    List<SpectrumPanel.Candidate> spectrum = new ArrayList<>();
    double[] defects = {2.2e-4, 0.31, 0.44, 0.52, 0.78, 1.02};
    for (int i = 0; i < defects.length; i++) {
      spectrum.add(
          new SpectrumPanel.Candidate(
              i == 0 ? "rotation(x,y)" : "", defects[i], i == 0 ? Verdict.HELD : Verdict.BROKEN));
    }
    return Figure.of(
        new SpectrumPanel(spectrum, 0.05),
        hopfPhase(List.of(rotation())),
        new GeneratorPanel(List.of(entries(rotation(), Verdict.HELD))));
  }

  static ReportContent hopfPage() {
    Continuous held = new Continuous("rotation(x,y)", rotation().text(), 2.2e-4, Verdict.HELD);
    return ReportContent.titled("Symmetries of hopf.csv")
        .withLead("One of 6 affine generators is held within a relative defect of 0.05.")
        .withSections(
            List.of(
                SymmetrySections.continuous("They span so(2): abelian, closed.", List.of(held)),
                SymmetrySections.discrete(
                    "A group of order 4.",
                    List.of(
                        new Discrete("quarter turn", "(-y, x)", 3e-4, Verdict.HELD),
                        new Discrete("reflection", "(x, -y)", 0.87, Verdict.BROKEN)))))
        .withFigure(hopfFigure())
        .withProvenance(
            new Provenance(
                "sindy4j discover hopf.csv --out out", List.of(), List.of(), List.of(), "", ""));
  }

  static ReportContent oscillatorPage() {
    List<Continuous> rows =
        oscillator().stream()
            .map(g -> new Continuous(g.name(), g.text(), 3e-12, Verdict.HELD))
            .toList();
    Region region = new Region(Vec.of(-1, -1, -1, -1), Vec.of(1, 1, 1, 1));
    double[][] orbit =
        Samples.solve(
            s -> new double[] {s[2], s[3], -s[0], -s[1]},
            new double[] {0.9, 0, 0.2, 0.6},
            0.02,
            400);
    Curve curve = new Curve(Samples.column(orbit, 0), Samples.column(orbit, 1));
    PhasePanel phase =
        new PhasePanel("q1", "q2", curve, Curve.EMPTY, Flow.NONE)
            .withGenerators(
                List.of(
                    GeneratorField.of(oscillator().get(0), region, 0, 1),
                    GeneratorField.of(oscillator().get(3), region, 0, 1)));
    return ReportContent.titled("Symmetries of the isotropic oscillator")
        .withLead("Eight of 16 linear generators are held.")
        .withSections(List.of(SymmetrySections.continuous("They span gl(2, ℂ).", rows)))
        .withFigure(Figure.of(sixteen(), phase, oscillatorMatrices()));
  }

  static ReportContent keplerPage() {
    return ReportContent.titled("Conserved quantities of kepler.csv")
        .withLead("Two conserved quantities were found, and both are independent.")
        .withSections(
            List.of(
                SymmetrySections.conserved(
                    "Two are linearly independent, two functionally.",
                    List.of(
                        new Conserved("0.5 p1^2 + 0.5 p2^2 - 1/sqrt(q1^2 + q2^2)", 8e-3, 2e-6),
                        new Conserved("q1 p2 - q2 p1", 3e-3, Double.NaN)))))
        .withFigure(Figure.of(kepler()));
  }
}
