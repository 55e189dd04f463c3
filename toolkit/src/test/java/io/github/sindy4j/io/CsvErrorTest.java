package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.SindyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvErrorTest {
  private static final CsvOptions DEFAULTS = CsvOptions.defaults();

  @TempDir Path folder;

  private static SindyException refused(
      Class<? extends SindyException> type, String text, CsvOptions options) {
    return assertThrows(type, () -> Csv.read("file.csv", new StringReader(text), options));
  }

  private static void assertSays(SindyException error, String code, String... parts) {
    assertEquals(code, error.code(), error.getMessage());
    for (String part : parts) {
      assertTrue(
          error.getMessage().contains(part), "'" + part + "' is not in: " + error.getMessage());
    }
  }

  private static void assertBadData(String text, String code, String... parts) {
    assertSays(refused(BadData.class, text, DEFAULTS), code, parts);
  }

  @Test
  void aMissingFile() {
    Path path = folder.resolve("nothing.csv");
    assertSays(
        assertThrows(BadData.class, () -> Csv.read(path)),
        "no-such-file",
        path.toString(),
        "Check its name");
  }

  @Test
  void aFolder() {
    assertSays(
        assertThrows(BadData.class, () -> Csv.read(folder)),
        "is-a-directory",
        folder.toString(),
        "it is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", " \n,,\n"})
  void anEmptyFile(String text) {
    assertBadData(text, "empty-file", "file.csv: there is nothing in it", "t,x,y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t,x\n", "t,x", "# c\nt,x\n# d\n"})
  void aHeaderWithoutRows(String text) {
    assertBadData(text, "no-rows", "file.csv: it has a header but no rows", "at least one row");
  }

  @Test
  void rowsWithoutStates() {
    assertSays(
        refused(BadData.class, "t,x\n1,\n", DEFAULTS.withStates("x")),
        "no-rows",
        "no row has a state");
  }

  @Test
  void aDecimalCommaBesideCommas() {
    assertBadData(
        "t,x\n0,1\n1,\"1,5\"\n",
        "text-in-number",
        "file.csv, line 3, column 'x': '1,5' is not a number. Write decimals with a point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.2.3", "1,5,", "1d", "5f", "--1", "1e", "0x1F", "1 2"})
  void textInANumber(String text) {
    String file = "# comment\n\nt,x,y\n0,1,2\n\n1,2,\"" + text + "\"\n";
    assertBadData(
        file,
        "text-in-number",
        "file.csv, line 6, column 'y': '" + text + "' is not a number",
        "Mend the cell");
  }

  @Test
  void textInAChosenColumnFromTheStart() {
    assertSays(
        refused(BadData.class, "t,x\n0,abc\n", DEFAULTS.withStates("x")),
        "text-in-number",
        "line 2, column 'x'");
    assertBadData("date,x\nMonday,1\n", "text-in-number", "column 'date': 'Monday'");
  }

  @Test
  void decimalPointAndDecimalCommaInOneFile() {
    assertBadData("t x\n0 1,5\n1 2,\n", "text-in-number", "line 3, column 'x': '2,'");
    assertBadData("t;x\n0;1,5\n1;2.5\n", "text-in-number", "line 3, column 'x': '2.5'");
    assertBadData("t;x\n0;1.5\n1;1.234,5\n", "text-in-number", "line 3, column 'x': '1.234,5'");
  }

  @Test
  void aNameThatOccursTwice() {
    assertBadData(
        "#\nt,x,x [m]\n0,1,2\n",
        "duplicate-column",
        "file.csv, line 2, column 'x'",
        "occurs twice");
  }

  @Test
  void anUnknownColumn() {
    SindyException error = refused(BadData.class, "t,x,y\n0,1,2\n", DEFAULTS.withStates("x", "z"));
    assertSays(
        error,
        "unknown-column",
        "file.csv: there is no column 'z', asked for as state",
        "The columns are t, x, y");
    assertSays(
        refused(BadData.class, "t,x\n0,1\n", DEFAULTS.withTime("s")),
        "unknown-column",
        "asked for as time");
  }

  @Test
  void timeThatDoesNotIncrease() {
    assertBadData(
        "t,x\n0,1\n\n0.3,1\n0.2,1\n", "time-not-increasing",
        "file.csv, line 5, column 't': time goes from 0.3 (line 4) to 0.2", "trajectory column");
    assertBadData(
        "run,t,x\na,0,1\nb,0,1\na,0,1\n",
        "time-not-increasing",
        "line 4",
        "from 0.0 (line 2) to 0.0 in trajectory a");
  }

  @Test
  void aPartlyMissingRow() {
    assertBadData(
        "t,x,y\n0,1,2\n1,,2\n",
        "partly-missing-row",
        "file.csv, line 3, column 'x': the value is missing",
        "mark a gap");
    CsvOptions control = DEFAULTS.withControls("u");
    assertSays(
        refused(BadData.class, "t,x,u\n0,1,NA\n1,1,1\n", control),
        "partly-missing-row",
        "line 2, column 'u'");
  }

  @Test
  void aMissingTimeOrTrajectory() {
    assertBadData(
        "t,x\n0,1\n,2\n", "time-missing", "file.csv, line 3, column 't'", "states are present");
    assertBadData("run,t,x\n1,0,1\n,1,2\n", "trajectory-missing", "file.csv, line 3, column 'run'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-Infinity", "1e999", "+Inf"})
  void anInfinity(String text) {
    assertBadData(
        "t,x\n0,1\n1," + text + "\n",
        "not-finite",
        "file.csv, line 3, column 'x': the value is infinite",
        "gap");
  }

  @Test
  void aRaggedRow() {
    assertBadData(
        "t,x,y\n0,1,2\n# c\n1,2\n",
        "ragged-row",
        "file.csv, line 4: the row has 2 cells where the first row has 3");
    assertBadData(
        "t,x\n0,1,2\n",
        "ragged-row",
        "file.csv, line 2: the row has 3 cells where the first row has 2");
    assertBadData(
        "t x y\n0 1 2\n1\n",
        "ragged-row",
        "file.csv, line 3: the row has 1 cell where the first row has 3");
  }

  @Test
  void lineNumbersCountTheLinesInsideQuotes() {
    assertBadData("t,x,note\n0,1,\"a\nb\"\n1,abc,c\n", "text-in-number", "line 4, column 'x'");
  }

  @Test
  void aQuoteThatDoesNotEnd() {
    assertBadData("t,x\n0,\"1\n1,2\n", "broken-quotes", "file.csv, line 2", "Close the quote");
  }

  @Test
  void anEncodingThatIsNotUtf8() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "t,x [µm]\n0,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertSays(
        assertThrows(BadData.class, () -> Csv.read(latin)),
        "not-utf8",
        "latin.csv: it is not text in UTF-8",
        "CSV UTF-8");
    for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
      InputStream wide = new ByteArrayInputStream("t,x\n0,1\n".getBytes(charset));
      SindyException error =
          assertThrows(BadData.class, () -> Csv.read("wide.csv", wide, DEFAULTS));
      assertTrue(error.code().equals("not-utf8") || error.code().equals("not-text"), error.code());
    }
  }

  @Test
  void anEncodingThatBreaksFarIntoTheFile() {
    byte[] bytes = ("t,x\n" + "1,2\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
    bytes[190_000] = (byte) 0xff;
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    assertSays(
        assertThrows(BadData.class, () -> Csv.read("far.csv", in, DEFAULTS)),
        "not-utf8",
        "a byte after line 4");
  }

  @Test
  void aStreamThatFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the wire is cut");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    assertSays(
        assertThrows(BadData.class, () -> Csv.read("s", broken, DEFAULTS)),
        "unreadable",
        "the wire is cut");
  }

  @Test
  void ratesThatDoNotMatchTheStates() {
    String text = "t,x,y,dx\n0,1,2,3\n";
    SindyException error = refused(BadSetting.class, text, DEFAULTS.withRates("dx"));
    assertSays(
        error, "rates-count", "there are 1 rates but 2 states (x, y)", "one rate for each state");
  }

  @Test
  void aColumnInTwoRoles() {
    String text = "t,x,u [V]\n0,1,2\n";
    SindyException error =
        refused(BadSetting.class, text, DEFAULTS.withStates("x", "u").withControls("u [V]"));
    assertSays(
        error, "two-roles", "the column 'u' is asked for as state and as control", "one role");
    assertInstanceOf(
        BadSetting.class, refused(BadSetting.class, text, DEFAULTS.withStates("x", "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t\n0\n1\n", "t,name\n0,a\n1,b\n", "run,t\na,0\n"})
  void noNumericColumnLeft(String text) {
    assertBadData(
        text,
        "no-states",
        "file.csv: no numeric column is left",
        "Give at least one column of numbers");
  }

  @Test
  void noColumnLeftForTheTime() {
    assertSays(
        refused(BadData.class, "x,y\n0,1\n", DEFAULTS.withStates("x", "y")),
        "no-time",
        "no column is left");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whateverTheTextIsReadingGivesDataOrAMistakeThatTheUserCanMend(int seed) {
    Random random = new Random(seed);
    String[] pieces = {
      "t", "x", "run", "1", "2.5", "-3", ",", ",", ";", "\t", " ", "\n", "\n", "\r\n", "\"", "#",
      "[m]", "NA", ".", "e"
    };
    for (int k = 0; k < 5000; k++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, pieces.length)
          .forEach(piece -> text.append(pieces[piece]));
      try {
        assertTrue(Csv.read("fuzz.csv", new StringReader(text.toString()), DEFAULTS).samples() > 0);
      } catch (SindyException expected) {
        assertTrue(
            expected.getMessage().startsWith("fuzz.csv"),
            () -> "for " + text + ": " + expected.getMessage());
      }
    }
  }
}
