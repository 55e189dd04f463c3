package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.SavedSmoothing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void exportData() {
    cli = new Cli(folder);
    cli.run("datasets", "export", "lotka-volterra", "--samples", "400", "-o", "@data.csv");
  }

  @Test
  void fitPrintsTheModelFileThatItWrites() {
    String out = cli.run("fit", "@data.csv", "--json", "--out", "@out").succeeds().out();
    Schemas.requireValid("model", out);
    assertEquals(out, cli.read("out/model.json"));
  }

  @Test
  void aModelFileReadsBackBitForBit() {
    cli.run("fit", "@data.csv", "--out", "@out", "--validate", "@data.csv").succeeds();
    SavedModel saved = ModelFile.read(cli.path("out/model.json"));
    assertEquals(cli.read("out/model.json"), ModelFile.json(saved).text());
    assertTrue(saved.scores().validation().isPresent());
  }

  @Test
  void whatTheSmootherFoundReadsBackBitForBit() {
    cli.run(
        "datasets",
        "export",
        "van-der-pol",
        "--noise",
        "5",
        "--step",
        "0.05",
        "--samples",
        "600",
        "-o",
        "@n.csv");
    String out = cli.run("fit", "@n.csv", "--library", "polynomial:2", "--json").succeeds().out();
    Schemas.requireValid("model", out);
    SavedModel saved = ModelFile.parse("noisy", out);
    assertEquals(out, ModelFile.json(saved).text());
    SavedSmoothing smoothing = saved.smoothing().orElseThrow();
    assertEquals(2, smoothing.noise().size());
    assertEquals("x^2 y", smoothing.missing().get(0).term());
    assertEquals(1, smoothing.missing().get(0).equation());
  }

  @Test
  void theExampleOfASmoothedModelKeepsToTheSchema() throws IOException {
    Path example = Path.of("..", "docs", "examples", "smoothed.json");
    Schemas.requireValid("model", Files.readString(example));
    assertTrue(ModelFile.read(example).smoothing().isPresent());
  }

  @Test
  void scoresOfConstantStatesAreNull() {
    cli.file("flat.csv", "t,x,y\n" + rows(60, 5.0));
    String out = cli.run("fit", "@flat.csv", "--json").succeeds().out();
    Schemas.requireValid("model", out);
    assertTrue(out.contains("null"));
    assertFalse(out.contains("NaN"));
    ModelFile.parse("flat", out);
  }

  @Test
  void simulateScoreCheckAndVersionKeepToTheirSchemas() {
    cli.run("fit", "@data.csv", "--out", "@out").succeeds();
    Schemas.requireValid(
        "score", cli.run("score", "@out/model.json", "@data.csv", "--json").succeeds().out());
    Schemas.requireValid(
        "simulation",
        cli.run(
                "simulate",
                "@out/model.json",
                "--initial",
                "1,1",
                "--until",
                "1",
                "--step",
                "0.1",
                "--json")
            .succeeds()
            .out());
    Schemas.requireValid("check", cli.run("check", "@data.csv", "--json").succeeds().out());
    Schemas.requireValid("version", cli.run("version", "--json").succeeds().out());
  }

  @Test
  void checkOfOneRowKeepsToItsSchema() {
    cli.file("one.csv", "t,x\n0,1\n");
    Schemas.requireValid("check", cli.run("check", "@one.csv", "--json").succeeds().out());
  }

  @Test
  void theSchemaKnowsAModelTypedByHandAndRefusesWhatIsNone() {
    String byHand =
        "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"], \"terms\": [{\"name\": \"x\"}],"
            + " \"coefficients\": [[-1]]}";
    Schemas.requireValid("model", byHand);
    assertFalse(Schemas.isValid("model", byHand.replace("[[-1]]", "[[null]]")));
    assertFalse(Schemas.isValid("model", byHand.replace("model/1", "model/2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "function",
        "score",
        "simulation",
        "check",
        "version",
        "discovery",
        "conservation",
        "symmetry"
      })
  void theExamplesInTheDocumentationKeepToTheSchemas(String name) throws IOException {
    Path example = Path.of("..", "docs", "examples", name + ".json");
    Schemas.requireValid(name, Files.readString(example));
  }

  private static String rows(int count, double constant) {
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k < count; k++) {
      rows.append(0.1 * k).append(',').append(Math.exp(-0.1 * k)).append(',');
      rows.append(constant).append('\n');
    }
    return rows.toString();
  }
}
