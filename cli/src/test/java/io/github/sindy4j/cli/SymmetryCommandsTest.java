package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: systems whose symmetries and conserved quantities are known exactly. */
class SymmetryCommandsTest {
  private static final String RUNGE_LENZ =
      "polynomial:3 + expr(1/sqrt(x^2+y^2), x/sqrt(x^2+y^2), y/sqrt(x^2+y^2))";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void open() {
    cli =
        new Cli(folder)
            .file("hopf.json", Models.HOPF)
            .file("lorenz.json", Models.LORENZ)
            .file("kepler.json", Models.KEPLER)
            .file("euler.json", Models.EULER)
            .file("oscillator.json", Models.OSCILLATOR)
            .file("driven.json", Models.DRIVEN);
  }

  private void export(String system) {
    cli.run("datasets", "export", system, "-o", "@" + system + ".csv").succeeds();
  }

  private static double number(String json, String field) {
    Matcher found = Pattern.compile("\"" + field + "\": ([-0-9.Ee]+)").matcher(json);
    assertTrue(found.find(), () -> field + " in " + json);
    return Double.parseDouble(found.group(1));
  }

  private static List<String> texts(String json, String field) {
    List<String> texts = new ArrayList<>();
    Matcher found = Pattern.compile("\"" + field + "\": \"([^\"]*)\"").matcher(json);
    while (found.find()) {
      texts.add(found.group(1));
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"discover --help", "conserve --help"})
  void everyHelpHasExamples(String command) {
    cli.run(command.split(" ", -1)).succeeds().says("Usage: sindy4j", "Examples:", "  sindy4j ");
  }

  @Test
  void theRotationOfHopfsNormalFormIsHeldInItsModelAndInItsData() {
    String model = cli.run("discover", "@hopf.json", "--json").succeeds().out();
    assertEquals(1, number(model, "dimension"));
    assertTrue(model.contains("\"field\": [\"-y\", \"x\"]"), model);
    assertTrue(model.contains("\"matrix\": [\n        [0.0, -1.0],"), model);
    assertTrue(model.contains("\"abelian\": true"), model);
    assertEquals("rotation(x,y)", texts(model, "name").get(0));
    assertEquals(1, texts(model, "name").indexOf("R"), "the algebra");
    export("hopf");
    cli.run("discover", "@hopf.csv")
        .succeeds()
        .says(
            "rotation(x,y)  -y ∂/∂x + x ∂/∂y",
            "HELD",
            "affine: 1 of 6 held at tolerance 0.05\n",
            "R: abelian, dimension 1");
  }

  @Test
  void lorenzHasOnlyItsReflection() {
    cli.run("discover", "@lorenz.json", "--discrete")
        .succeeds()
        .says(
            "no continuous symmetry among the candidates",
            "affine: 0 of 12 held",
            "reflection(-x,-y,z)       0  HELD",
            "signed permutations: order 2");
    export("lorenz63");
    String data = cli.run("discover", "@lorenz63.csv", "--discrete", "--json").succeeds().out();
    assertEquals(0, number(data, "dimension"));
    assertEquals(2, number(data, "order"));
    assertEquals(0, number(data, "reversals"));
    assertTrue(data.contains("\"algebra\": null"), data);
    assertTrue(data.contains("\"trivial\": []"), data);
  }

  /** In [−1, 1]³ Lorenz's products are small beside 28 x: it is nearly linear there. */
  @Test
  void coefficientsOfAFileAreExactUnlessItHasIntervals() {
    cli.run("discover", "@lorenz.json", "--tolerance", "0.05").succeeds().says("2 of 12 held");
    cli.run("datasets", "export", "rigid-body", "--noise", "0.5", "-o", "@top.csv").succeeds();
    cli.run("fit", "@top.csv", "--out", "@top").succeeds();
    cli.run("conserve", "@top/model.json").succeeds().says("2 linearly", "tolerance 0.01");
    cli.run("discover", "@top/model.json").succeeds().says("0 of 12 held at tolerance 0.05");
  }

  @Test
  void keplersProblemTurnsAndRescales() {
    String[] command = {"discover", "@kepler.json", "--candidates", "gl(4)", "--json"};
    assertEquals(1, number(cli.run(command).succeeds().out(), "dimension"));
    cli.run("discover", "@kepler.json", "--candidates", "gl(4)", "--rescaling")
        .succeeds()
        .says("gl(4): 2 of 16", "[v,F] = -3 F", "rotation(x,y),(vx,vy)");
  }

