package io.github.sindy4j.bench.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @ParameterizedTest
  @CsvSource({"ortho-t,810,81", "ortho-se,690,69", "quad-se,180,18"})
  void withoutChoiceAllPublishedRowsAreRun(String table, int rows, int cells) {
    Options.Run run = run("--table " + table + " -o x.csv");

    assertEquals(rows, run.keys().size());
    assertEquals(cells, new HashSet<>(run.keys().stream().map(Row.Key::cell).toList()).size());
    assertEquals(
        new HashSet<>(
            Published.rows(Kind.parse(table)).stream()
                .map(row -> row.key().family().text() + " " + row.key().seed())
                .toList()),
        new HashSet<>(
            run.keys().stream().map(key -> key.family().text() + " " + key.seed()).toList()));
  }

  @Test
  void upToTwentyDimensionsTheEuclideanTableHas630Rows() {
    assertEquals(630, run("--table ortho-se --m 5-20 -o x.csv").keys().size());
  }

  @Test
  void choicesNarrowTheTable() {
    Options.Run run =
        run(
            "--table ortho-t --m 5,10 --r 1-2 --degree 2 --seeds 3,5-6 --operator sampled --method"
                + " minimum-rank --threads 3 -o here/x.csv");

    assertEquals(2 * 2 * 3, run.keys().size());
    assertEquals(3, run.threads());
    assertEquals(Path.of("here/x.csv"), run.out());
    Row.Key first = run.keys().get(0);
    assertEquals("ortho-t:5:1:2", first.family().text());
    assertEquals(3, first.seed());
    assertEquals(RecoveryOperator.SAMPLED, first.operator());
    assertEquals(Method.MINIMUM_RANK, first.method());
  }

  @Test
  void exactNuclearNormOnAllCoresIsTheDefault() {
    Options.Run run = run("--table quad-se -o x.csv");

    assertEquals(RecoveryOperator.EXACT, run.keys().get(0).operator());
    assertEquals(Method.NUCLEAR, run.keys().get(0).method());
    assertEquals(7, run.threads());
  }

  @Test
  void picturesAreNamedAfterTheirFirstFileOrAsTold() {
    Options.Picture named = assertInstanceOf(Options.Picture.class, parse("--picture a.csv,b.csv"));
    Options.Picture told =
        assertInstanceOf(Options.Picture.class, parse("--picture a.csv -o there/p.png"));

    assertEquals(List.of(Path.of("a.csv"), Path.of("b.csv")), named.files());
    assertEquals(Path.of("a"), named.name());
    assertEquals(Path.of("there/p"), told.name());
  }

  @Test
  void helpIsShownWhenAskedOrWhenNothingIs() {
    assertInstanceOf(Options.Help.class, parse("--table ortho-t --help"));
    assertInstanceOf(Options.Help.class, Options.parse(List.of(), 2));
    for (String option :
        "--table --m --r --degree --seeds --operator --method --threads --picture -o"
            .split(" ", -1)) {
      assertTrue(Options.HELP.contains(option), option);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--m 5 -o x.csv | --table | Write --table ortho-t, ortho-se or quad-se",
        "--table ortho-t | -o | Name the file for the rows: -o out.csv",
        "--table ortho-q -o x.csv | ortho-q | Write ortho-t, ortho-se, quad-se",
        "--tabel ortho-t -o x.csv | --tabel | The options are --table, --m",
        "--table ortho-t --m -o x.csv | --m: has no value | Write --m and its value",
        "--table ortho-t -o | -o: has no value | with a space between",
        "--table ortho-t --m 5 --m 10 -o x.csv | --m: is given twice | 5,10",
        "--table ortho-t --m five -o x.csv | --m: cannot be read: five | such as 5,10 or 0-9",
        "--table ortho-t --seeds 9-0 -o x.csv | --seeds | Write the smaller number first",
        "--table quad-se --m 12 -o x.csv | --m | There are 5, 6, 7, 8, 9, 10, 15, 20, 25, 30",
        "--table quad-se --m 15 --degree 2 -o x.csv | no cell of quad-se | Leave one of them out",
        "--table ortho-t --operator exakt -o x.csv | exakt | Write exact or sampled",
        "--table ortho-t --method rank -o x.csv | rank | Write nuclear or minimum-rank",
        "--table ortho-t --threads 0 -o x.csv | --threads | This machine has 7 cores",
        "--picture a.csv --m 5 | --picture: stands with [--m] | It takes only -o",
      })
  void mistakesAreToldWithACure(String arguments, String what, String cure) {
    BadSetting refused = assertThrows(BadSetting.class, () -> parse(arguments));

    assertTrue(refused.getMessage().contains(what), refused.getMessage());
    assertTrue(refused.getMessage().contains(cure), refused.getMessage());
  }

  private static Options.Run run(String arguments) {
    return assertInstanceOf(Options.Run.class, parse(arguments));
  }

  private static Options parse(String arguments) {
    return Options.parse(List.of(arguments.split(" ", -1)), 7);
  }
}
