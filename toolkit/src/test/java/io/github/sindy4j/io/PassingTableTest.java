package io.github.sindy4j.io;

import static io.github.sindy4j.io.StoredFileTest.sindy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.StreamedFit;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fit to the same text, held, is the oracle. */
class PassingTableTest {
  private static final CsvOptions OPTIONS =
      CsvOptions.defaults().withStates("x", "v").withControls("u");

  /** Runs of a forced oscillator with noise and gaps of every kind, one after another or mixed. */
  private static String runs(int runs, int samples, boolean mixed) {
    Random random = new Random(8);
    String[][] rows = new String[runs][samples];
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < samples; i++) {
        double t = 0.01 * i + (i > samples / 2 ? 5 : 0);
        double s = t + 0.7 * run;
        double x = Math.cos(s) + 0.5 * Math.sin(2 * s) + 1e-4 * random.nextGaussian();
        double v = -Math.sin(s) + Math.cos(2 * s) + 1e-4 * random.nextGaussian();
        String name = "r" + run;
        rows[run][i] =
            name
                + ","
                + t
                + ","
                + x
                + ","
                + v
                + ","
                + -1.5 * Math.sin(2 * s)
                + "\n"
                + (i == 700 ? name + ",,,,\n" : "")
                + (i == 900 ? name + "," + (t + 0.001) + ",,,\n" : "");
      }
    }
    StringBuilder text = new StringBuilder("run,t [s],x,v,u\n");
    for (int k = 0; k < runs * samples; k++) {
      text.append(mixed ? rows[k % runs][k / runs] : rows[k / samples][k % samples]);
    }
    return text.toString();
  }

  private static final String ONE_AFTER_ANOTHER = runs(2, 30_000, false);

  private static PassingTable passing(String text, int blockSize) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int cut = Math.min(bytes.length, 10_000);
    return PassingTable.open(
        "a pipe",
        Arrays.copyOf(bytes, cut),
        new ByteArrayInputStream(bytes, cut, bytes.length - cut),
        OPTIONS,
        blockSize);
  }

  private static SindyFit held(Sindy sindy, String text) {
    return sindy.fit(Csv.read("a pipe", text.getBytes(StandardCharsets.UTF_8), OPTIONS));
  }

  @ParameterizedTest
  @MethodSource("io.github.sindy4j.io.StoredFileTest#settings")
  void onePassGivesTheFitOfTheWhole(Sindy sindy) {
    assertSameFit(held(sindy, ONE_AFTER_ANOTHER), sindy.fit(passing(ONE_AFTER_ANOTHER, 1 << 16)));
  }

  @Test
  void trajectoriesMayComeByTurns() {
    String mixed = runs(3, 20_000, true);
    Sindy sindy = sindy("finite-difference:4", "stlsq");
    assertSameFit(held(sindy, mixed), sindy.fit(passing(mixed, 1 << 16)));
  }

  /** Coefficients to rounding, errors of held-out rows nearly, intervals by other blocks. */
  private static void assertSameFit(SindyFit held, StreamedFit passed) {
    SindyFit fit = passed.fit();
    Matrix expected = held.model().coefficients();
    Matrix found = fit.model().coefficients();
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        double w = expected.get(i, j);
        assertEquals(w, found.get(i, j), 1e-10 * Math.max(1, Math.abs(w)));
        double half = held.halfWidths().get(i, j);
        assertEquals(half, fit.halfWidths().get(i, j), 0.5 * half);
      }
    }
    for (int i = 0; i < expected.rows(); i++) {
      double missed = 1 - held.rates().r2().get(i);
      assertEquals(missed, 1 - fit.rates().r2().get(i), 1e-9);
      double heldOut = 1 - held.heldOut().orElseThrow().r2().get(i);
      assertEquals(heldOut, 1 - fit.heldOut().orElseThrow().r2().get(i), 0.02 * heldOut + 1e-12);
    }
    List<String> codes = held.notices().stream().map(Notice::text).toList();
    List<String> own =
        fit.notices().stream()
            .filter(notice -> !notice.code().equals("data-passed"))
            .map(Notice::text)
            .toList();
    assertEquals(codes, own);
    DataSummary data = DataSummary.of(held.data());
    assertEquals(data.samples(), passed.outline().summary().samples());
    assertEquals(data.gaps(), passed.outline().summary().gaps());
    assertEquals(held.settings().keySet(), fit.settings().keySet());
    for (String same : List.of("library", "derivative", "optimizer", "rows")) {
      assertEquals(held.settings().get(same), fit.settings().get(same));
    }
    assertEquals("a pipe", passed.outline().summary().name());
    assertTrue(fit.data().samples() > 10_000, fit.data().samples() + " kept");
  }

  @Test
  void neitherThreadsNorBlocksOfBytesChangeABit() throws Exception {
    Sindy sindy = sindy("finite-difference:4", "stlsq");
    SindyFit one = inPool(1, () -> sindy.fit(passing(ONE_AFTER_ANOTHER, 1 << 16)).fit());
    SindyFit five = inPool(5, () -> sindy.fit(passing(ONE_AFTER_ANOTHER, 12_345)).fit());
    assertEquals(one.model().coefficients(), five.model().coefficients());
    assertEquals(one.halfWidths(), five.halfWidths());
    assertEquals(one.heldOut(), five.heldOut());
    assertEquals(one.data().first().states(), five.data().first().states());
  }

  private static <T> T inPool(int threads, Callable<T> task) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void measuredRatesAreFittedWithoutADerivative() {
    StringBuilder text = new StringBuilder("t,x,v,dx,dv\n");
    for (int i = 0; i < 40_000; i++) {
      double t = 0.001 * i;
      text.append(t).append(',').append(Math.cos(t)).append(',').append(-Math.sin(t));
      text.append(',').append(-Math.sin(t)).append(',').append(-Math.cos(t)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    CsvOptions options = CsvOptions.defaults().withStates("x", "v").withRates("dx", "dv");
    PassingTable table =
        PassingTable.open("rates", Arrays.copyOf(bytes, 9999), rest(bytes, 9999), options);
    Sindy sindy = Sindy.automatic();
    assertTrue(sindy.obstacleToOnePass(table.heading()).isEmpty());
    SindyFit fit = sindy.fit(table).fit();
    assertEquals(List.of("x' = 1.000 v", "v' = -1.000 x"), fit.model().equations());
    assertEquals("measured rates", fit.settings().get("derivative"));
  }

  private static ByteArrayInputStream rest(byte[] bytes, int from) {
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }

  @Test
  void aDerivativeThatNobodyNamedNeedsAnotherPass() {
    Unsupported needed =
        Sindy.automatic()
            .obstacleToOnePass(passing(ONE_AFTER_ANOTHER, 1 << 16).heading())
            .orElseThrow();
    assertTrue(needed.getMessage().contains("--derivative"), needed.getMessage());
    Sindy sindy = Sindy.automatic();
    assertThrows(Unsupported.class, () -> sindy.fit(passing(ONE_AFTER_ANOTHER, 1 << 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r0,1000,1\n",
        "r0,1000,1,2,3,4\n",
        "r0,1000,,2,3\n",
        "r0,1000,abc,2,3\n",
        "r0,1000,inf,2,3\n",
        ",1000,1,2,3\n",
        "r0,,1,2,3\n",
        "# comment\nr0,1000,\"x\",2,3\n"
      })
  void mistakesAreToldAsTheReaderOfTheWholeTellsThem(String odd) {
    String text = runs(1, 3000, false) + odd;
    SindyException expected =
        assertThrows(
            SindyException.class,
            () -> Csv.read("a pipe", text.getBytes(StandardCharsets.UTF_8), OPTIONS));
    Sindy sindy = sindy("finite-difference:4", "stlsq");
    SindyException found = assertThrows(SindyException.class, () -> sindy.fit(passing(text, 4096)));
    assertEquals(expected.getMessage(), found.getMessage());
  }

  @Test
  void timeThatGoesBackIsToldByItsLineThoughTheRowBeforeIsFarAway() {
    StringBuilder text = new StringBuilder("run,t,x,v,u\n");
    text.append("late,5,1,2,3\n");
    text.append(runs(1, 3000, false).lines().skip(1).reduce("", (a, b) -> a + b + "\n"));
    text.append("late,4,1,2,3\n");
    Sindy sindy = sindy("finite-difference:4", "stlsq");
    BadData found = assertThrows(BadData.class, () -> sindy.fit(passing(text.toString(), 4096)));
    assertEquals(
        "a pipe, line 3005, column 't': time goes from 5.0 to 4.0 in trajectory late. Sort the rows"
            + " by time, and mark different runs by a trajectory column",
        found.getMessage());
  }

  @Test
  void aTrajectoryThatComesBackAfterManyOthersIsRefusedWithItsLine() {
    StringBuilder text = new StringBuilder("run,t,x,v,u\n");
    for (int run = 0; run < 1100; run++) {
      for (int i = 0; i < 8; i++) {
        text.append(run).append(',').append(i).append(",1,2,3\n");
      }
    }
    text.append("0,9,1,2,3\n");
    Sindy sindy = sindy("finite-difference:2", "stlsq");
    Unsupported found =
        assertThrows(Unsupported.class, () -> sindy.fit(passing(text.toString(), 4096)));
    assertTrue(
        found.getMessage().contains("line 8802: trajectory 0 goes on after"), found.getMessage());
  }

  @Test
  void aGapThatOnlyTheRestShowsToBeNoneIsTold() {
    StringBuilder text = new StringBuilder("t,x,v,u\n");
    double t = 0;
    for (int i = 0; i < 60_000; i++) {
      t += i == 1000 || i >= 3000 ? 1 : 0.01;
      text.append(t)
          .append(',')
          .append(Math.cos(t))
          .append(',')
          .append(-Math.sin(t))
          .append(",0\n");
    }
    SindyFit fit =
        sindy("finite-difference:2", "least-squares").fit(passing(text.toString(), 1 << 16)).fit();
    assertTrue(
        fit.notices().stream().anyMatch(notice -> notice.code().equals("gaps-judged-early")),
        fit.notices().toString());
  }
}
