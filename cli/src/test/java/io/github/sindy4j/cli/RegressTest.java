package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.FunctionFile;
import io.github.sindy4j.io.SavedFunction;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code regress}: what it prints and writes, and how it answers mistakes. */
class RegressTest {
  @TempDir java.nio.file.Path folder;
  private Cli cli;

  @BeforeEach
  void writeData() {
    cli = new Cli(folder).file("noisy.csv", noisy(120)).file("exact.csv", exact(10));
  }

  /** f = 1 + 2 a b − 3 c and g = a² with 1 % noise. */
  private static String noisy(int rows) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("a,b [s],c,f [m],g\n");
    for (int t = 0; t < rows; t++) {
      double a = random.nextDouble(-1, 1);
      double b = random.nextDouble(-1, 1);
      double c = random.nextDouble(-1, 1);
      double f = 1 + 2 * a * b - 3 * c + 0.02 * random.nextGaussian();
      double g = a * a + 0.005 * random.nextGaussian();
      text.append("%s,%s,%s,%s,%s%n".formatted(a, b, c, f, g));
    }
    return text.toString();
  }

  /** y = 1 + s − s²/2 with s = a + 2 b − c: seven parameters in five inputs. */
  private static String exact(int rows) {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder text = new StringBuilder("a,b,c,d,e,y\n");
    for (int t = 0; t < rows; t++) {
      double[] x = new double[5];
      for (int j = 0; j < 5; j++) {
        x[j] = random.nextDouble(-1, 1);
        text.append(x[j]).append(',');
      }
      double s = x[0] + 2 * x[1] - x[2];
      text.append(1 + s - s * s / 2).append('\n');
    }
    return text.toString();
  }

  private Cli.Result regress(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "regress";
    System.arraycopy(more, 0, args, 1, more.length);
    return cli.run(args);
  }

  @Test
  void aFunctionIsPrintedWithItsIntervals() {
    regress("@noisy.csv", "--inputs", "a,b,c", "--outputs", "f,g", "--library", "polynomial:2")
        .succeeds()
        .says(
            "noisy.csv: 120 samples, 3 inputs, 2 outputs", "± (95 %)", "optimizer  stlsq: 4 of 20")
        .says("  f = ", "  g = ", "held-out   R² 0.999");
    assertEquals(
        2, regress("@noisy.csv", "--outputs", "f,g", "--quiet").succeeds().out().lines().count());
  }

  @Test
  void theModelFileIsThePrintedObjectAndReadsBackBitForBit() {
    String out =
        regress(
                "@noisy.csv",
                "--outputs",
                "f,g",
                "--library",
                "polynomial:2",
                "--validate",
                "@noisy.csv",
                "--enforce",
                "reflection(-a,-b,c)",
                "--constrain",
                "f: c = -3",
                "--out",
                "@out",
                "--json")
            .succeeds()
            .out();
    Schemas.requireValid("function", out);
    assertEquals(out, cli.read("out/model.json"));
    SavedFunction saved = FunctionFile.read(cli.path("out/model.json"));
    assertEquals(out, FunctionFile.json(saved).text());
    assertTrue(saved.scores().validation().isPresent());
    assertEquals("m", saved.model().schema().outputs().get(0).unit());
    for (String name : new String[] {"report.html", "figure.svg", "prediction.csv"}) {
      assertFalse(cli.read("out/" + name).isEmpty());
    }
    assertTrue(cli.read("out/prediction.csv").startsWith("a,b [s],c,f_data [m],f_function [m],"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nuclear", "minimum-rank"})
  void aRecoveryReadsBackBitForBitToo(String method) {
    String[] options = {
      "@exact.csv",
      "--outputs",
      "y",
      "--library",
      "polynomial:2",
      "--promote",
      "t(5)",
      "--method",
      method,
      "--points",
      "random",
      "--json"
    };
    String out = regress(options).succeeds().out();
    Schemas.requireValid("function", out);
    assertEquals(out, FunctionFile.json(FunctionFile.parse("out", out)).text());
    assertEquals(out, regress(options).out());
  }

  @Test
  void aPromotionOfNoisyValuesReadsBackBitForBitToo() {
    String out =
        regress(
                "@noisy.csv",
                "--outputs",
                "f,g",
                "--library",
                "polynomial:2",
                "--promote",
                "t(3)",
                "--json")
            .succeeds()
            .out();
    Schemas.requireValid("function", out);
    assertEquals(out, FunctionFile.json(FunctionFile.parse("out", out)).text());
    assertTrue(out.contains("\"promotion\""), out);
  }

  @Test
  void theLeastRankIsFoundFromTenValuesOfTwentyOneUnknowns() {
    regress(
            "@exact.csv",
            "--outputs",
            "y",
            "--library",
            "polynomial:2",
            "--promote",
            "t(5)",
            "--method",
            "minimum-rank",
            "--points",
            "random")
        .succeeds()
        .says("promoted  t(5): 4 of 5 generators kept", "fit of rank 1, certified")
        .says("at most 7 free parameters", "fits all 10 points", "values missed by <1e-10")
        .says("y  a b            -2", "shift(d)");
  }

  @Test
  void discoverTakesAFunction() {
    regress(
            "@exact.csv",
            "--outputs",
            "y",
            "--library",
            "polynomial:2",
            "--promote",
            "t(5)",
            "--method",
            "minimum-rank",
            "--points",
            "random",
            "--out",
            "@out")
        .succeeds();
    cli.run("discover", "@out/model.json", "--candidates", "se(5)")
        .succeeds()
        .says("10 of 15 held at tolerance 1e-06", "y = 1.000 + 1.000 a");
    Schemas.requireValid(
        "discovery", cli.run("discover", "@out/model.json", "--json").succeeds().out());
    cli.run("discover", "@out/model.json", "--out", "@found").succeeds();
    assertTrue(cli.read("found/report.html").contains("Symmetries of y = F(x)"));
    cli.run("discover", "@out/model.json", "--discrete")
        .fails(2, "--discrete: has no effect on a function", "no time");
    cli.run("discover", "@out/model.json", "--candidates", "reflection(-a,b,c,d,e)")
        .fails(2, "discrete transformations");
    for (String command : new String[] {"conserve", "simulate"}) {
      String[] args =
          command.equals("simulate")
              ? new String[] {
                command, "@out/model.json", "--initial", "1", "--until", "1", "--step", "1"
              }
              : new String[] {command, "@out/model.json"};
      cli.run(args).fails(1, "it holds a function y = F(x), which has no time");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,y\\n1,2\\n2,oops\\n | line 3, column 'y' | 'oops' is not a number | delete the row",
        "a,y\\n1,2\\n,3\\n | line 3, column 'a' | the value is missing | delete the row",
        "a,y\\n1,2\\n2,inf\\n | line 3, column 'y' | the value is infinite | delete the row",
        "a,y\\n1,2\\n2,3,4\\n | line 3 | has 3 cells where the first row has 2 | one cell",
        "a,a,y\\n1,2,3\\n | column 'a' | occurs twice | its own name",
        "a,z\\n1,2\\n | bad.csv | there is no column 'y', asked for as output | The columns are a, z",
        "y\\n1\\n | bad.csv | no column of numbers is left for the inputs | beside the outputs",
        "a,y\\n | bad.csv | no row has a sample | at least one row",
        "a,y\\n1,2\\n2,3\\n3,1\\n | bad.csv | 3 usable rows cannot determine the 10 candidate terms | Give more data",
      })
  void mistakesInTheDataAreNamedWithPlaceAndCure(
      String text, String place, String what, String cure) {
    cli.file("bad.csv", text.replace("\\n", "\n"));
    regress("@bad.csv", "--outputs", "y", "--library", "polynomial:9").fails(1, place, what, cure);
  }

  @Test
  void mistakesInTheCommandAreNamedWithTheirCure() {
    regress("@noisy.csv").fails(2, "--outputs");
    regress("@nothing.csv", "--outputs", "y").fails(1, "there is no such file");
    regress("@noisy.csv", "--outputs", "f", "--inputs", "a,f").fails(2, "as output and as input");
    regress("@noisy.csv", "--outputs", "f,,g").fails(2, "has an empty name");
    regress("@noisy.csv", "--outputs", "f", "--method", "nuclear")
        .fails(2, "--method: has no effect on a fit that promotes nothing", "Add --promote");
    regress("@exact.csv", "--outputs", "y", "--promote", "t(5)")
        .fails(2, "the library is not named", "--library polynomial:2");
    regress(
            "@exact.csv",
            "--outputs",
            "y",
            "--library",
            "polynomial:2",
            "--promote",
            "t(5)",
            "--method",
            "best")
        .fails(2, "--method best", "Write nuclear or minimum-rank");
    regress(
            "@exact.csv",
            "--outputs",
            "y",
            "--library",
            "polynomial:2",
            "--promote",
            "t(5)",
            "--method",
            "nuclear",
            "--pick",
            "3")
        .fails(2, "--pick: has no effect on values that are met exactly");
    regress(
            "@exact.csv",
            "--outputs",
            "y",
            "--library",
            "polynomial:2",
            "--promote",
            "t(5)",
            "--points",
            "grid")
        .fails(2, "--points grid", "random or unknown");
    regress(
            "@noisy.csv",
            "--outputs",
            "f",
            "--library",
            "polynomial:2",
            "--promote",
            "t(3) on (a,b,c)",
            "--method",
            "nuclear")
        .fails(1, "no coefficients of the library meet the values", "leave --method out");
    regress("@noisy.csv", "--outputs", "f", "--enforce", "reversal(-a,b,c)")
        .fails(2, "it says how rates transform");
  }

  @Test
  void oddDataAreToldNotRefused() {
    cli.file("odd.csv", "a,b,y,note\n1,5,2,x\n2,5,3,y\n,,,z\n1,5,4,w\n3,5,4,v\n");
    regress("@odd.csv", "--outputs", "y", "--library", "polynomial:1")
        .succeeds()
        .says("4 samples at 3 different points")
        .says(
            "the column 'b' is 5.0 in every row",
            "1 row without values left out, the first in line 4")
        .says("line 5 has the inputs of line 2 and other outputs")
        .says("columns without numbers were left out: 'note'");
  }
}
