package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Bagging;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.StreamedFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.SparseRegressor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that is read as a whole is the oracle. */
class StoredFileTest {
  private static final CsvOptions DEFAULTS = CsvOptions.defaults();

  @TempDir Path folder;

  /**
   * Two trajectories of a forced oscillator with noise, gaps of every kind, and a column of text.
   */
  private static String table() {
    Random random = new Random(8);
    StringBuilder text = new StringBuilder("# a comment\nrun,label,t [s],x,v,u\n");
    for (int run = 0; run < 2; run++) {
      for (int i = 0; i < 3000; i++) {
        double t = 0.01 * i + (i > 2000 ? 5 : 0);
        double x = Math.cos(t) + 0.5 * Math.sin(2 * t) + 1e-4 * random.nextGaussian();
        double v = -Math.sin(t) + Math.cos(2 * t) + 1e-4 * random.nextGaussian();
        String name = run == 0 ? "a" : "b";
        text.append(name).append(",text,").append(t).append(',').append(x).append(',');
        text.append(v).append(',').append(-1.5 * Math.sin(2 * t)).append('\n');
        text.append(i == 700 ? "\n" : "")
            .append(i == 900 ? name + ",text," + (t + 0.001) + ",,,\n" : "");
      }
    }
    return text.toString();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text);
  }

  private static CsvOptions options() {
    return DEFAULTS.withStates("x", "v").withControls("u");
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 10, 1 << 14, 1 << 20})
  void everySampleIsWhereItIsInTheWhole(int blockSize) throws IOException {
    Path path = file(table());
    Dataset held = DataFile.read(path, options());
    try (StoredFile stored = StoredFile.open(path, options(), blockSize)) {
      assertSameOutline(held, stored.outline());
      for (int k = 0; k < 2; k++) {
        Trajectory all = held.trajectories().get(k);
        for (int from = 0; from < all.size(); from += 371) {
          int to = Math.min(all.size(), from + 500);
          Trajectory part = stored.samples(k, from, to);
          assertEquals(all.times().slice(from, to), part.times());
          assertEquals(all.states().rowSlice(from, to), part.states());
          assertEquals(all.controls().rowSlice(from, to), part.controls());
        }
      }
    }
  }

  private static void assertSameOutline(Dataset held, StoredData.Outline outline) {
    assertEquals(held.schema(), outline.schema());
    assertEquals(held.notices(), outline.notices());
    for (int k = 0; k < held.trajectories().size(); k++) {
      assertEquals(held.trajectories().get(k).id(), outline.parts().get(k).id());
      assertEquals(held.trajectories().get(k).segments(), outline.parts().get(k).segments());
    }
    DataSummary expected = DataSummary.of(held);
    DataSummary found = outline.summary();
    assertEquals(expected.name(), found.name());
    assertEquals(expected.samples(), found.samples());
    assertEquals(expected.gaps(), found.gaps());
    assertEquals(expected.from(), found.from());
    assertEquals(expected.to(), found.to());
    assertEquals(expected.steps().median(), found.steps().median(), 1e-6 * 0.01);
    assertEquals(expected.steps().longest(), found.steps().longest(), 1e-6 * 0.01);
    List<ColumnSummary> columns = ColumnSummary.of(held);
    for (int c = 0; c < columns.size(); c++) {
      ColumnSummary own = outline.columns().get(c);
      assertEquals(columns.get(c).least(), own.least());
      assertEquals(columns.get(c).largest(), own.largest());
      assertEquals(columns.get(c).mean(), own.mean(), 1e-12);
      assertEquals(columns.get(c).spread(), own.spread(), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 10, 1 << 14, 1 << 20})
  void quotesAndCommentsAmongTheRowsAreRead(int blockSize) throws IOException {
    StringBuilder text = new StringBuilder();
    int[] row = {0};
    table()
        .lines()
        .forEach(
            line -> {
              boolean odd = row[0]++ > 200 && row[0] % 50 == 0;
              text.append(odd ? "# row " + row[0] + "\n" : "");
              text.append(odd ? line.replace("text", "\"te\"\"xt, \u00e4\"") : line).append('\n');
            });
    Path path = file(text.toString());
    Dataset held = DataFile.read(path, options());
    try (StoredFile stored = StoredFile.open(path, options(), blockSize)) {
      assertSameOutline(held, stored.outline());
      for (int k = 0; k < 2; k++) {
        Trajectory all = held.trajectories().get(k);
        assertEquals(all.states(), stored.samples(k, 0, all.size()).states());
        assertEquals(all.times(), stored.samples(k, 0, all.size()).times());
      }
    }
  }

  static Sindy sindy(String derivative, String optimizer) {
    return Sindy.over(PolynomialLibrary.ofDegree(2))
        .differentiatedBy(Differentiator.parse(derivative))
        .solvedBy(SparseRegressor.parse(optimizer));
  }

  static Stream<Sindy> settings() {
    return Stream.of(
        sindy("finite-difference:2", "stlsq:threshold=0.1"),
        sindy("finite-difference:4", "stlsq"),
        sindy("savitzky-golay:15,4", "ridge:1e-6"),
        sindy("savitzky-golay:15,4", "stlsq").withEquation("x' = v"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theFitIsThatOfTheWholeBitForBit(Sindy sindy) throws IOException {
    Path path = file(table());
    SindyFit held = sindy.fit(DataFile.read(path, options()));
    try (StoredFile stored = StoredFile.open(path, options(), 1 << 14)) {
      assertSameFit(held, sindy.fit(stored));
    }
  }

  private static void assertSameFit(SindyFit held, StreamedFit streamed) {
    SindyFit fit = streamed.fit();
    assertEquals(held.model().coefficients(), fit.model().coefficients());
    assertEquals(held.halfWidths(), fit.halfWidths());
    assertEquals(held.rates(), fit.rates());
    assertEquals(held.heldOut(), fit.heldOut());
    assertEquals(held.settings(), fit.settings());
    List<String> codes = held.notices().stream().map(Notice::code).toList();
    List<String> own =
        fit.notices().stream().map(Notice::code).filter(c -> !c.equals("data-streamed")).toList();
    assertEquals(codes, own);
    assertEquals(held.freedom().bounded(), fit.freedom().bounded());
    SavedModel saved = SavedModel.of(streamed);
    assertEquals(SavedModel.of(held).region(), saved.region());
    assertEquals(SavedModel.of(held).path().size(), saved.path().size());
    for (int k = 0; k < saved.path().size(); k++) {
      PathPoint expected = SavedModel.of(held).path().get(k);
      PathPoint found = saved.path().get(k);
      assertEquals(expected.terms(), found.terms());
      assertEquals(expected.chosen(), found.chosen());
      double error = expected.heldOutError();
      assertEquals(error, found.heldOutError(), 1e-12 * error);
      double size = Math.abs(expected.criterion());
      assertEquals(expected.criterion(), found.criterion(), 1e-12 * size);
    }
    assertEquals(held.data().samples(), saved.data().orElseThrow().samples());
  }

  @Test
  void anArrayIsFittedAsTheTableIs() throws IOException {
    Dataset held = DataFile.read(file(table()), options());
    Path array = folder.resolve("data.npy");
    DataFile.write(held, array, false);
    CsvOptions named = CsvOptions.matching(held).withColumns(Npy.columns(held));
    Sindy sindy = sindy("finite-difference:4", "stlsq");
    try (StoredFile stored = StoredFile.open(array, named, 1 << 14)) {
      StreamedFit streamed = sindy.fit(stored);
      SindyFit expected = sindy.fit(DataFile.read(array, named));
      assertEquals(expected.model().coefficients(), streamed.fit().model().coefficients());
      assertEquals(expected.halfWidths(), streamed.fit().halfWidths());
    }
  }

  @Test
  void whatIsLeftToTheDataIsChosenFromASample() throws IOException {
    Path path = file(table());
    Sindy sindy = Sindy.automatic();
    try (StoredFile stored = StoredFile.open(path, options(), 1 << 14)) {
      SindyFit fit = sindy.fit(stored).fit();
      List<String> codes = fit.notices().stream().map(Notice::code).toList();
      assertTrue(codes.contains("derivative-automatic"), codes.toString());
      assertTrue(codes.contains("library-automatic"), codes.toString());
      assertTrue(
          fit.notices().stream().anyMatch(n -> n.text().contains("but the data are streamed")),
          fit.notices().toString());
      assertEquals("differential", fit.settings().get("formulation"));
      SindyFit held =
          sindy.formulatedBy(Approach.parse("differential")).fit(DataFile.read(path, options()));
      assertEquals(held.settings().get("derivative"), fit.settings().get("derivative"));
      assertEquals(held.model().coefficients(), fit.model().coefficients());
    }
  }

  static Stream<Sindy> unstreamable() {
    return Stream.of(
        Sindy.automatic().formulatedBy(Approach.parse("weak")),
        Sindy.automatic().formulatedBy(Approach.parse("smoother")),
        Sindy.automatic().ofSecondOrder(),
        Sindy.automatic().withEnsemble(Bagging.defaults()),
        Sindy.automatic().promoting("affine"),
        Sindy.automatic().differentiatedBy(Differentiator.parse("kalman")));
  }

  @ParameterizedTest
  @MethodSource("unstreamable")
  void whatNeedsAllDataAtOnceIsRefusedWithACure(Sindy sindy) throws IOException {
    assertTrue(sindy.obstacleToStreaming().isPresent());
    try (StoredFile stored = StoredFile.open(file(table()), options())) {
      Unsupported refused = assertThrows(Unsupported.class, () -> sindy.fit(stored));
      assertEquals("stream-unsupported", refused.code());
      assertTrue(refused.getMessage().contains("--stream"), refused.getMessage());
    }
  }

  private static String after(int row, String odd) {
    StringBuilder text = new StringBuilder("t,x,y\n");
    for (int i = 0; i < 400; i++) {
      text.append(i).append(",").append(i % 7).append(".5,").append(i % 3).append('\n');
      text.append(i == row ? odd : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300.5,1\n",
        "300.5,1,2,3\n",
        "300.5,,2\n",
        "300.5,abc,2\n",
        "300.5,1d,2\n",
        "300.5,inf,2\n",
        "300.5,1e999,2\n",
        "abc,1,2\n",
        ",1,2\n",
        "10,1,2\n",
        "300,1,2\n",
        "300.5,\"1\"\"x\",2\n",
        "# comment\n300.5,\"x\",2\n"
      })
  void mistakesAreToldAsTheReaderOfTheWholeTellsThem(String odd) throws IOException {
    for (int row : new int[] {0, 150, 300, 399}) {
      Path path = file(after(row, odd));
      SindyException expected =
          assertThrows(SindyException.class, () -> DataFile.read(path, DEFAULTS));
      for (int size : new int[] {300, 1 << 20}) {
        SindyException found =
            assertThrows(SindyException.class, () -> StoredFile.open(path, DEFAULTS, size));
        assertEquals(expected.getMessage(), found.getMessage());
        assertEquals(expected.code(), found.code());
      }
    }
  }

  @Test
  void whatOnlyTheReaderOfTheWholeUnderstandsIsRefusedWithACure() throws IOException {
    assertRefused(after(300, "300.5,\"1\n\",2\n".repeat(90)), "stream-not-plain");
    StringBuilder mixed = new StringBuilder("run,t,x\n");
    StringBuilder late = new StringBuilder("t,x,y\n");
    for (int i = 0; i < 400; i++) {
      mixed.append(i % 2).append(',').append(i).append(",1\n");
      late.append(i).append(",1,").append(i > 300 ? "2\n" : "\n");
    }
    assertRefused(mixed.toString(), "stream-mixed");
    assertRefused(late.toString(), "stream-late-column");
  }

  private void assertRefused(String text, String code) throws IOException {
    Path path = file(text);
    Unsupported refused =
        assertThrows(Unsupported.class, () -> StoredFile.open(path, DEFAULTS, 300));
    assertEquals(code, refused.code());
    assertTrue(refused.getMessage().contains("leave out --stream"), refused.getMessage());
  }
}
