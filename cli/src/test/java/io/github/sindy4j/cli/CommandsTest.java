package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.Csv;
import io.github.sindy4j.linalg.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final String BLOW_UP =
      "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"],"
          + " \"terms\": [{\"name\": \"x^2\"}], \"coefficients\": [[1]]}";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void exportData() {
    cli = new Cli(folder);
    cli.run(
            "datasets",
            "export",
            "lorenz63",
            "--samples",
            "1500",
            "--step",
            "0.005",
            "-o",
            "@l.csv")
        .succeeds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "check --help",
        "fit --help",
        "score --help",
        "simulate --help",
        "datasets --help",
        "datasets list --help",
        "datasets export --help",
        "version --help"
      })
  void everyHelpHasExamples(String command) {
    cli.run(command.split(" ", -1)).succeeds().says("Usage: sindy4j", "Examples:", "  sindy4j ");
  }

  @Test
  void noCommandShowsTheCommands() {
    cli.run()
        .succeeds()
        .says("check", "fit", "discover", "conserve", "score", "simulate", "datasets", "version");
  }

  @Test
  void fitFindsLorenzAndSaysWhatItChose() {
    cli.run("fit", "@l.csv")
        .succeeds()
        .says(
            "x' = -10.00 x + 10.00 y", "± (95 %)", "polynomial:3", "7 of 60", "held-out", "--out");
  }

  @Test
  void quietPrintsEquationsOnly() {
    Cli.Result result = cli.run("fit", "@l.csv", "--quiet").succeeds();
    assertEquals(3, result.out().lines().count());
    assertEquals("", result.err());
    Cli.Result json = cli.run("fit", "@l.csv", "--quiet", "--json").succeeds();
    assertTrue(json.out().startsWith("{"));
  }

  @Test
  void theModelScoresAndSimulates() {
    cli.run("fit", "@l.csv", "--out", "@out").succeeds().says("Written to", "model.json");
    cli.run("score", "@out/model.json", "@l.csv").succeeds().says("R² of rates", "stays near");
    cli.run(
            "simulate",
            "@out/model.json",
            "--initial",
            "z=3,x=1,y=2",
            "--until",
            "2",
            "--step",
            "0.1",
            "-o",
            "@run.csv")
        .succeeds();
    List<String> lines = cli.read("run.csv").lines().toList();
    assertEquals("t,x,y,z", lines.get(0));
    assertEquals("0.0,1.0,2.0,3.0", lines.get(1));
    assertEquals(22, lines.size());
    assertTrue(lines.get(4).startsWith("0.3,"), lines.get(4));
  }

  @Test
  void filesOfAFitAreCompleteAndKept() throws IOException {
    cli.run("fit", "@l.csv", "--out", "@out").succeeds();
    for (String name : List.of("report.html", "figure.svg", "figure.png", "prediction.csv")) {
      assertTrue(Files.size(cli.path("out/" + name)) > 100, name);
    }
    assertTrue(cli.read("out/report.html").contains("sindy4j fit @l.csv --out @out"));
    assertEquals(
        "trajectory,t,x_data,x_replay,x_residual,y_data,y_replay,y_residual,z_data,z_replay,z_residual",
        cli.read("out/prediction.csv").lines().findFirst().orElseThrow());
    Files.writeString(cli.path("out/report.html"), "mine");
    cli.run("fit", "@l.csv", "--out", "@out").fails(2, "exists already", "--force");
    assertEquals("mine", cli.read("out/report.html"));
    cli.run("fit", "@l.csv", "--out", "@out", "--force").succeeds();
    assertFalse(cli.read("out/report.html").equals("mine"));
    cli.run("fit", "@l.csv", "--out", "@l.csv").fails(2, "not a folder");
  }

  @Test
  void simulateRefusesToOverwrite() {
    cli.file("m.json", BLOW_UP).file("run.csv", "mine");
    String[] command = {
      "simulate", "@m.json", "--initial", "1", "--until", "0.5", "--step", "0.1", "-o", "@run.csv"
    };
    cli.run(command).fails(2, "exists already", "--force");
    String[] forced = java.util.Arrays.copyOf(command, command.length + 1);
    forced[command.length] = "--force";
    cli.run(forced).succeeds();
  }

  @Test
  void aDivergingSimulationWritesWhatItHasAndWarns() {
    cli.file("m.json", BLOW_UP);
    Cli.Result csv =
        cli.run("simulate", "@m.json", "--initial", "1", "--until", "2", "--step", "0.1")
            .succeeds();
    assertEquals(11, csv.out().lines().count());
    assertTrue(csv.err().contains("warning: the simulation stopped at t = "), csv.err());
    Cli.Result json =
        cli.run("simulate", "@m.json", "--initial", "1", "--until", "2", "--step", "0.1", "--json")
            .succeeds()
            .says("\"outcome\": \"stopped\"", "\"stopped\": {");
    Schemas.requireValid("simulation", json.out());
  }

  @Test
  void controlsDriveASimulation() {
    cli.file(
            "m.json",
            "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"], \"controls\": [\"u\"],"
                + " \"terms\": [{\"exponents\": [0, 1]}], \"coefficients\": [[1]]}")
        .file("u.csv", "t,u\n0,0\n1,1\n");
    Cli.Result run =
        cli.run(
                "simulate",
                "@m.json",
                "--initial",
                "0",
                "--until",
                "2",
                "--step",
                "1",
                "--controls",
                "@u.csv")
            .succeeds();
    List<String> lines = run.out().lines().toList();
    assertEquals(0.5, Double.parseDouble(lines.get(2).split(",", -1)[1]), 1e-9);
    assertEquals(1.5, Double.parseDouble(lines.get(3).split(",", -1)[1]), 1e-9);
    assertTrue(run.err().contains("held constant"), run.err());
  }

  @Test
  void negativeInitialStatesAreNumbersNotOptions() {
    cli.file("m.json", BLOW_UP);
    cli.run("simulate", "@m.json", "--initial", "-1", "--until", "1", "--step", "0.5")
        .succeeds()
        .says("0.0,-1.0");
  }

  @Test
  void checkTellsRolesUnitsGapsAndChoices() {
    cli.file("d.csv", "trial,time [s],x [m],u\n" + trial("a", 30) + "a,,,\n" + trial("b", 30))
        .run("check", "@d.csv", "--controls", "u")
        .succeeds()
        .says("60 samples in 2 trajectories", "state", "control", "m", "library", "derivative");
  }

  private static String trial(String id, int rows) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < rows; k++) {
      text.append(id).append(',').append(k).append(',').append(Math.sin(0.2 * k)).append(",1\n");
    }
    return text.toString();
  }

  @Test
  void pickAndValidate() {
    cli.run("fit", "@l.csv", "--pick", "5", "--validate", "@l.csv")
        .succeeds()
        .says("5 of 60", "validation");
  }

  @Test
  void statesNamedOnBundledDataLeaveTheirRatesOut() {
    cli.run("check", "double-pendulum", "--states", "t1,t2").succeeds().says("t1", "t2");
    cli.run("check", "double-pendulum", "--states", "t1,t2", "--rates", "td1").fails(2, "rates");
  }

  @Test
  void exportedDataReadBack() {
    cli.run("datasets", "list").succeeds().says("lorenz63", "hare-lynx", "simulation");
    assertTrue(cli.run("datasets", "export", "hare-lynx").succeeds().out().startsWith("#"));
    cli.run("datasets", "export", "hopf", "--noise", "2", "--seed", "7", "-o", "@h.csv").succeeds();
    assertEquals(2, Csv.read(cli.path("h.csv")).trajectories().size());
    cli.run("datasets", "export", "hopf", "-o", "@h.csv").fails(2, "exists already");
  }

  @Test
  void versionNamesJavaAndKernel() {
    cli.run("version").succeeds().says("sindy4j ", "Java ", "kernel plain Java");
    cli.run("--version").succeeds().says("sindy4j ");
  }

  @Test
  void whoAsksForAKernelThatIsNotThereIsToldWhatTakesItsPlace() {
    System.setProperty(Kernels.SETTING, "abacus");
    try {
      Cli.Result result = cli.run("version").succeeds().says("kernel plain Java");
      assertTrue(result.err().contains("no kernel 'abacus'"), result.err());
    } finally {
      System.clearProperty(Kernels.SETTING);
    }
    assertEquals("", cli.run("version").succeeds().err());
  }
}
