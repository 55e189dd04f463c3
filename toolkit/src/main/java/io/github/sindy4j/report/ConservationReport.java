package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.ConservedQuantity;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The report on what a model conserves: the quantities, how much they drift, and what kind of flow
 * it is.
 *
 * @param name of the data or the file
 * @param model the equations
 * @param region where it was looked at
 * @param quantities what was found
 * @param structure what kind of flow it is
 * @param noether quantities and their symmetries, for a Hamiltonian field
 * @param fit where the model comes from, unless from a file
 * @param rollout a run of the model
 * @param notices what the user should know
 * @param command what was typed; may be empty
 * @param settings every setting with the value it had
 */
public record ConservationReport(
    String name,
    SparseModel model,
    Region region,
    ConservedQuantities quantities,
    ModelStructure structure,
    Optional<Noether> noether,
    Optional<SindyFit> fit,
    Optional<Trajectory> rollout,
    List<Notice> notices,
    String command,
    Map<String, String> settings) {
  /** Copies the collections. */
  public ConservationReport {
    notices = List.copyOf(notices);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The report on a fit: its quantities, its structure, and Noether's pairs where it has some. */
  public static ConservationReport of(SindyFit fit, ConservedQuantities quantities) {
    Region region = Region.of(fit.data());
    return new ConservationReport(
        fit.data().name(),
        fit.model(),
        region,
        quantities,
        fit.structure(),
        Noether.of(fit.dynamics(), quantities, region),
        Optional.of(fit),
        Optional.empty(),
        fit.notices(),
        "",
        fit.settings());
  }

  /** The same with a run of the model. */
  public ConservationReport withRollout(Solution run) {
    return new ConservationReport(
        name,
        model,
        region,
        quantities,
        structure,
        noether,
        fit,
        Optional.of(Trajectory.of("rollout", run.times(), run.states())),
        notices,
        command,
        settings);
  }

  /** The drift of each quantity along the data, where there are any. */
  public Optional<Vec> dataDrift() {
    return fit.map(f -> quantities.drift(f.data()));
  }

  /** The drift of each quantity along the run of the model, where there is one. */
  public Optional<Vec> rolloutDrift() {
    return rollout.map(quantities::drift);
  }

  /** What the report says. */
  public ReportContent content() {
    ModelPortrait portrait =
        new ModelPortrait(
            model.schema(),
            Optional.of(model),
            Optional.empty(),
            region,
            fit.map(SindyFit::data),
            fit);
    List<Section> sections = new ArrayList<>();
    if (quantities.count() > 0) {
      sections.add(SymmetrySections.conserved(countLine(), rows()));
    }
    sections.add(Section.of("What kind of flow it is", traits()));
    noether.ifPresent(found -> sections.add(pairs(found)));
    return ReportContent.titled("Conserved quantities of " + name)
        .withLead(lead())
        .withEquations(portrait.equations())
        .withRemarks(notices.stream().map(n -> new Remark(n.isWarning(), n.text())).toList())
        .withFigure(figure())
        .withSections(sections)
        .withProvenance(portrait.provenance(command, settings, methods(), SymmetryReport.BIBTEX));
  }

  private String lead() {
    return quantities.count() == 0
        ? "Nothing among "
            + quantities.candidates().size()
            + " functions of the states is conserved."
        : Drawing.count(quantities.count(), "conserved quantity")
            + " among "
            + quantities.candidates().size()
            + " functions of the states.";
  }

  private String countLine() {
    return quantities.functionallyIndependent()
        + " of them "
        + (quantities.functionallyIndependent() == 1 ? "is" : "are")
        + " functionally independent.";
  }

  private List<SymmetrySections.Conserved> rows() {
    Optional<Vec> data = dataDrift();
    Optional<Vec> run = rolloutDrift();
    List<SymmetrySections.Conserved> rows = new ArrayList<>();
    for (int k = 0; k < quantities.count(); k++) {
      rows.add(
          new SymmetrySections.Conserved(
              quantities.quantities().get(k).toString(), at(data, k), at(run, k)));
    }
    return rows;
  }

  private static double at(Optional<Vec> values, int k) {
    return values.map(v -> v.get(k)).orElse(Double.NaN);
  }

  private Table traits() {
    List<List<String>> rows = new ArrayList<>();
    for (Trait trait : structure.traits()) {
      rows.add(List.of(trait.name(), answer(trait.verdict()), trait.text()));
    }
    return Table.of(List.of("property", "has it", "detail"), rows);
  }

  private static String answer(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "yes";
      case BROKEN -> "no";
      case UNDECIDABLE -> "undecidable";
    };
  }

  private static Section pairs(Noether noether) {
    List<List<String>> rows = new ArrayList<>();
    for (Noether.Pair pair : noether.pairs()) {
      rows.add(
          List.of(
              pair.quantity().toString(), pair.generator().rounded(SymmetryReport.DIGITS).text()));
    }
    return Section.of(
            "Noether's pairs",
            Table.of(List.of("quantity", "symmetry that it generates"), rows).typesetting(0, 1))
        .withText("Positions and momenta " + noether.pairing() + ".");
  }

  private Figure figure() {
    List<DriftPanel.Quantity> drawn = new ArrayList<>();
    for (ConservedQuantity quantity : quantities.quantities()) {
      if (quantity.spread() > 0 && Double.isFinite(quantity.spread())) {
        List<Curve> data = new ArrayList<>();
        fit.map(SindyFit::data)
            .map(Dataset::trajectories)
            .orElse(List.of())
            .forEach(t -> data.add(curve(quantity, t)));
        List<Curve> run = rollout.map(t -> List.of(curve(quantity, t))).orElse(List.of());
        drawn.add(new DriftPanel.Quantity(quantity.toString(), quantity.spread(), data, run));
      }
    }
    boolean empty = drawn.isEmpty() || (fit.isEmpty() && rollout.isEmpty());
    return empty ? Figure.empty() : Figure.of(new DriftPanel(model.schema().time().label(), drawn));
  }

  private Curve curve(ConservedQuantity quantity, Trajectory trajectory) {
    Expression h = quantity.expression();
    Library one = Library.of(model.schema().stateNames(), List.of(h));
    Block x = new Block(trajectory.size(), trajectory.states().cols());
    x.setRows(trajectory.size());
    for (int c = 0; c < trajectory.states().cols(); c++) {
      trajectory.states().copyColumn(c, 0, trajectory.size(), x.values(), x.offset(c));
    }
    Block values = new Block(trajectory.size(), 1);
    one.evaluate(x, values);
    double[] y = new double[trajectory.size()];
    System.arraycopy(values.values(), values.offset(0), y, 0, y.length);
    return new Curve(trajectory.times(), Vec.adopt(y));
  }

  private String methods() {
    return String.format(
        Locale.ROOT,
        "Conserved quantities were sought with sindy4j %s among %d functions h of the states as the"
            + " null space of the Lie derivative of h along the field, ∇h·F (Otto et al. 2025),"
            + " %s.",
        Version.toolkit(),
        quantities.candidates().size(),
        quantities.exact()
            ? "in rational arithmetic"
            : "with a relative defect of at most " + UncertainNumber.text(quantities.tolerance()));
  }
}
