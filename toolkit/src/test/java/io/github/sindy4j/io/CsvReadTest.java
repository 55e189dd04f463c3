package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadTest {
  private static Dataset read(String text) {
    return read(text, CsvOptions.defaults());
  }

  private static Dataset read(String text, CsvOptions options) {
    return Csv.read("file.csv", new StringReader(text), options);
  }

  private static Notice notice(Dataset data, String code) {
    return data.notices().stream().filter(n -> n.code().equals(code)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t,x,y\n0,1.5,2\n1,-3,4e2\n",
        "t;x;y\n0;1.5;2\n1;-3;4e2\n",
        "t;x;y\n0;1,5;2\n1;-3;4e2\n",
        "t;x;y\n0;1,5;2,0\n1,0;-3;4e2",
        "t\tx\ty\n0\t1.5\t2\n1\t-3\t4e2\n",
        "t\tx\ty\n0\t1,5\t2\n1\t-3\t4e2\n",
        "t x y\n0 1.5 2\n1 -3 4e2\n",
        "t x y\n0 1,5 2\n1 -3 4e2\n",
        "   t    x  y \n 0  1.5    2\n   1 -3 4e2  \n",
        "t, x, y\r\n0, 1.5, 2\r\n1, -3, 4e2\r\n\r\n\r\n",
        "\uFEFFt,x,y\n0,1.5,2\n1,-3,4e2\n",
        "\"t\",\"x\",\"y\"\n\"0\",\"1.5\",\"2\"\n1,-3,4e2\n",
        "\"t\", \"x\", \"y\"\n0,1.5,2\n1,-3,4e2\n",
        "# made by, hand; 2\n\n# again\nt,x,y\n  # inside, too\n0,1.5,2\n#\n1,-3,4e2\n  \n,,\n",
        "y,time,x\n2,0,1.5\n4e2,1,-3\n",
        "t,x,y,\n0,1.5,2,\n1,-3,4e2,\n",
      })
  void everyDialectGivesTheSameNumbers(String text) {
    Dataset data = read(text);
    List<String> names = data.schema().stateNames();
    Matrix states = data.first().states().columns(names.indexOf("x"), names.indexOf("y"));
    assertEquals(Vec.of(0, 1), data.first().times());
    assertEquals(Matrix.ofRows(new double[][] {{1.5, 2}, {-3, 400}}), states);
    assertEquals(List.of(), data.notices());
    assertEquals(1, data.first().segments().size());
  }

  @Test
  void withoutAHeaderTheColumnsAreCalledTAndXWithANumber() {
    Dataset data = read("0 1 2\n1 3 4\n");
    assertEquals("t", data.schema().time().name());
    assertEquals(List.of("x1", "x2"), data.schema().stateNames());
    assertEquals(2, data.samples());
    assertTrue(notice(data, "no-header").text().contains("t, x1, x2"));
  }

  @Test
  void withoutAHeaderDecimalCommasAreFound() {
    assertEquals(Vec.of(1.5, -2.25), read("0;1,5;-2,25\n1;2;3").first().initialState());
  }

  @Test
  void unitsBelongToTheHeaderAndNotToTheName() {
    Dataset data = read("time [s],x [m],x1[m/s]\n0,1,2\n");
    assertEquals("s", data.schema().time().unit());
    assertEquals(List.of("x", "x1"), data.schema().stateNames());
    assertEquals("m", data.schema().states().get(0).unit());
  }

  @Test
  void unitsSurviveWhereSpacesSeparateTheCells() {
    Dataset data = read("t [s] x [m / s] y\n0 1 2\n1 2 3\n2 3 4\n");
    assertEquals("m / s", data.schema().states().get(0).unit());
    assertEquals(List.of("x", "y"), data.schema().stateNames());
  }

  @Test
  void aColumnIsChosenWithOrWithoutItsUnit() {
    CsvOptions options = CsvOptions.defaults().withStates("y [m]", "x").withTime("clock");
    Dataset data = read("x [m],y [m],clock,z\n1,2,0,9\n", options);
    assertEquals(List.of("y", "x"), data.schema().stateNames());
    assertEquals(Vec.of(2, 1), data.first().initialState());
  }

  @Test
  void lowerCaseTimeGoesBeforeUpperCaseT() {
    Dataset data = read("T [K],time\n300,0\n299,1\n");
    assertEquals("time", data.schema().time().name());
    assertEquals(List.of("T"), data.schema().stateNames());
    assertEquals("T", read("x,T\n5,0\n4,1\n").schema().time().name());
  }

  @Test
  void theFirstColumnIsTheTimeWhenNoneIsCalledThat() {
    Dataset data = read("run,tau,x\n1,0,5\n1,1,6\n");
    assertEquals("tau", data.schema().time().name());
    assertTrue(notice(data, "time-column").text().contains("'tau'"));
  }

  @Test
  void rowsOfMixedTrajectoriesAreGroupedInOrderOfAppearance() {
    Dataset data = read("Trial,t,x\nb,0,1\nb,1,2\na 1,0,3\nb,2,4\na 1,5,6\n");
    assertEquals(List.of("b", "a 1"), data.trajectories().stream().map(Trajectory::id).toList());
    assertEquals(Vec.of(1, 2, 4), data.first().states().col(0));
    assertEquals(Vec.of(0, 5), data.trajectories().get(1).times());
  }

  @Test
  void controlsAndRatesLeaveTheStates() {
    CsvOptions options = CsvOptions.defaults().withControls("u").withRates("dx", "dy");
    Dataset data = read("t,x,u,y,dy,dx\n0,1,2,3,4,5\n", options);
    assertEquals(List.of("x", "y"), data.schema().stateNames());
    assertEquals(Vec.of(2), data.first().controls().row(0));
    assertEquals(Vec.of(5, 4), data.first().rates().orElseThrow().row(0));
  }

  @Test
  void columnsOfTextAreLeftOutWithAWarning() {
    Dataset data = read("t,x,note,empty\n0,1,,NA\n1,2,start,\n2,3,7,\n");
    assertEquals(List.of("x"), data.schema().stateNames());
    Notice notice = notice(data, "columns-left-out");
    assertTrue(notice.isWarning());
    assertTrue(
        notice
            .text()
            .contains(
                "2 columns were left out: 'note' (holds text, 'start'), 'empty' (holds no value)"));
  }

  @Test
  void aColumnWithoutANameIsLeftOut() {
    Dataset data = read(",t,x\n0,0.5,1\n1,1.5,2\n");
    assertEquals(List.of("x"), data.schema().stateNames());
    assertTrue(notice(data, "columns-left-out").text().contains("'column 1' (has no name)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", ",,", "  ", "NA,,NaN", ",null,n/a", "9,,", "9,NA,nan"})
  void aRowWithoutStatesIsAGap(String row) {
    Dataset data = read("t,x,y\n0,1,1\n8,2,2\n" + row + "\n10,3,3\n");
    assertEquals(List.of(new Segment(0, 2), new Segment(2, 3)), data.first().segments());
    String code = row.startsWith("9") ? "gap-missing-states" : "gap-blank-row";
    assertTrue(
        notice(data, code).text().startsWith("1 gap: between t = 8 and t = 10 ("),
        data.notices().toString());
  }

  @Test
  void rowsWithATimeButNoStateAreCounted() {
    Dataset data = read("t,x\n0,\n1,1\n2,NA\n3,\n4,4\n5,\n");
    assertEquals(List.of(new Segment(0, 1), new Segment(1, 2)), data.first().segments());
    assertEquals(
        "4 rows without any state were left out (lines 2, 4, 5, …)",
        notice(data, "rows-left-out").text());
  }

  @Test
  void longTimeStepsAreGapsOfTheirTrajectory() {
    StringBuilder text = new StringBuilder("run,t,x\n1,0,0\n1,1,0\n");
    for (int k = 0; k < 40; k++) {
      text.append("2,").append(k < 10 ? k * 0.5 : 4.5 + (k - 9) * 0.5 + 25).append(",1\n");
    }
    Dataset data = read(text.toString());
    assertEquals(
        List.of(new Segment(0, 10), new Segment(10, 40)), data.trajectories().get(1).segments());
    assertEquals(
        "1 gap in trajectory 2: between t = 4.5 and t = 30 (time step 25.5 is 51 times the median)",
        notice(data, "gap-time-step").text());
  }

  @Test
  void theMaximumGapCanBeGivenOrSwitchedOff() {
    String text = "t,x\n0,0\n1,0\n2,0\n5,0\n6,0\n600,0\n601,0\n602,0\n603,0\n";
    assertEquals(2, read(text).first().segments().size());
    assertEquals(3, read(text, CsvOptions.defaults().withMaxGap(1.5)).first().segments().size());
    CsvOptions none = CsvOptions.defaults().withMaxGap(GapRule.none());
    assertEquals(1, read(text, none).first().segments().size());
  }

  @Test
  void aGapWithTwoReasonsIsToldOnce() {
    Dataset data = read("t,x\n0,0\n1,0\n2,0\n3,0\n\n600,0\n601,0\n602,0\n");
    assertEquals(List.of("gap-blank-row"), data.notices().stream().map(Notice::code).toList());
  }

  @Test
  void manyGapsAreToldByTheFirstThree() {
    Dataset data = read("t,x\n0,0\n\n1,0\n\n2,0\n\n3,0\n\n4,0\n");
    String text = notice(data, "gap-blank-row").text();
    assertTrue(text.startsWith("4 gaps: between t = 0 and t = 1 (blank row), between t = 1"), text);
    assertTrue(text.endsWith("t = 3 (blank row), …"), text);
  }

  @Test
  void oneRowIsEnoughToBeRead() {
    assertEquals(1, read("t,x\n0,1").samples());
  }

  @Test
  void aTrajectoryWithoutStatesIsLeftOut() {
    Dataset data = read("run,t,x\na,0,1\nb,0,\n");
    assertEquals(1, data.trajectories().size());
    assertTrue(notice(data, "trajectory-empty").text().contains("trajectory b"));
  }

  @Test
  void streamsAreUtf8AndStayOpen() {
    boolean[] closed = {false};
    ByteArrayInputStream in =
        new ByteArrayInputStream("t,θ [µm]\n0,1\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Dataset data = Csv.read("stdin", in, CsvOptions.defaults());
    assertEquals("θ [µm]", data.schema().states().get(0).label());
    assertEquals("stdin", data.name());
    assertFalse(closed[0]);
  }

  @Test
  void theSampleForDetectionMayEndInsideTheFile() {
    StringBuilder text = new StringBuilder("t;x\n");
    for (int i = 0; i < 30_000; i++) {
      text.append(i).append(";0,").append(i + 100_000).append('\n');
    }
    Dataset data = read(text.toString());
    assertEquals(30_000, data.samples());
    assertEquals(0.129999, data.first().states().get(29_999, 0));
  }
}
