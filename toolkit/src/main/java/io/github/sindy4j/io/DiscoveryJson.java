package io.github.sindy4j.io;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which symmetries a model has, for other programs: format {@code sindy4j-discovery/1}. The schema
 * is the resource {@code schema/discovery.schema.json} beside this class.
 *
 * @param schema the names of the variables
 * @param equations for people; none where no model was looked at
 * @param spectrum what was found
 * @param settings everything that was chosen, by the user or by default
 * @param notices what the user should know
 */
public record DiscoveryJson(
    Sides schema,
    List<String> equations,
    SymmetrySpectrum spectrum,
    Map<String, String> settings,
    List<Notice> notices) {
  /** Copies the lists. */
  public DiscoveryJson {
    equations = List.copyOf(equations);
    notices = List.copyOf(notices);
  }

  /** The object. */
  public JsonObject write() {
    JsonObject json =
        columns(JsonObject.empty().with("format", "sindy4j-discovery/1"))
            .withTexts("equations", equations)
            .with("candidates", spectrum.candidates())
            .with("tolerance", spectrum.tolerance())
            .with("region", ModelJson.region(spectrum.region(), schema.inputNames()))
            .with("exact", spectrum.exact())
            .with("singularValues", spectrum.singularValues())
            .with("gap", spectrum.gap())
            .with("dimension", spectrum.dimension())
            .with("undecidable", spectrum.undecidable())
            .withObjects("generators", findings(spectrum.generators()))
            .with("algebra", spectrum.algebra().map(DiscoveryJson::algebra))
            .with("closed", spectrum.closed())
            .with("closureResidual", spectrum.closureResidual())
            .withTexts("trivial", trivial())
            .with("discrete", spectrum.discrete().map(DiscoveryJson::discrete))
            .withObjects("each", findings(spectrum.each()))
            .withTexts("settings", settings);
    return ModelJson.notices(json, notices);
  }

  /** States and controls, or inputs and outputs. */
  private JsonObject columns(JsonObject json) {
    return schema instanceof Schema dynamics
        ? json.withTexts("states", dynamics.stateNames())
            .withTexts("controls", dynamics.controlNames())
        : json.withTexts("inputs", schema.inputNames())
            .withTexts("outputs", schema.equationNames());
  }

  private List<String> trivial() {
    return spectrum.generators().stream()
        .filter(Finding::trivial)
        .map(finding -> finding.generator().name())
        .toList();
  }

  private static List<JsonObject> findings(List<Finding> findings) {
    return findings.stream().map(DiscoveryJson::finding).toList();
  }

  private static JsonObject finding(Finding finding) {
    return generator(finding.generator())
        .with("defect", finding.defect())
        .with("uncertainty", finding.uncertainty())
        .with("rescaling", finding.rescaling())
        .with("verdict", finding.verdict().name())
        .with("trivial", finding.trivial());
  }

  /** Name, components, and A of v(x) = A x, or [A | a] of v(x) = A x + a, null of any other. */
  static JsonObject generator(Generator v) {
    JsonObject json =
        JsonObject.empty()
            .with("name", v.name())
            .withTexts("field", v.components().stream().map(Expression::toString).toList());
    return v.matrix()
        .map(affine -> json.with("matrix", shortest(affine)))
        .orElseGet(() -> json.withNull("matrix"));
  }

  private static Matrix shortest(Matrix affine) {
    int m = affine.rows();
    boolean linear = affine.col(m).maxAbs() == 0;
    return linear ? affine.columns(IntStream.range(0, m).toArray()) : affine;
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
        .withObjects("generators", elements(found.generators()))
        .withObjects("elements", elements(found.elements()))
        .withObjects("asked", elements(found.asked()));
  }

  private static List<JsonObject> elements(List<ElementFinding> findings) {
    return findings.stream().map(DiscoveryJson::element).toList();
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
}
