package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The report on symmetries of a model: which candidates it has, how far the others are from it, and
 * what they look like.
 *
 * @param name of the data or the file
 * @param schema the names of the variables
 * @param model the equations; none where the data were searched without a model
 * @param function the function, where it is one that was looked at
 * @param spectrum what was found
 * @param data the data, where there are any
 * @param fit where the model comes from, unless from a file
 * @param notices what the user should know
 * @param command what was typed; may be empty
 * @param settings every setting with the value it had
 */
public record SymmetryReport(
    String name,
    Sides schema,
    Optional<SparseModel> model,
    Optional<FunctionModel> function,
    SymmetrySpectrum spectrum,
    Optional<Dataset> data,
    Optional<SindyFit> fit,
    List<Notice> notices,
    String command,
    Map<String, String> settings) {
  /** Of numbers in formulas. */
  static final int DIGITS = 4;

  /** The reference of the method. */
  static final String BIBTEX =
      """
      @article{otto2025symmetry,
        author  = {Otto, Samuel E. and Zolman, Nicholas and Kutz, J. Nathan and Brunton, Steven L.},
        title   = {A unified framework to enforce, discover, and promote symmetry in machine learning},
        journal = {Journal of Machine Learning Research},
        volume  = {26},
        number  = {248},
        year    = {2025}
      }
      """;

  /** Copies the collections. */
  public SymmetryReport {
    notices = List.copyOf(notices);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The report on a model from a file. */
  public static SymmetryReport of(String name, SparseModel model, SymmetrySpectrum spectrum) {
    return new SymmetryReport(
        name,
        model.schema(),
        Optional.of(model),
        Optional.empty(),
        spectrum,
        Optional.empty(),
        Optional.empty(),
        spectrum.notices(),
        "",
        Map.of());
  }

  /** The report on a function from a file. */
  public static SymmetryReport of(String name, FunctionModel function, SymmetrySpectrum spectrum) {
    return new SymmetryReport(
        name,
        function.schema(),
        Optional.empty(),
        Optional.of(function),
        spectrum,
        Optional.empty(),
        Optional.empty(),
        spectrum.notices(),
        "",
        Map.of());
  }

  /** The report on a fit. */
  public static SymmetryReport of(SindyFit fit, SymmetrySpectrum spectrum) {
    List<Notice> notices = new ArrayList<>(fit.notices());
    notices.addAll(spectrum.notices());
    return new SymmetryReport(
        fit.data().name(),
        fit.data().schema(),
        Optional.of(fit.model()),
        Optional.empty(),
        spectrum,
        Optional.of(fit.data()),
        Optional.of(fit),
        notices,
        "",
        fit.settings());
  }

  /** The report on data that were searched without a model. */
  public static SymmetryReport of(Dataset data, SymmetrySpectrum spectrum) {
    List<Notice> notices = new ArrayList<>(data.notices());
    notices.addAll(spectrum.notices());
    return new SymmetryReport(
        data.name(),
        data.schema(),
        Optional.empty(),
        Optional.empty(),
        spectrum,
        Optional.of(data),
        Optional.empty(),
        notices,
        "",
        Map.of());
  }

  /** The same with what was typed. */
  public SymmetryReport withCommand(String newCommand) {
    return new SymmetryReport(
        name, schema, model, function, spectrum, data, fit, notices, newCommand, settings);
  }

  /** The same with these settings. */
  public SymmetryReport withSettings(Map<String, String> newSettings) {
    return new SymmetryReport(
        name, schema, model, function, spectrum, data, fit, notices, command, newSettings);
  }

  /** The same with these notices. */
  public SymmetryReport withNotices(List<Notice> newNotices) {
    return new SymmetryReport(
        name, schema, model, function, spectrum, data, fit, newNotices, command, settings);
  }

  /** What was looked at, four significant digits; nothing where the data were. */
  public List<String> formulas() {
    return model
        .map(SparseModel::equations)
        .or(() -> function.map(FunctionModel::equations))
        .orElse(List.of());
  }

  /** What the report says. */
  public ReportContent content() {
    ModelPortrait portrait =
        new ModelPortrait(schema, model, function, spectrum.region(), data, fit);
    List<Section> sections = new ArrayList<>();
    sections.add(SymmetrySections.continuous(algebraLine(), generators(spectrum.generators())));
    spectrum.discrete().ifPresent(d -> sections.add(discrete(d)));
    sections.add(Section.of("Every candidate", candidates()).at(Section.Place.FOLDED));
    return ReportContent.titled("Symmetries of " + name)
        .withLead(lead())
        .withEquations(portrait.equations())
        .withRemarks(notices.stream().map(n -> new Remark(n.isWarning(), n.text())).toList())
        .withFigure(figure(portrait))
        .withSections(sections)
        .withProvenance(portrait.provenance(command, settings, methods(), BIBTEX));
  }

  private String lead() {
    int held = spectrum.dimension();
    return String.format(
        Locale.ROOT,
        "%s of the %d candidates (%s) held at tolerance %s%s.",
        held == 0 ? "None" : Integer.toString(held),
        spectrum.each().size(),
        spectrum.candidates(),
        UncertainNumber.text(spectrum.tolerance()),
        spectrum.undecidable() == 0
            ? ""
            : "; the data leave " + spectrum.undecidable() + " undecided");
  }

  private String algebraLine() {
    String algebra =
        spectrum.algebra().map(AlgebraType::text).map(text -> "They span " + text + ".").orElse("");
    return spectrum.generators().isEmpty()
        ? "None of the candidates, nor any combination of them."
        : algebra;
  }

  private static List<SymmetrySections.Continuous> generators(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                new SymmetrySections.Continuous(
                    f.generator().name(), field(f), f.defect(), f.verdict()))
        .toList();
  }

  /** With c, where it rescales time. */
  private static String field(Finding finding) {
    String pace = UncertainNumber.text(finding.rescaling());
    return field(finding.generator())
        + (finding.rescaling() == 0 ? "" : ", [v, F] = " + pace + " F");
  }

  private static String field(Generator v) {
    return v.rounded(DIGITS).text();
  }

  private Table candidates() {
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : spectrum.each()) {
      rows.add(
          List.of(
              finding.generator().name(),
              field(finding.generator()),
              UncertainNumber.size(finding.defect(), 2),
              VerdictLook.word(finding.verdict())));
    }
    return Table.of(List.of("candidate", "field", "defect", "verdict"), rows).typesetting(0, 1);
  }

  private static Section discrete(DiscreteSymmetries found) {
    String order =
        found.searched()
            ? "The signed permutations that keep the equations form a group of order "
                + found.order()
                + (found.reversals() == 0
                    ? "."
                    : "; " + found.reversals() + " more run time backwards.")
            : "";
    List<ElementFinding> all = new ArrayList<>(found.asked());
    all.addAll(found.elements());
    List<SymmetrySections.Discrete> rows =
        all.stream()
            .map(
                e ->
                    new SymmetrySections.Discrete(
                        e.element().name(), image(e), e.defect(), e.verdict()))
            .toList();
    return SymmetrySections.discrete(order, rows);
  }

  /** {@code (-x, -y, z)}. */
  private static String image(ElementFinding finding) {
    Generator linear =
        Generator.linear("", finding.element().variables(), finding.element().domain());
    List<String> parts = linear.components().stream().map(Object::toString).toList();
    return "(" + String.join(", ", parts) + ")";
  }

  private Figure figure(ModelPortrait portrait) {
    Figure figure = Figure.empty().with(spectrumPanel(spectrum));
    List<Finding> shown = spectrum.generators();
    if (schema instanceof Schema dynamics && dynamics.states().size() > 1) {
      int[] plane = plane(shown, dynamics.states().size());
      List<GeneratorField> fields =
          shown.stream()
              .filter(Finding::isHeld)
              .map(f -> GeneratorField.of(f.generator(), spectrum.region(), plane[0], plane[1]))
              .toList();
      figure = figure.with(portrait.phase(dynamics, plane[0], plane[1]).withGenerators(fields));
    }
    List<GeneratorPanel.Entries> matrices =
        shown.stream()
            .flatMap(f -> GeneratorPanel.Entries.of(f.generator(), f.verdict()).stream())
            .toList();
    return matrices.isEmpty() ? figure : figure.with(new GeneratorPanel(matrices));
  }

  /**
   * The singular values, with the names and verdicts of those that have a generator: the smallest
   * value belongs to the generator of least defect.
   */
  static SpectrumPanel spectrumPanel(SymmetrySpectrum spectrum) {
    List<SpectrumPanel.Candidate> candidates = new ArrayList<>();
    List<Finding> generators =
        spectrum.generators().stream().sorted(Comparator.comparingDouble(Finding::defect)).toList();
    long open =
        spectrum.undecidable()
            - generators.stream().filter(f -> f.verdict() == Verdict.UNDECIDABLE).count();
    for (int k = 0; k < spectrum.singularValues().size(); k++) {
      double value = spectrum.singularValues().get(k);
      if (k < generators.size()) {
        Finding found = generators.get(k);
        candidates.add(
            new SpectrumPanel.Candidate(found.generator().name(), value, found.verdict()));
      } else {
        boolean undecided = k < generators.size() + open;
        candidates.add(
            new SpectrumPanel.Candidate(
                "", value, undecided ? Verdict.UNDECIDABLE : Verdict.BROKEN));
      }
    }
    return new SpectrumPanel(candidates, spectrum.tolerance());
  }

  /** Two states that the first generator moves, else the first two. */
  private static int[] plane(List<Finding> findings, int n) {
    for (Finding finding : findings) {
      Optional<Matrix> matrix = finding.generator().matrix();
      for (int i = 0; i < n && matrix.isPresent(); i++) {
        for (int j = i + 1; j < n; j++) {
          if (matrix.get().get(i, j) != 0 && matrix.get().get(j, i) != 0) {
            return new int[] {i, j};
          }
        }
      }
    }
    return new int[] {0, 1};
  }

  private String methods() {
    if (function.isPresent()) {
      return String.format(
          Locale.ROOT,
          "Symmetries of y = F(x) were sought with sindy4j %s among %s vector fields as the null space"
              + " of the Lie derivative (Otto et al. 2025). The defect of a field v is the L2 norm of"
              + " DF v over the region above relative to those of DF and v, in coordinates scaled to"
              + " the box; fields with a defect up to %s count as symmetries.",
          Version.toolkit(),
          spectrum.candidates(),
          UncertainNumber.text(spectrum.tolerance()));
    }
    if (model.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "Symmetries were sought with sindy4j %s among %s vector fields as those that are tangent"
              + " to the set on which the data lie (Otto et al. 2025), without a model. Tangent"
              + " spaces were estimated from neighbouring points; fields with a relative defect up"
              + " to %s count as symmetries.",
          Version.toolkit(),
          spectrum.candidates(),
          UncertainNumber.text(spectrum.tolerance()));
    }
    return String.format(
        Locale.ROOT,
        "Symmetries were sought with sindy4j %s among %s vector fields as the null space of the Lie"
            + " derivative (Otto et al. 2025). The defect of a field v is the L2 norm of [v, F] over"
            + " the region above relative to the norms of DF v and Dv F, in coordinates scaled to the"
            + " box; fields with a defect up to %s count as symmetries.",
        Version.toolkit(),
        spectrum.candidates(),
        UncertainNumber.text(spectrum.tolerance()));
  }
}
