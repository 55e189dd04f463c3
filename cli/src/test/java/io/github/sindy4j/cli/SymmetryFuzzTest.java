package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valid texts with a few letters changed either work or are refused in one line; none is a bug. */
class SymmetryFuzzTest {
  private static final int MUTATIONS = 12;
  private static final String LETTERS = "xyzw019.,:;|()<>=-+*/^'`{}[]\" aenosv~é∂";

  private static final List<String> ACTIONS =
      List.of(
          "so(2) on (x,y)",
          "se(2) and reflection(-x,y)",
          "so(1,1) on (x,y)",
          "scaling(x:1, y:-2/3)",
          "phase(x,y:2)",
          "field(x: -y^2, y: x/(1+x^2))",
          "swap(x | y)",
          "cyclic(x,y)",
          "permutation(x->y, y->-x)",
          "reversal(x->y, y->x)",
          "sp(2)",
          "aff(2) on (`x`,y)");

  private static final List<String> CANDIDATES = List.of("affine", "linear", "polynomial:2");

  private static final List<String> STATEMENTS =
      List.of("x: y = -2", "x: x + 2 x: y^2 - y: x = 0", "y: x y <= 1e-3", "1.5 y: 1 >= -y: y");

  private static final List<String> EQUATIONS = List.of("x' = y - x^3", "y' = 2 x y + 1");

  private static final List<String> QUANTITIES = List.of("x + y", "x^2 + y^2/2");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void open() {
    StringBuilder rows = new StringBuilder("t,x,y\n");
    for (int k = 0; k < 40; k++) {
      double t = 0.1 * k;
      rows.append(
          "%s,%s,%s%n".formatted(t, Math.exp(-t) * Math.cos(t), Math.exp(-t) * Math.sin(t)));
    }
    cli = new Cli(folder).file("d.csv", rows.toString()).file("hopf.json", Models.HOPF);
  }

  private static String mutated(String text, SplittableRandom random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int k = 0; k <= random.nextInt(3); k++) {
      int at = random.nextInt(mutated.length() + 1);
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      int kind = random.nextInt(4);
      if (kind == 0 || at == mutated.length()) {
        mutated.insert(at, letter);
      } else if (kind == 1) {
        mutated.deleteCharAt(at);
      } else if (kind == 2) {
        mutated.setCharAt(at, letter);
      } else {
        mutated.append(mutated.substring(at));
      }
    }
    return mutated.toString();
  }

  private void survives(List<String> texts, long seed, String... command) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String text : texts) {
      for (int k = 0; k < MUTATIONS; k++) {
        String broken = mutated(text, random);
        String[] words = java.util.Arrays.copyOf(command, command.length + 1);
        words[command.length] = broken;
        Cli.Result result = cli.run(words);
        String said = "'" + broken + "': " + result.code() + ", " + result.err();
        assertTrue(Set.of(0, 1, 2).contains(result.code()), said);
        assertTrue(result.code() == 0 || result.err().startsWith("sindy4j: "), said);
        assertTrue(result.err().lines().count() <= 2, said);
      }
    }
  }

  @Test
  void actions() {
    survives(ACTIONS, 1, "fit", "@d.csv", "--library", "polynomial:2", "--quiet", "--enforce");
    survives(ACTIONS, 2, "discover", "@hopf.json", "--candidates");
    survives(CANDIDATES, 3, "discover", "@hopf.json", "--candidates");
  }

  @Test
  void statements() {
    String[] fit = {"fit", "@d.csv", "--library", "polynomial:2", "--quiet", "--constrain"};
    survives(STATEMENTS, 4, fit);
    fit[fit.length - 1] = "--known";
    survives(EQUATIONS, 5, fit);
    fit[fit.length - 1] = "--conserve";
    survives(QUANTITIES, 6, fit);
  }

  @Test
  void boxesAndLibraries() {
    survives(List.of("-1,1", "-1,1,-2,2"), 7, "discover", "@hopf.json", "--box");
    survives(
        List.of("polynomial:2 + expr(1/sqrt(x^2+y^2))", "expr(x, y, x y)"),
        8,
        "conserve",
        "@hopf.json",
        "--library");
  }

  @Test
  void symmetryFiles() {
    String valid =
        "{\"variables\": [\"x\", \"y\"], \"generators\": [{\"name\": \"r\", \"field\":"
            + " [\"-y\", \"x\"]}, {\"matrix\": [[1, 0, 2], [0, 1, 0]]}],"
            + " \"elements\": [{\"domain\": [[-1, 0], [0, 1]], \"fibre\": [[-1, 0], [0, 1]]}]}";
    SplittableRandom random = new SplittableRandom(9);
    for (int k = 0; k < 150; k++) {
      String text = mutated(valid, random);
      String file = cli.file("s.json", text).path("s.json").toString();
      Cli.Result result = cli.run("discover", "@hopf.json", "--candidates", file);
      String said = text + ": " + result.code() + ", " + result.err();
      assertTrue(Set.of(0, 1, 2).contains(result.code()), said);
      assertTrue(result.err().lines().count() <= 2, said);
    }
  }
}
