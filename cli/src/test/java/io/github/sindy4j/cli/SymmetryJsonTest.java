package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.SavedModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the schemas, which name every field that must be there. */
class SymmetryJsonTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void open() {
    cli =
        new Cli(folder)
            .file("hopf.json", Models.HOPF)
            .file("kepler.json", Models.KEPLER)
            .file("driven.json", Models.DRIVEN)
            .file("oscillator.json", Models.OSCILLATOR)
            .file("zero.json", Models.model("x,y", "x", new double[][] {{0}, {0}}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@hopf.json",
        "@hopf.json --discrete --candidates polynomial:2",
        "@kepler.json --candidates gl(4) --rescaling --discrete",
        "@kepler.json --candidates reflection(-x,y,-vx,vy)",
        "@driven.json --discrete",
        "@oscillator.json --discrete",
        "@zero.json"
      })
  void whatDiscoverPrintsKeepsToItsSchema(String command) {
    String[] words = ("discover " + command + " --json").split(" ", -1);
    String out = cli.run(words).succeeds().out();
    Schemas.requireValid("discovery", out);
    assertFalse(out.contains("NaN") || out.contains("Infinity"), out);
  }

  @Test
  void whatIsNotThereIsNull() {
    String hopf = cli.run("discover", "@hopf.json", "--json").succeeds().out();
    assertTrue(hopf.contains("\"discrete\": null"), hopf);
    String quadratic =
        cli.run("discover", "@hopf.json", "--candidates", "field(x: -y^3, y: x*y^2)", "--json")
            .succeeds()
            .out();
    assertTrue(quadratic.contains("\"algebra\": null"), quadratic);
    assertTrue(quadratic.contains("\"matrix\": null"), quadratic);
  }

  @Test
  void trivialFindsAreNamed() {
    String out = cli.run("discover", "@oscillator.json", "--json").succeeds().out();
    assertTrue(out.contains("\"trivial\": [\"rotation(vx,x),(vy,y)\"]"), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hopf", "kepler", "oscillator", "zero"})
  void whatConservePrintsKeepsToItsSchema(String name) {
    String out = cli.run("conserve", "@" + name + ".json", "--json").succeeds().out();
    Schemas.requireValid("conservation", out);
    assertFalse(out.contains("NaN") || out.contains("Infinity"), out);
    assertFalse(out.contains("\"drift\": null"), out);
  }

  @Test
  void searchesOfDataKeepToTheirSchemas() {
    cli.run("datasets", "export", "lotka-volterra", "--samples", "400", "-o", "@d.csv").succeeds();
    Schemas.requireValid(
        "discovery", cli.run("discover", "@d.csv", "--discrete", "--json").succeeds().out());
    Schemas.requireValid(
        "discovery", cli.run("discover", "@d.csv", "--from", "pairs", "--json").succeeds().out());
    String out = cli.run("conserve", "@d.csv", "--json").succeeds().out();
    Schemas.requireValid("conservation", out);
    assertFalse(out.contains("Drift\": null"), out);
  }

  @Test
  void theSchemasRefuseWhatIsNone() {
    String out = cli.run("discover", "@hopf.json", "--json").succeeds().out();
    assertFalse(Schemas.isValid("discovery", out.replace("\"closed\"", "\"shut\"")));
    assertFalse(Schemas.isValid("discovery", out.replace("HELD", "PROVED")));
    String kept = cli.run("conserve", "@kepler.json", "--json").succeeds().out();
    assertFalse(Schemas.isValid("conservation", kept.replace("\"count\": ", "\"count\": -")));
  }

  @Test
  void whatWasEnforcedReadsBackBitForBit() {
    cli.run("datasets", "export", "hopf", "-o", "@h.csv").succeeds();
    String[] command = {
      "fit",
      "@h.csv",
      "--enforce",
      "so(2) on (x,y)",
      "--enforce",
      "reflection(-x,-y)",
      "--constrain",
      "x: x^3 <= 0",
      "--json",
      "--out",
      "@out"
    };
    String out = cli.run(command).succeeds().out();
    Schemas.requireValid("model", out);
    SavedModel saved = ModelFile.read(cli.path("out/model.json"));
    assertEquals(out, ModelFile.json(saved).text());
    Enforcement enforcement = saved.enforcement().orElseThrow();
    assertEquals(List.of("so(2) on (x,y)", "reflection(-x,-y)"), enforcement.symmetries());
    assertEquals(List.of("x: x^3 <= 0"), enforcement.others());
    assertEquals(4, enforcement.freeCoefficients());
    assertTrue(out.contains("\"knowledge\": {\n    \"statements\": [\"x: x^3 <= 0\"]"), out);
  }

  @Test
  void withoutSymmetriesOrKnowledgeNothingIsSaidOfThem() {
    cli.run("datasets", "export", "hopf", "--samples", "300", "-o", "@h.csv").succeeds();
    String plain = cli.run("fit", "@h.csv", "--json").succeeds().out();
    assertFalse(plain.contains("\"symmetry\"") || plain.contains("\"knowledge\""), plain);
    String known = cli.run("fit", "@h.csv", "--constrain", "x: 1 = 0", "--json").succeeds().out();
    assertFalse(known.contains("\"symmetry\""), known);
    SavedModel saved = ModelFile.parse("known", known);
    assertEquals(List.of(), saved.enforcement().orElseThrow().symmetries());
    assertEquals(known, ModelFile.json(saved).text());
  }
}