  @Test
  void keplersProblemKeepsFourQuantitiesThreeOfThemIndependent() {
    String out =
        cli.run("conserve", "@kepler.json", "--library", RUNGE_LENZ, "--json").succeeds().out();
    assertEquals(4, number(out, "count"));
    assertEquals(3, number(out, "functionallyIndependent"));
    List<String> found = texts(out, "expression");
    assertTrue(found.contains("x vy - y vx"), found.toString());
    assertTrue(found.contains("vx^2 + vy^2 - 2/sqrt(x^2 + y^2)"), found.toString());
  }

  @Test
  void aFreeTopKeepsTwoAnOscillatorFourLorenzNone() {
    cli.run("conserve", "@euler.json")
        .succeeds()
        .says("2 linearly, 2 functionally independent", "w1^2 + w2^2", "volume preserving");
    cli.run("conserve", "@oscillator.json")
        .succeeds()
        .says("4 linearly, 3 functionally independent", "x vy - y vx", "Noether");
    cli.run("conserve", "@lorenz.json").succeeds().says("nothing is conserved", "0 linearly");
  }

  @Test
  void quantitiesOfAFitDriftByNumbers() {
    export("rigid-body");
    String out = cli.run("conserve", "@rigid-body.csv", "--json").succeeds().out();
    assertEquals(2, number(out, "count"));
    assertTrue(number(out, "drift") < 1e-6, out);
    assertTrue(number(out, "rolloutDrift") < 1e-6, out);
    cli.run("conserve", "@rigid-body.csv").succeeds().says("drift in data", "drift in rollout");
  }

  /** A fit of Kepler's problem by polynomials is none; x, which it keeps, moves along the data. */
  @Test
  void whatMovesAlongTheDataIsSaid() {
    export("kepler");
    cli.run("conserve", "@kepler.csv").succeeds().says("along the data x; y; ", "the data do not");
  }

  @Test
  void oneClosedOrbitDecidesNothing() {
    StringBuilder circle = new StringBuilder("t,x,y\n");
    for (int k = 0; k < 600; k++) {
      double t = 0.02 * k;
      double r = Math.sqrt(0.5);
      circle.append(t).append(',').append(r * Math.cos(t)).append(',');
      circle.append(r * Math.sin(t)).append('\n');
    }
    cli.file("circle.csv", circle.toString());
    String out = cli.run("discover", "@circle.csv", "--library", "polynomial:3", "--json").out();
    assertEquals(0, number(out, "dimension"));
    assertEquals(6, number(out, "undecidable"));
    assertTrue(texts(out, "verdict").stream().allMatch("UNDECIDABLE"::equals), out);
    cli.run("discover", "@circle.csv", "--library", "polynomial:3")
        .succeeds()
        .says("the data leave 6 of 6 directions undecided");
  }

  @Test
  void theSphereTurnsWhateverTheOrderOfItsPoints() {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder points = new StringBuilder("t,x,y,z\n");
    for (int k = 0; k < 3000; k++) {
      double[] p = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double r = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
      points.append("%d,%s,%s,%s%n".formatted(k, p[0] / r, p[1] / r, p[2] / r));
    }
    cli.file("sphere.csv", points.toString());
    Cli.Result found = cli.run("discover", "@sphere.csv", "--from", "points").succeeds();
    found.says("affine: 3 of 12 held", "so(3) = su(2): semisimple, dimension 3", "dimension 2");
    assertTrue(!found.out().contains("x' ="), "no model was looked at");
    cli.run("discover", "@sphere.csv", "--from", "points", "--out", "@sphere")
        .succeeds()
        .says("report.html");
  }

