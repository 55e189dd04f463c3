package io.github.sindy4j.io;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.ConservedQuantity;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is found about symmetries and conserved quantities, for other programs. */
public final class SymmetryJson {
  private SymmetryJson() {}

  /** Which symmetries a model has: format {@code sindy4j-discovery/1}. */
  public static JsonObject discovery(
      SparseModel model,
      SymmetrySpectrum spectrum,
      Map<String, String> settings,
      List<Notice> notices) {
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-discovery/1")
            .withTexts("states", model.schema().stateNames())
            .withTexts("controls", model.schema().controlNames())
            .withTexts("equations", model.equations());
    return findings(json, spectrum, model, settings, notices);
  }

  private static JsonObject findings(
      JsonObject json,
      SymmetrySpectrum spectrum,
      SparseModel model,
      Map<String, String> settings,
      List<Notice> notices) {
    JsonObject more =
        json.with("candidates", spectrum.candidates())
            .with("tolerance", spectrum.tolerance())
            .with("region", ModelJson.region(spectrum.region(), model.schema()))
            .with("exact", spectrum.exact())
            .with("singularValues", spectrum.singularValues())
            .with("gap", spectrum.gap())
            .with("dimension", spectrum.dimension())
            .with("undecidable", spectrum.undecidable())
            .withObjects(
                "generators", spectrum.generators().stream().map(SymmetryJson::finding).toList())
            .withObjects(
                "candidateVerdicts", spectrum.each().stream().map(SymmetryJson::finding).toList());
    if (spectrum.algebra().isPresent()) {
      more = more.with("algebra", algebra(spectrum.algebra().get()));
    }
    more =
        more.with("closed", spectrum.closed())
            .with("closureResidual", spectrum.closureResidual())
            .withTexts(
                "trivial",
                spectrum.generators().stream()
                    .filter(Finding::trivial)
                    .map(finding -> finding.generator().toString())
                    .toList());
    if (spectrum.discrete().isPresent()) {
      more = more.with("discrete", discrete(spectrum.discrete().get()));
    }
    return ModelJson.notices(more.withTexts("settings", settings), notices);
  }

  private static JsonObject finding(Finding finding) {
    return generator(finding.generator())
        .with("defect", finding.defect())
        .with("uncertainty", finding.uncertainty())
        .with("rescaling", finding.rescaling())
        .with("verdict", finding.verdict().name())
        .with("trivial", finding.trivial());
  }

  /** Its name, its components, and, where it is affine, A of v(x) = A x + a, or [A | a]. */
  private static JsonObject generator(Generator v) {
    JsonObject json =
        JsonObject.empty()
            .with("name", v.name())
            .withTexts("field", v.components().stream().map(Expression::toString).toList())
            .with("text", v.text());
    Optional<Matrix> affine = v.matrix();
    return affine.isPresent() ? json.with("matrix", shortest(affine.get())) : json;
  }

  private static Matrix shortest(Matrix affine) {
    int m = affine.rows();
    boolean linear = affine.col(m).maxAbs() == 0;
    int[] columns = IntStream.range(0, m).toArray();
    return linear ? affine.columns(columns) : affine;
  }

  private static JsonObject algebra(AlgebraType type) {
    return JsonObject.empty()
        .with("dimension", type.dimension())
        .with("name", type.name())
        .withTexts("aliases", type.aliases())
        .with("text", type.text())
        .with("abelian", type.abelian())
        .with("nilpotent", type.nilpotent())
        .with("solvable", type.solvable())
        .with("semisimple", type.semisimple());
  }

  private static JsonObject discrete(DiscreteSymmetries found) {
    return JsonObject.empty()
        .with("searched", found.searched())
        .with("order", found.order())
        .with("reversals", found.reversals())
        .with("complete", found.complete())
        .with("closed", found.closed())
        .withObjects("generators", found.generators().stream().map(SymmetryJson::element).toList())
        .withObjects("elements", found.elements().stream().map(SymmetryJson::element).toList())
        .withObjects("asked", found.asked().stream().map(SymmetryJson::element).toList());
  }

  private static JsonObject element(ElementFinding finding) {
    return JsonObject.empty()
        .with("name", finding.element().name())
        .with("domain", finding.element().domain())
        .with("fibre", finding.element().fibre())
        .with("reversing", finding.reversing())
        .with("defect", finding.defect())
        .with("uncertainty", finding.uncertainty())
        .with("verdict", finding.verdict().name());
  }

  /**
   * What a model conserves: format {@code sindy4j-conservation/1}.
   *
   * @param drifts along the data, where there are any
   * @param rollouts along a run of the model, where there is one
   */
  public static JsonObject conservation(
      SparseModel model,
      ConservedQuantities found,
      Optional<Vec> drifts,
      Optional<Vec> rollouts,
      ModelStructure structure,
      Optional<Noether> noether,
      Map<String, String> settings,
      List<Notice> notices) {
    List<JsonObject> quantities = new ArrayList<>();
    for (int k = 0; k < found.quantities().size(); k++) {
      quantities.add(
          quantity(found.quantities().get(k))
              .with("drift", at(drifts.or(() -> rollouts), k))
              .with("rolloutDrift", at(rollouts, k)));
    }
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-conservation/1")
            .withTexts("states", model.schema().stateNames())
            .withTexts("equations", model.equations())
            .withTexts("terms", found.candidates().termNames())
            .with("tolerance", found.tolerance())
            .with("exact", found.exact())
            .with("singularValues", found.defects())
            .with("count", found.count())
            .with("functionallyIndependent", found.functionallyIndependent())
            .withObjects("quantities", quantities)
            .withObjects("structure", structure.traits().stream().map(SymmetryJson::trait).toList())
            .with("divergence", structure.divergence().text());
    if (noether.isPresent()) {
      json = json.with("noether", noether(noether.get()));
    }
    return ModelJson.notices(json.withTexts("settings", settings), notices);
  }

  private static double at(Optional<Vec> values, int k) {
    return values.map(v -> v.get(k)).orElse(Double.NaN);
  }

  private static JsonObject quantity(ConservedQuantity quantity) {
    return JsonObject.empty()
        .with("expression", quantity.expression().toString())
        .with("coefficients", quantity.coefficients())
        .with("defect", quantity.defect())
        .with("uncertainty", quantity.change())
        .with("verdict", quantity.verdict().name())
        .with("composed", quantity.composed());
  }

  private static JsonObject trait(Trait trait) {
    return JsonObject.empty()
        .with("name", trait.name())
        .with("verdict", trait.verdict().name())
        .with("defect", trait.defect())
        .with("text", trait.text());
  }

  private static JsonObject noether(Noether noether) {
    return JsonObject.empty()
        .with("pairing", noether.pairing().toString())
        .with("hamiltonian", noether.hamiltonian().toString())
        .withObjects(
            "pairs",
            noether.pairs().stream()
                .map(
                    pair ->
                        generator(pair.generator())
                            .with("quantity", pair.quantity().toString())
                            .with("defect", pair.defect()))
                .toList());
  }
}
