package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.SavedPromotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void exportHopf() {
    cli = new Cli(folder);
    cli.run(
            "datasets",
            "export",
            "hopf",
            "--noise",
            "2",
            "--seed",
            "1",
            "--samples",
            "400",
            "-o",
            "@hopf.csv")
        .succeeds();
  }

  @Test
  void theModelFileTellsWhatWasPromotedAndReadsBackBitForBit() {
    String out =
        cli.run(
                "fit",
                "@hopf.csv",
                "--library",
                "polynomial:3",
                "--promote",
                "so(2) and reflection(-x,y)",
                "--json",
                "--out",
                "@out")
            .succeeds()
            .out();
    Schemas.requireValid("model", out);
    assertEquals(out, cli.read("out/model.json"));
    SavedModel saved = ModelFile.read(cli.path("out/model.json"));
    assertEquals(out, ModelFile.json(saved).text());
    SavedPromotion promotion = saved.promotion().orElseThrow();
    assertEquals("rotation(x,y)", promotion.kept().get(0).name());
    assertEquals("-y ∂/∂x + x ∂/∂y", promotion.kept().get(0).field());
    assertEquals("reflection(-x,y)", promotion.broken().get(0).name());
    assertEquals("", promotion.broken().get(0).field());
    assertTrue(promotion.broken().get(0).heldOutError() > 3 * promotion.plain());
    assertTrue(cli.read("out/report.html").contains("Symmetries that the data keep"));
  }

  @Test
  void aModelFileWithoutPromotionHasNoSuchField() {
    String out = cli.run("fit", "@hopf.csv", "--json").succeeds().out();
    assertFalse(out.contains("\"promotion\""));
    assertTrue(ModelFile.parse("plain", out).promotion().isEmpty());
  }

  @Test
  void theWeightCanBeGiven() {
    String out =
        cli.run("fit", "@hopf.csv", "--promote", "so(2)", "--promote-weight", "0.5")
            .succeeds()
            .out();
    assertTrue(out.contains("at 0.50 of the largest weight (given)"), out);
  }

  @Test
  void candidatesComeFromAFileToo() {
    cli.file(
        "turns.json",
        "{\"variables\": [\"x\", \"y\"], \"generators\": [{\"field\": [\"-y\", \"x\"]}]}");
    String out =
        cli.run("fit", "@hopf.csv", "--promote", cli.path("turns.json").toString())
            .succeeds()
            .out();
    assertTrue(out.contains("1 kept"), out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "affin | is not known. Write affine, linear, polynomial:2",
        "so(3) | so(3) acts on 3 columns, but there are 2 states",
        "so(2) on (x,q) | there is no column 'q'",
        "polynomial | the degree is missing",
        "affine and so(2) | rotation(x,y) depends on the others",
      })
  void candidatesThatAreNoneAreAnsweredAtTheDoor(String candidates, String part) {
    String err = cli.run("fit", "@hopf.csv", "--promote", candidates).fails(2).err();
    assertTrue(err.contains(part), err);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    cli.run("fit", "@hopf.csv", "--promote", "missing.json").fails(1, "there is no such file");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1.5", "NaN"})
  void aWeightOutOfRangeIsAnsweredAtTheDoor(String weight) {
    String err =
        cli.run("fit", "@hopf.csv", "--promote", "affine", "--promote-weight", weight)
            .fails(2)
            .err();
    assertTrue(err.contains("must lie in (0, 1]"), err);
  }

  @Test
  void aWeightWithoutCandidatesHasNoMeaning() {
    String err = cli.run("fit", "@hopf.csv", "--promote-weight", "0.5").fails(2).err();
    assertTrue(err.contains("nothing is promoted"), err);
  }

  @Test
  void noStateCanBeMovedByAControl() {
    StringBuilder rows = new StringBuilder("t,x,y,u\n");
    for (int k = 0; k < 60; k++) {
      double t = 0.1 * k;
      rows.append("%s,%s,%s,%s%n".formatted(t, Math.cos(t), Math.sin(t), Math.sin(3 * t)));
    }
    cli.file("driven.csv", rows.toString());
    String err =
        cli.run(
                "fit",
                "@driven.csv",
                "--controls",
                "u",
                "--library",
                "polynomial:1",
                "--promote",
                "field(x: u)")
            .fails(2)
            .err();
    assertTrue(err.contains("control"), err);
  }

  @Test
  void theExampleOfAPromotedModelKeepsToTheSchema() throws IOException {
    Path example = Path.of("..", "docs", "examples", "promoted.json");
    Schemas.requireValid("model", Files.readString(example));
    assertTrue(ModelFile.read(example).promotion().isPresent());
  }
}
