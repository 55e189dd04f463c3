package io.github.sindy4j.bench.noisy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisyOptionsTest {
  @Test
  void aTableAloneIsRunWithItsOwnLevelsAndOneSeed() {
    NoisyOptions.Run run = run("--table b0 -o x.csv");

    assertEquals(10 * 5, run.keys().size());
    assertEquals(7, run.threads());
    assertEquals(
        List.of(0.0, 0.1, 1.0, 5.0, 10.0),
        run.keys().stream().map(NoisyRow.Key::level).distinct().toList());
    assertTrue(run.keys().stream().allMatch(key -> key.seed() == 1 && key.method().equals("auto")));
  }

  @Test
  void choicesNarrowTheTableAndDataWithoutNoiseAreFittedOnce() {
    NoisyOptions.Run run =
        run(
            "--table b0 --systems rossler,seir --levels 0,5 --seeds 3,5-6 --threads 2"
                + " -o here/x.csv");

    assertEquals(2 * (1 + 3), run.keys().size());
    assertEquals(2, run.threads());
    assertEquals(Path.of("here/x.csv"), run.out());
    assertEquals(new NoisyRow.Key("b0", "rossler", 0, 3, "auto"), run.keys().get(0));
  }

  @Test
  void everyTableAndEveryOptionIsInTheHelp() {
    assertInstanceOf(NoisyOptions.Help.class, NoisyOptions.parse(List.of(), 2));
    assertInstanceOf(NoisyOptions.Help.class, parse("--table b0 --help"));
    NoisyTables.words().forEach(word -> assertTrue(NoisyOptions.HELP.contains(word), word));
    NoisyMethods.words().forEach(word -> assertTrue(NoisyOptions.HELP.contains(word), word));
    for (String option :
        "--table --systems --levels --seeds --method --threads --summary -o".split(" ", -1)) {
      assertTrue(NoisyOptions.HELP.contains(option), option);
    }
  }

  @Test
  void summariesAreNamedAfterTheirFirstFileOrAsTold() {
    NoisyOptions.Summary named =
        assertInstanceOf(NoisyOptions.Summary.class, parse("--summary a.csv,b.csv"));

    assertEquals(List.of(Path.of("a.csv"), Path.of("b.csv")), named.files());
    assertEquals(Path.of("a"), named.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--levels 5 -o x.csv | --table: is missing | lorenz-heavy",
        "--table b7 -o x.csv | b7 | Write b0, b0-half",
        "--table b0 | -o: is missing | -o out.csv",
        "--table b0 --systems lorentz -o x.csv | lorentz | There are lorenz63",
        "--table b0 --levels five -o x.csv | cannot be read: five | 0,0.1,5",
        "--table b0 --method best -o x.csv | best | Write auto",
        "--table b0 --method auto+symmetry -o x.csv | no system in b0 | Leave +symmetry out",
        "--summary a.csv --seeds 5 | --summary: stands with [--seeds] | only -o",
      })
  void mistakesAreToldWithACure(String arguments, String what, String cure) {
    BadSetting refused = assertThrows(BadSetting.class, () -> parse(arguments));

    assertTrue(refused.getMessage().contains(what), refused.getMessage());
    assertTrue(refused.getMessage().contains(cure), refused.getMessage());
  }

  private static NoisyOptions.Run run(String arguments) {
    return assertInstanceOf(NoisyOptions.Run.class, parse(arguments));
  }

  private static NoisyOptions parse(String arguments) {
    return NoisyOptions.parse(List.of(arguments.split(" ", -1)), 7);
  }
}
