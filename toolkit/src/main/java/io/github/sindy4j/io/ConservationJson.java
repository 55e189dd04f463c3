package io.github.sindy4j.io;

import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.ConservedQuantity;
import io.github.sindy4j.conservation.Divergence;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a model conserves, for other programs: format {@code sindy4j-conservation/1}. The schema is
 * the resource {@code schema/conservation.schema.json} beside this class.
 *
 * @param model the equations
 * @param region where it was looked at
 * @param found the quantities
 * @param dataDrift of each along the data, where there are any
 * @param rolloutDrift of each along a run of the model, where there is one
 * @param structure what kind of flow it is
 * @param noether quantities and their symmetries, for a Hamiltonian field
 * @param settings everything that was chosen, by the user or by default
 * @param notices what the user should know
 */
public record ConservationJson(
    SparseModel model,
    Region region,
    ConservedQuantities found,
    Optional<Vec> dataDrift,
    Optional<Vec> rolloutDrift,
    ModelStructure structure,
    Optional<Noether> noether,
    Map<String, String> settings,
    List<Notice> notices) {
  /** Copies the list. */
  public ConservationJson {
    notices = List.copyOf(notices);
  }

  /** The object. */
  public JsonObject write() {
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-conservation/1")
            .withTexts("states", model.schema().stateNames())
            .withTexts("equations", model.equations())
            .with("region", ModelJson.region(region, model.schema().inputNames()))
            .withTexts("terms", found.candidates().termNames())
            .with("tolerance", found.tolerance())
            .with("exact", found.exact())
            .with("singularValues", found.defects())
            .with("count", found.count())
            .with("functionallyIndependent", found.functionallyIndependent())
            .withObjects(
                "quantities", IntStream.range(0, found.count()).mapToObj(this::quantity).toList())
            .withObjects(
                "structure", structure.traits().stream().map(ConservationJson::trait).toList())
            .with("divergence", divergence(structure.divergence()))
            .with("noether", noether.map(ConservationJson::noether))
            .withTexts("settings", settings);
    return ModelJson.notices(json, notices);
  }

  private JsonObject quantity(int k) {
    ConservedQuantity quantity = found.quantities().get(k);
    return JsonObject.empty()
        .with("expression", quantity.expression().toString())
        .with("coefficients", quantity.coefficients().map(c -> c + 0.0))
        .with("drift", at(dataDrift.or(() -> rolloutDrift), k))
        .with("dataDrift", at(dataDrift, k))
        .with("rolloutDrift", at(rolloutDrift, k))
        .with("defect", quantity.defect())
        .with("uncertainty", quantity.change())
        .with("verdict", quantity.verdict().name())
        .with("composed", quantity.composed());
  }

  private static double at(Optional<Vec> values, int k) {
    return values.map(v -> v.get(k)).orElse(Double.NaN);
  }

  private static JsonObject trait(Trait trait) {
    return JsonObject.empty()
        .with("name", trait.name())
        .with("verdict", trait.verdict().name())
        .with("defect", trait.defect())
        .with("text", trait.text());
  }

  private static JsonObject divergence(Divergence divergence) {
    return JsonObject.empty()
        .with("mean", divergence.mean())
        .with("least", divergence.least())
        .with("largest", divergence.largest())
        .with("text", divergence.text());
  }

  private static JsonObject noether(Noether noether) {
    return JsonObject.empty()
        .with("pairing", noether.pairing().toString())
        .with("hamiltonian", noether.hamiltonian().toString())
        .withObjects("pairs", noether.pairs().stream().map(ConservationJson::pair).toList());
  }

  private static JsonObject pair(Noether.Pair pair) {
    return DiscoveryJson.generator(pair.generator())
        .with("quantity", pair.quantity().toString())
        .with("defect", pair.defect());
  }
}