  @Test
  void statesAndRatesOfManyOrbitsShowTheRotation() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder rows = new StringBuilder("t,x,y,dx,dy\n");
    for (int k = 0; k < 2000; k++) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double r = x * x + y * y;
      rows.append("%d,%s,%s,".formatted(k, x, y));
      rows.append("%s,%s%n".formatted(x / 2 - y - r * x, x + y / 2 - r * y));
    }
    cli.file("pairs.csv", rows.toString())
        .run("discover", "@pairs.csv", "--from", "pairs", "--rates", "dx,dy")
        .succeeds()
        .says("rotation(x,y)", "affine: 1 of 6 held");
  }

  @Test
  void discreteCandidatesAreJudgedAndGiveBackTheirNames() {
    cli.run("discover", "@lorenz.json", "--candidates", "reflection(-x,-y,z) and cyclic(x,y,z)")
        .succeeds()
        .says("reflection(-x,-y,z)       0  HELD", "cyclic(x,y,z)", "BROKEN");
    cli.file(
            "mine.json",
            "{\"variables\": [\"x\", \"y\"], \"generators\": [{\"name\": \"turn\", \"field\":"
                + " [\"-y\", \"x\"]}], \"elements\": [{\"name\": \"mirror\", \"domain\": [[-1, 0],"
                + " [0, 1]]}]}")
        .run("discover", "@hopf.json", "--candidates", cli.path("mine.json").toString())
        .succeeds()
        .says("rotation(x,y)", "mirror", "BROKEN", "1 of 1 held");
    String quarter = "permutation(x->y, y->-x)";
    cli.run("discover", "@hopf.json", "--discrete").succeeds().says(quarter, "order 4");
    export("hopf");
    cli.run("fit", "@hopf.csv", "--enforce", quarter).succeeds().says(quarter + ": 6 of 20");
  }

  @Test
  void controlsStayWhereTheyAre() {
    cli.run("discover", "@driven.json", "--discrete")
        .succeeds()
        .says("affine: 0 of 6 held", "reversal(-x,y)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2,2", "-2,2,-2,2", "-2, 2, -2, 2"})
  void theBoxIsThatOfTheUser(String box) {
    cli.run("discover", "@hopf.json", "--box", box)
        .succeeds()
        .says("region      -2 to 2 in every variable", "1 of 6");
  }

  @Test
  void aFitUnderRotationsHasFourFreeCoefficients() {
    export("hopf");
    String out =
        cli.run("fit", "@hopf.csv", "--enforce", "so(2) on (x,y)", "--json").succeeds().out();
    assertTrue(out.contains("\"enforced\": [\"so(2) on (x,y)\"]"), out);
    assertEquals(20, number(out, "unknowns"));
    assertEquals(4, number(out, "freeCoefficients"));
    assertTrue(number(out, "residual") <= 1e-10, out);
    cli.run("fit", "@hopf.csv", "--enforce", "so(2) on (x,y)")
        .succeeds()
        .says("so(2) on (x,y): 4 of 20 coefficients free, residual 0\n");
  }

  @Test
  void statementsEquationsAndTotalsHold() throws IOException {
    export("lorenz63");
    cli.run("fit", "@lorenz63.csv", "--constrain", "x: x + x: y = 0", "--constrain", "z: z <= 0")
        .succeeds()
        .says("x' = -10.00 x + 10.00 y", "enforced", "x: x + x: y = 0; z: z <= 0: 59 of 60");
    export("isotropic-oscillator");
    String known =
        cli.run(
                "fit",
                "@isotropic-oscillator.csv",
                "--library",
                "polynomial:1",
                "--known",
                "x' = vx",
                "--json")
            .succeeds()
            .out();
    assertTrue(known.contains("\"statements\": [\"x' = vx\"]"), known);
    assertEquals(15, number(known, "freeCoefficients"));
    Files.writeString(cli.path("chain.csv"), chain());
    cli.run("fit", "@chain.csv", "--library", "polynomial:1", "--conserve", "A + B + C")
        .succeeds()
        .says("A' = -1.000 A\n", "A + B + C is conserved: 8 of 12 coefficients free");
  }

  /** A → B → C with rates 1 and 1/2: A + B + C stays 1. */
  private static String chain() {
    StringBuilder rows = new StringBuilder("t,A,B,C\n");
    for (int k = 0; k < 200; k++) {
      double t = 0.05 * k;
      double a = Math.exp(-t);
      double b = 2 * (Math.exp(-t / 2) - Math.exp(-t));
      rows.append("%s,%s,%s,%s%n".formatted(t, a, b, 1 - a - b));
    }
    return rows.toString();
  }

  @Test
  void filesOfASearchAreCompleteAndKept() throws IOException {
    cli.run("discover", "@hopf.json", "--discrete", "--out", "@d").succeeds().says("Written to");
    cli.run("conserve", "@euler.json", "--out", "@c").succeeds().says("Written to");
    for (String name : List.of("report.html", "figure.svg", "figure.png")) {
      assertTrue(Files.size(cli.path("d/" + name)) > 100, name);
      assertTrue(Files.size(cli.path("c/" + name)) > 100, name);
    }
    Schemas.requireValid("discovery", cli.read("d/discovery.json"));
    Schemas.requireValid("conservation", cli.read("c/conservation.json"));
    assertTrue(cli.read("d/report.html").contains("sindy4j discover @hopf.json --discrete"));
    cli.run("discover", "@hopf.json", "--out", "@d").fails(2, "exists already", "--force");
    cli.run("conserve", "@euler.json", "--out", "@c").fails(2, "exists already", "--force");
    cli.run("conserve", "@euler.json", "--out", "@c", "--force").succeeds();
  }
}
