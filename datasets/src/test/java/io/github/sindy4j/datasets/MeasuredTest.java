package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuredTest {
  static Stream<Measured> all() {
    return Measured.all().stream();
  }

  /**
   * SHA-256 of the rows below the header; that of the rows of the source except for planets, which
   * were sorted, and for the cylinder's wake, whose blanks became commas.
   */
  @ParameterizedTest
  @CsvSource({
    "hare-lynx, 98da3b98083f48b25907b333bee4c7a88ff90b35b77b03e3b14322f0868843be",
    "influenza, 6f53d2a6ef640d4fdfe2c45cf3da7bc85b603fddee44d7a45d0e2f18fe562bd1",
    "kepler-mars, d7e8fb3097d35163df1d9118be22f15b7137dfe5b171282d446874dd129cdb9f",
    "planets, d81b16e154900475163e6ee8c04df4f7fc2aea10b923d3f364bd914dc5204626",
    "double-pendulum, 0d2c40f4902ee5dd892524cc6d7267d2dec3eca007c01e0f3d588feeee0d6423",
    "cylinder-wake, 2615fb0817bdee349b0b53547cc0c21779ca6ae3b45dc1e0c1c55ed12fe16930"
  })
  void rowsAreThoseOfTheSource(String name, String sha256) throws Exception {
    List<String> table = lines(name).stream().filter(line -> !line.startsWith("#")).toList();
    assertEquals(sha256, sha256(String.join("\n", table.subList(1, table.size())) + "\n"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFileBeginsWithItsSourceAndTerms(Measured data) throws IOException {
    List<String> comments =
        lines(data.name()).stream().takeWhile(line -> line.startsWith("#")).toList();
    assertTrue(comments.stream().anyMatch(line -> line.startsWith("# Source: ")));
    assertTrue(comments.contains("# Terms: " + data.terms() + "."), comments.toString());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFileReadsWithItsOwnRoles(Measured data) {
    Dataset read = data.dataset();
    assertEquals(data.name(), read.name());
    assertEquals(data.samples(), read.samples());
    assertEquals(data.trajectories(), read.trajectories().size());
    assertEquals(data.options().states(), read.schema().stateNames());
    assertTrue(read.notices().stream().noneMatch(n -> n.isWarning()), read.notices().toString());
  }

  @Test
  void haresAndLynxes() {
    Trajectory years = Measured.named("hare-lynx").dataset().first();
    assertEquals(Vec.of(30.0, 4.0), years.initialState());
    assertEquals(1920, years.times().last());
    assertEquals(Vec.of(24.7, 8.6), years.states().row(20));
    assertEquals(1, years.segments().size());
  }

  @Test
  void influenza() {
    Trajectory days = Measured.named("influenza").dataset().first();
    assertEquals(Vec.of(3, 8, 28), days.states().col(0).slice(0, 3));
    assertEquals(14, days.times().last());
    assertEquals(293, days.states().col(0).maxAbs());
  }

  @Test
  void planetsStayAtTheirDistances() {
    Dataset planets = Measured.named("planets").dataset();
    double[] axes = {0.387, 0.723, 1.000, 1.524, 5.203, 9.537, 19.19, 30.07};
    for (int k = 0; k < 8; k++) {
      Trajectory planet = planets.trajectories().get(k);
      assertEquals(731, planet.size());
      assertEquals(0, planet.times().first());
      assertEquals(7300, planet.times().last());
      double distance = planet.states().row(365).norm();
      assertEquals(axes[k], distance, 0.21 * axes[k] + 0.01, planet.id());
    }
    assertEquals("Mercury", planets.first().id());
    assertEquals(Vec.of(-0.1300775, -0.4472925, -0.0246004), planets.first().initialState());
    assertEquals("AU", planets.schema().states().get(0).unit());
  }

  @Test
  void keplersMarsHasGapsBetweenItsClusters() {
    Trajectory mars = Measured.named("kepler-mars").dataset().first();
    assertEquals(7, mars.segments().size());
    assertEquals(Vec.of(1.58852, 2.13027), mars.initialState());
    assertEquals(Vec.of(1.54539, 1.81763), mars.states().row(27));
  }

  @Test
  void theDoublePendulumHasItsMeasuredRates() {
    Dataset trials = Measured.named("double-pendulum").dataset();
    assertTrue(trials.hasRates());
    assertEquals(819, trials.first().size());
    Vec rates = trials.first().rates().orElseThrow().row(0);
    assertEquals(
        Vec.of(-0.5385388135910034, -6.15505838394165, 51.11624526977539, 5.443181037902832),
        rates);
    assertEquals(trials.first().states().col(2), trials.first().rates().orElseThrow().col(0));
    assertEquals(31.634000778198242, trials.trajectories().get(1).times().last());
    assertEquals("rad/s", trials.schema().states().get(2).unit());
  }

  @Test
  void theWakeGoesFromRestToItsCycle() {
    Trajectory wake = Measured.named("cylinder-wake").dataset().first();
    assertEquals(-0.000046, wake.states().get(0, 0));
    assertEquals(299.9, wake.times().last(), 1e-9);
    assertEquals(2.245, wake.states().get(2999, 8), 1e-3);
    assertEquals(1, wake.segments().size());
  }

  @Test
  void otherRolesMayBeChosen() {
    CsvOptions anglesOnly =
        Measured.named("double-pendulum").options().withRates().withStates("t1", "t2");
    Dataset angles = Measured.named("double-pendulum").dataset(anglesOnly);
    assertFalse(angles.hasRates());
    assertEquals(List.of("t1", "t2"), angles.schema().stateNames());
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    BadSetting refusal = assertThrows(BadSetting.class, () -> Measured.named("hares-lynx"));
    assertTrue(refusal.getMessage().contains("Did you mean hare-lynx?"), refusal.getMessage());
  }

  @Test
  void theCatalogueHoldsSystemsAndMeasuredData() {
    List<Catalogue.Entry> entries = Catalogue.entries();
    assertEquals(Systems.all().size() + Measured.all().size(), entries.size());
    assertEquals(entries.size(), entries.stream().map(Catalogue.Entry::name).distinct().count());
    Catalogue.Entry lorenz = entries.get(0);
    assertEquals("lorenz63", lorenz.name());
    assertEquals(Catalogue.Kind.SYSTEM, lorenz.kind());
    assertEquals(List.of("x", "y", "z"), lorenz.states());
    assertEquals(5001, lorenz.samples());
    assertTrue(lorenz.citation().startsWith("Lorenz, E. N. (1963)."));
    assertEquals(28, Catalogue.dataset("kepler-mars").samples());
    assertEquals(5001, Catalogue.dataset("lorenz63").samples());
    BadSetting refusal = assertThrows(BadSetting.class, () -> Catalogue.dataset("planet"));
    assertEquals("unknown-dataset", refusal.code());
    assertTrue(refusal.getMessage().contains("mean planets?"));
  }

  private static List<String> lines(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Measured.named(name).open(), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
