package io.github.sindy4j.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages about the samples. */
final class SamplePages {
  private SamplePages() {}

  /** Reports as a fit of these data would fill them. */
  static Map<String, ReportContent> reports() {
    Map<String, ReportContent> reports = new LinkedHashMap<>();
    Remark early =
        new Remark(
            false,
            "Rates were smoothed with a window of 11 samples; the first and last five rows were dropped.");
    Remark wide =
        new Remark(
            true,
            "The interval of the constant in hare′ contains zero: the data do not support that term.");
    Remark blown =
        new Remark(true, "The replay left the region of the data at t = 2190 and was stopped.");
    reports.put(
        "lorenz",
        page(
            "Lorenz system, 10 000 samples",
            Samples.LORENZ_EQUATIONS,
            Samples.lorenz(),
            List.of(early)));
    reports.put(
        "lorenz6",
        page(
            "Lorenz system with its symmetries",
            Samples.LORENZ_EQUATIONS,
            Samples.lorenzWithSpectrum(),
            List.of()));
    reports.put(
        "hare",
        page(
            "Hare and lynx, 1900–1920",
            Samples.HARE_EQUATIONS,
            Samples.hareAndLynx(),
            List.of(early, wide)));
    reports.put(
        "tank",
        page(
            "Draining tank <level & flow>",
            Samples.TANK_EQUATIONS,
            Samples.brokenTank(),
            List.of(blown)));
    reports.put("oscillator", SymmetrySamples.oscillatorPage());
    reports.put("hopf", SymmetrySamples.hopfPage());
    reports.put("kepler", SymmetrySamples.keplerPage());
    reports.put(
        "ring",
        page(
            "Ring of three pendula", Samples.ringEquations(), Samples.ringOfSix(), List.of(early)));
    return reports;
  }

  private static ReportContent page(
      String title, List<Equation> equations, Figure figure, List<Remark> remarks) {
    Table scores =
        Table.of(
            List.of("state", "R² of rates", "held-out error", "replay error", "valid for"),
            List.of(
                List.of("x", "0.9991", "3.1e-4", "0.021", "9.1 s"),
                List.of("y", "0.9987", "4.0e-4", "0.034", "8.9 s")));
    Table path =
        Table.of(
            List.of("terms", "threshold", "held-out error", "added"),
            List.of(
                List.of("6", "0.31", "0.041", "x z in y′"),
                List.of("7", "0.12", "3.1e-4", "x y in z′"),
                List.of("8", "0.02", "3.0e-4", "1 in x′")));
    Provenance provenance =
        new Provenance(
            "sindy4j fit lorenz.csv --degree 3 --out out",
            List.of(
                new Entry("library", "polynomials up to degree 3 (20 terms)"),
                new Entry("threshold", "0.12 (chosen by cross-validation)")),
            List.of(
                new Entry("rows", "10 000"),
                new Entry("time", "0 … 20, step 0.002"),
                new Entry("gaps", "none")),
            List.of(new Entry("sindy4j", "0.1.0"), new Entry("Java", "17")),
            "The governing equations were identified by sparse regression over a polynomial library up to degree 3.",
            "@article{brunton2016,\n  author = {Brunton, Steven L. and Proctor, Joshua L. and Kutz, J. Nathan},\n"
                + "  title = {Discovering governing equations from data},\n  year = {2016}\n}");
    return ReportContent.titled(title)
        .withLead("Seven terms explain the rates; the replay follows the data for nine time units.")
        .withEquations(equations)
        .withRemarks(remarks)
        .withFigure(figure)
        .withSections(
            List.of(
                Section.of("Scores", scores),
                Section.of("The models on the way", path.highlighting(1)).at(Section.Place.FOLDED)))
        .withProvenance(provenance);
  }
}
