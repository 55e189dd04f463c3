package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.SavedEnsemble;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.linalg.Matrix;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void exportOscillator() {
    cli = new Cli(folder);
    cli.run(
            "datasets",
            "export",
            "van-der-pol",
            "--noise",
            "5",
            "--seed",
            "1",
            "--samples",
            "600",
            "-o",
            "@vdp.csv")
        .succeeds();
  }

  @Test
  void theModelFileHoldsTheEnsembleAndReadsBackBitForBit() {
    String out =
        cli.run("fit", "@vdp.csv", "--ensemble", "30", "--seed", "7", "--json", "--out", "@out")
            .succeeds()
            .out();
    Schemas.requireValid("model", out);
    assertEquals(out, cli.read("out/model.json"));
    SavedModel saved = ModelFile.read(cli.path("out/model.json"));
    assertEquals(out, ModelFile.json(saved).text());
    SavedEnsemble ensemble = saved.ensemble().orElseThrow();
    assertEquals(30, ensemble.models());
    assertEquals(7, ensemble.seed());
    assertEquals("30", saved.settings().get("ensemble"));
    Matrix w = saved.model().coefficients();
    int terms = 0;
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          terms++;
          assertTrue(ensemble.inclusion().get(i, j) >= 0.95, i + ", " + j);
          assertTrue(ensemble.lower().get(i, j) <= ensemble.median().get(i, j));
          assertTrue(ensemble.median().get(i, j) <= ensemble.upper().get(i, j));
        }
      }
    }
    assertEquals(4, terms);
    String page = cli.read("out/report.html");
    assertTrue(page.contains("How often each term is found"));
    assertTrue(page.contains("Forecasts by 30 models"));
  }

  @Test
  void theSeedDecidesTheDrawsAndNothingElse() {
    String one = json("3");
    assertEquals(one, json("3"));
    SavedModel other = ModelFile.parse("other", json("4"));
    SavedModel first = ModelFile.parse("first", one);
    assertEquals(first.model().coefficients(), other.model().coefficients());
    assertNotEquals(first.ensemble().orElseThrow().lower(), other.ensemble().orElseThrow().lower());
  }

  private String json(String seed) {
    return cli.run("fit", "@vdp.csv", "--ensemble", "10", "--seed", seed, "--json")
        .succeeds()
        .out();
  }

  @Test
  void aFitWithoutEnsembleSaysNothingOfOne() {
    String out = cli.run("fit", "@vdp.csv", "--json", "--out", "@plain").succeeds().out();
    assertFalse(out.contains("\"ensemble\""));
    assertTrue(ModelFile.parse("plain", out).ensemble().isEmpty());
    assertFalse(cli.read("plain/report.html").contains("How often each term is found"));
  }

  @Test
  void oneLineTellsThePersonHowCertainTheTermsAre() {
    String out = cli.run("fit", "@vdp.csv", "--ensemble", "20").succeeds().out();
    assertTrue(out.contains("ensemble     20 models, the terms in at least "), out);
  }

  @Test
  void mistakesAreAnsweredAtTheDoor() {
    assertTrue(
        cli.run("fit", "@vdp.csv", "--ensemble", "-1").fails(2).err().contains("is negative"));
    assertTrue(
        cli.run("fit", "@vdp.csv", "--ensemble", "5", "--pick", "3", "--optimizer", "stlsq")
            .fails(2)
            .err()
            .contains("chooses its own number of terms"));
  }

  @Test
  void anEnsembleOfAnotherShapeIsNamed() {
    String out = json("3").replaceFirst("\"inclusion\": \\[", "\"inclusion\": [[0], ");
    cli.file("broken.json", out);
    String err = cli.run("score", "@broken.json", "@vdp.csv").fails(1).err();
    assertTrue(err.contains("inclusion"), err);
  }
}
