package io.github.sindy4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake gets one clear line with its cure: exit code 1 for data, 2 for the command. */
class SymmetryBadInputTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void open() {
    StringBuilder spiral = new StringBuilder("t,x,y\n");
    for (int k = 0; k < 60; k++) {
      double t = 0.1 * k;
      spiral.append(
          "%s,%s,%s%n".formatted(t, Math.exp(-t) * Math.cos(t), Math.exp(-t) * Math.sin(t)));
    }
    cli =
        new Cli(folder)
            .file("d.csv", spiral.toString())
            .file("hopf.json", Models.HOPF)
            .file("lorenz.json", Models.LORENZ)
            .file("driven.json", Models.DRIVEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--enforce | so(3) | so(3) acts on 3 columns, but there are 2 states. On all states acts so(2)",
        "--enforce | so(2) on (x,q) | column 13: there is no column 'q'. Columns are x, y",
        "--enforce | sso(2) | Did you mean so",
        "--enforce | so(2) on (x,y | ')' is missing before the end",
        "--enforce | scaling(x:0) | all weights are 0",
        "--enforce | scaling(x:1e999) | the number is too large",
        "--enforce | t(2) and gl(2) | leaves no model of these terms but the one that is zero",
        "--constrain | x: x^9 = 1 | 'x^9' is no term of the library. Near it are",
        "--constrain | x: q = 1 | 'x: q = 1', column 4: 'q' is neither a variable nor a function",
        "--constrain | w: x = 1 | there is no equation for 'w'. There is one for each of [x, y]",
        "--constrain | x: y | there is no '=', '<=' or '>='",
        "--constrain | x: y < 1 | Write '<='",
        "--known | x = y | 'x' is no rate. Write the state and a prime, like x' = v",
        "--known | x' = sin(y) | 'sin(y)' is no term of the library",
        "--conserve | x + q | 'q' is neither a variable nor a function",
      })
  void whatIsSaidOfTheEquationsIsRead(String option, String value, String part) {
    cli.run("fit", "@d.csv", "--library", "polynomial:3", option, value).fails(2, part);
    cli.run("discover", "@d.csv", "--library", "polynomial:3", option, value).fails(2, part);
  }

  @Test
  void symmetriesThatLeaveNothingAreNamed() {
    cli.run(
            "fit",
            "@d.csv",
            "--library",
            "polynomial:1",
            "--enforce",
            "reflection(-x,-y)",
            "--enforce",
            "t(2)",
            "--enforce",
            "reflection(-x,y)")
        .fails(2, "only the zero model satisfies 'reflection(-x,-y)' and 't(2)'", "Drop one");
  }

  @Test
  void librariesThatAreNotClosedAreCompleted() {
    cli.run("fit", "@d.csv", "--library", "expr(x, y, x^2)", "--enforce", "so(2)")
        .fails(2, "x^2 leads to terms that the library does not hold", "polynomial:2,constant=no");
    cli.run("fit", "@d.csv", "--library", "expr(sin(x))", "--enforce", "so(2)")
        .fails(2, "sin(x) (73 % outside)", "Add what the symmetry makes of them");
  }

  @Test
  void contradictionsNameTheirSmallestSet() {
    Cli.Result result =
        cli.run(
            "fit",
            "@d.csv",
            "--constrain",
            "y: y = 3",
            "--constrain",
            "x: x <= -1",
            "--constrain",
            "x: x >= 1");
    result.fails(2, "no coefficients satisfy all of 'x: x <= -1' and 'x: x >= 1'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | has 1 bounds. Give 2 for all variables alike, or 4, two for each",
        "1,2,3 | has 3 bounds",
        "1,-1 | 1.0 is not below -1.0. Write the lower bound first",
        "1,1 | is not below",
        "a,b | 'a' is not a number",
        "-1e999,1 | is not a number",
        "NaN,1 | is not a number",
        "x=-1:1 | has 1 bounds",
      })
  void boxes(String box, String part) {
    cli.run("discover", "@hopf.json", "--box", box).fails(2, "--box", part);
    cli.run("conserve", "@hopf.json", "--box", box).fails(2, "--box", part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rotations | 2 | --candidates 'rotations': is not known. Write affine, linear",
        "'' | 2 | is not known",
        "polynomial:x | 2 | the degree is missing",
        "polynomial:99 | 2 | Take a lower degree",
        "so(3) | 2 | so(3) acts on 3 columns",
        "missing.json | 1 | there is no such file",
        "so(2) and so(2) | 2 | the generator rotation(x,y) depends on the others",
      })
  void candidates(String candidates, int code, String part) {
    cli.run("discover", "@hopf.json", "--candidates", candidates).fails(code, part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'generators': [{'name': 'a', 'field': ['-y', 'x']}, {'name': 'b', 'field': ['-2*y', '2*x']}]}"
            + "| the generator b depends on the others: it is 2 · a. Leave it out",
        "{'generators': [{'field': ['y', '0']}, {'field': ['0', 'x']}]}"
            + "| Their closure has dimension 3; add",
        "{'generators': [{'field': ['-y']}]} | must have 2 formulas",
        "{'variables': ['x', 'q'], 'generators': [{'field': ['-q', 'x']}]} | no column 'q'",
        "{'generators': [{'field': ['-y', 'x +']}]} | generators[0].field[1]",
        "{'generators': []} | neither generators nor elements",
        "{'elements': [{'domain': [[1, 0], [2, 0]]}]} | singular",
        "{'generators': [{'matrix': [[0, 1e999], [0, 0]]}]} | s.json",
        "[1, 2] | must be an object",
        "{\"generators\": | s.json, line 1",
        "nonsense | is not JSON",
        "'' | is empty",
      })
  void symmetryFiles(String text, String part) {
    String file = cli.file("s.json", text.replace('\'', '"')).path("s.json").toString();
    cli.run("fit", "@d.csv", "--enforce", file).fails(1, "s.json", part);
    if (!part.startsWith("Their closure")) {
      cli.run("discover", "@hopf.json", "--candidates", file).fails(1, "s.json", part);
    }
  }

  /** Symmetries may be sought in any space; it need not be an algebra. */
  @Test
  void candidatesNeedNotBeClosed() {
    String open = "{\"generators\": [{\"field\": [\"y\", \"0\"]}, {\"field\": [\"0\", \"x\"]}]}";
    String file = cli.file("s.json", open).path("s.json").toString();
    cli.run("discover", "@hopf.json", "--candidates", file).succeeds().says("1 of 2 held");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discover @hopf.json --from points | 2 | a model file has no points",
        "discover @d.csv --from space | 2 | Write model, points or pairs",
        "discover @d.csv --from points --discrete | 2 | --discrete: has no effect",
        "discover @d.csv --from points --library polynomial:2 --box 0,1 | 2 | --box, --library: have",
        "discover @d.csv --from points --candidates reflection(-x) | 2 | need a model",
        "discover @d.csv --from pairs --controls y | 2 | the data have controls",
        "discover @hopf.json --enforce so(2) | 2 | --enforce: has no effect on a model file",
        "discover @hopf.json --states x | 2 | --states: has no effect on a model file",
        "conserve @hopf.json --fit-library polynomial:2 | 2 | --fit-library: has no effect",
        "discover @hopf.json --tolerance 2 | 2 | must lie in [0, 1)",
        "conserve @hopf.json --tolerance 0 | 2 | must lie between 0 and 1",
        "conserve @driven.json | 2 | the model is driven by u",
        "conserve @hopf.json --library expr(q) | 2 | 'q' is neither a variable nor a function",
        "conserve @hopf.json --library expr(log(x-9)) | 2 | finite values at 0 points",
        "discover @none.json | 1 | there is no such file",
        "conserve @none.csv | 1 | there is no such file",
        "discover | 2 | Missing required parameter",
      })
  void commandsThatMakeNoSense(String command, int code, String part) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    cli.run(words.toArray(String[]::new)).fails(code, part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | is not JSON",
        "{\"generators\": []} | \"format\" is missing",
        "{\"format\": \"sindy4j-symmetry/1\"} | is not a model file",
      })
  void brokenModelFiles(String text, String part) {
    cli.file("m.json", text);
    cli.run("discover", "@m.json").fails(1, "m.json", part);
    cli.run("conserve", "@m.json").fails(1, "m.json", part);
  }

  @Test
  void oneSampleIsNotEnough() {
    cli.file("one.csv", "t,x,y\n0,1,2\n");
    cli.run("discover", "@one.csv").fails(1, "one.csv", "samples");
    cli.run("discover", "@one.csv", "--from", "points").succeeds().says("leave 6 of 6 directions");
    cli.run("discover", "@one.csv", "--from", "pairs").fails(1, "one.csv", "samples");
    cli.run("conserve", "@one.csv").fails(1, "one.csv", "samples");
  }
}
