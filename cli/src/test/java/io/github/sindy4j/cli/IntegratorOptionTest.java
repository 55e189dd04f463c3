package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegratorOptionTest {
  /** x' = y, y' = 1000 (1 − x²) y − x. */
  private static final String VAN_DER_POL =
      "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\", \"y\"], \"terms\": [{\"name\": \"x\"},"
          + " {\"name\": \"y\"}, {\"name\": \"x^2 y\"}],"
          + " \"coefficients\": [[0, 1, 0], [-1, 1000, -1000]]}";

  private static final String OSCILLATOR =
      "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\", \"y\"], \"terms\": [{\"name\": \"x\"},"
          + " {\"name\": \"y\"}], \"coefficients\": [[0, 1], [-1, 0]]}";

  @TempDir private Path folder = Path.of("");
  private Cli cli = new Cli(folder);

  @BeforeEach
  void write() {
    cli = new Cli(folder).file("v.json", VAN_DER_POL);
    cli.file("o.json", OSCILLATOR);
  }

  private Cli.Result run(String model, String until, String step, String... rest) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("simulate", model, "--initial", "2,0", "--until", until, "--step", step));
    words.addAll(List.of(rest));
    return cli.run(words.toArray(String[]::new));
  }

  private static double[] last(Cli.Result result) {
    List<String> lines = result.succeeds().out().lines().toList();
    return java.util.Arrays.stream(lines.get(lines.size() - 1).split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "radau"})
  void aStiffModelIsSimulatedToItsReference(String name) {
    double[] end = last(run("@v.json", "2000", "500", "--integrator", name));
    assertEquals(1.706167732170483, end[1], 1e-7);
    assertEquals(-8.928097010247975e-4, end[2], 1e-10);
  }

  @Test
  void theOutputSaysWhoTookOver() {
    Cli.Result json = run("@v.json", "2", "1", "--json").succeeds();
    Schemas.requireValid("simulation", json.out());
    json.says("\"name\": \"dormand-prince\"", "\"name\": \"radau\"", "the equations are stiff");
    Cli.Result smooth = run("@o.json", "2", "1", "--json").succeeds();
    smooth.says("\"name\": \"dormand-prince\"", "\"integrator\": \"auto\"");
    assertFalse(smooth.out().contains("radau"));
  }

  @Test
  void aTableIsAccompaniedByOneLineThatSaysWhoTookOverAndWhen() {
    Cli.Result table = run("@v.json", "2", "1").succeeds();
    assertEquals(List.of("t,x,y"), table.out().lines().limit(1).toList());
    assertTrue(
        table
            .err()
            .matches(
                "sindy4j: note: the equations are stiff: from t = 0\\.\\d+ on, radau took over\\R"),
        table.err());
    Cli.Result file = run("@v.json", "2", "1", "-o", "@run.csv").succeeds();
    assertEquals(table.err(), file.err());
    assertEquals("", run("@o.json", "2", "1").succeeds().err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dormand-prince", "gragg-bulirsch-stoer", "adams", "radau"})
  void everyNameAgreesWithTheDefault(String name) {
    double[] chosen = last(run("@o.json", "3", "0.5"));
    double[] named = last(run("@o.json", "3", "0.5", "--integrator", name));
    for (int i = 0; i < chosen.length; i++) {
      assertEquals(chosen[i], named[i], 1e-7);
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithAllNames() {
    Cli.Result result = run("@o.json", "3", "0.5", "--integrator", "lsoda");
    result.fails(2, "lsoda", "auto, dormand-prince, gragg-bulirsch-stoer, adams, radau");
    assertTrue(result.out().isEmpty());
  }
}
