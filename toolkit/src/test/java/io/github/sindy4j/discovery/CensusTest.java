package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 82 polynomial systems of dysts (github.com/williamgilpin/dysts, Apache-2.0) against a census
 * that was computed by other means.
 */
class CensusTest {
  /** Its coefficients hold √2, which is no simple fraction. */
  private static final Set<String> IRRATIONAL = Set.of("NuclearQuadrupole");

  private static List<JsonNode> systems() throws IOException {
    try (InputStream in = CensusTest.class.getResourceAsStream("/dysts/dysts_polynomial.json")) {
      JsonNode all = new ObjectMapper().readTree(in).get("systems");
      return StreamSupport.stream(all.spliterator(), false).toList();
    }
  }

  /** The field on the box of three standard deviations around its attractor's mean. */
  private static Subject subject(JsonNode system) {
    int n = system.get("dimension").asInt();
    List<String> variables = new ArrayList<>();
    system.get("variables").forEach(v -> variables.add(v.asText()));
    Library library = PolynomialLibrary.ofDegree(system.get("degree").asInt()).over(variables);
    double[] w = new double[n * library.size()];
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int i = 0; i < n; i++) {
      double mean = system.get("mean").get(i).asDouble();
      double spread = 3 * system.get("std").get(i).asDouble();
      lower[i] = mean - spread;
      upper[i] = mean + spread;
      for (JsonNode term : system.get("rhs").get(i)) {
        List<Integer> alpha = new ArrayList<>();
        term.get("exponents").forEach(e -> alpha.add(e.asInt()));
        int j = 0;
        while (!library.terms().get(j).exponents().equals(alpha)) {
          j++;
        }
        w[i * library.size() + j] = term.get("coefficient").asDouble();
      }
    }
    return Subject.field(
        library,
        Matrix.adopt(n, library.size(), w),
        new Region(Vec.adopt(lower), Vec.adopt(upper)));
  }

  @Test
  void thereAre82() throws IOException {
    assertEquals(82, systems().size());
  }

  @ParameterizedTest
  @MethodSource("systems")
  void noneHasAnAffineSymmetryAndEachHasItsSignedPermutations(JsonNode system) {
    String name = system.get("name").asText();
    JsonNode census = system.get("symmetry_census");
    Subject subject = subject(system);
    GeneratorSpace affine = GeneratorSpace.affine(subject.library().variables());
    SymmetrySpectrum spectrum =
        Discovery.defaults().withTolerance(0).withReversing().of(subject, affine);
    assertEquals(0, spectrum.dimension(), name);
    assertEquals(!IRRATIONAL.contains(name), spectrum.exact(), name);
    assertTrue(spectrum.singularValues().get(0) > 1e-6, name + spectrum.singularValues());
    SymmetrySpectrum rescaled =
        Discovery.defaults().withTolerance(0).withRescaling().of(subject, affine);
    assertEquals(0, rescaled.dimension(), name);
    DiscreteSymmetries discrete = spectrum.discrete().orElseThrow();
    assertEquals(census.get("signed_permutation_group_order").asInt(), discrete.order(), name);
    assertEquals(census.get("reversing_signed_permutations").asInt(), discrete.reversals(), name);
    assertEquals(elements(census), elements(discrete), name);
    assertTrue(discrete.closed() && discrete.complete(), name);
  }

  @ParameterizedTest
  @MethodSource("systemsOfDegreeTwo")
  void amongFieldsOfItsDegreeEachCommutesWithItselfAlone(JsonNode system) {
    Subject subject = subject(system);
    SymmetrySpectrum spectrum =
        Discovery.defaults()
            .withTolerance(0)
            .of(subject, GeneratorSpace.polynomial(subject.library().variables(), 2));
    assertEquals(
        system.get("symmetry_census").get("poly_commuting_dim_deg2").asInt(),
        spectrum.dimension(),
        system.get("name").asText());
    assertTrue(spectrum.generators().stream().allMatch(Finding::trivial));
  }

  static Stream<JsonNode> systemsOfDegreeTwo() throws IOException {
    return systems().stream()
        .filter(s -> s.get("symmetry_census").get("poly_commuting_dim_deg2").isInt())
        .filter(s -> s.get("degree").asInt() == 2 && s.get("dimension").asInt() == 3);
  }

  /** (π, s) as text; the census writes xᵢ ↦ sᵢ x_{π(i)} too. */
  private static Set<String> elements(JsonNode census) {
    Set<String> elements = new HashSet<>();
    for (JsonNode element : census.get("signed_permutations")) {
      elements.add(element.get("perm") + " " + element.get("sign"));
    }
    return elements;
  }

  private static Set<String> elements(DiscreteSymmetries discrete) {
    Set<String> elements = new HashSet<>();
    for (ElementFinding finding : discrete.elements()) {
      if (!finding.reversing()) {
        Matrix a = finding.element().domain();
        List<String> images = new ArrayList<>();
        List<String> signs = new ArrayList<>();
        for (int i = 0; i < a.rows(); i++) {
          for (int j = 0; j < a.cols(); j++) {
            if (a.get(i, j) != 0) {
              images.add(Integer.toString(j));
              signs.add(Integer.toString((int) a.get(i, j)));
            }
          }
        }
        elements.add("[" + String.join(",", images) + "] [" + String.join(",", signs) + "]");
      }
    }
    return elements;
  }
}
