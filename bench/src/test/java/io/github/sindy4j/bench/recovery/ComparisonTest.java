package io.github.sindy4j.bench.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.report.ComparisonPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /** The published totals: 52 thousand, 2.0 million and 0.4 million seconds. */
  @Test
  void publishedTablesAreComplete() {
    assertEquals(51_996, total(Kind.ORTHO_T), 1);
    assertEquals(2_003_009, total(Kind.ORTHO_SE), 1);
    assertEquals(397_022, total(Kind.QUAD_SE), 1);
  }

  private static double total(Kind kind) {
    return Published.rows(kind).stream().mapToDouble(Row::seconds).sum();
  }

  @Test
  void libraryAndSeedsOfThePublishedRowsAreOurs() {
    for (Kind kind : Kind.values()) {
      for (Row row : Published.rows(kind)) {
        assertEquals(row.key().family().librarySize(), row.terms());
        assertTrue(row.points() > 1 && row.points() <= row.terms() + 1);
      }
    }
  }

  /** Wilcoxon's tables: of 2¹⁰ signs, one has all ranks positive, 43 have a sum of 45 or more. */
  @Test
  void signedRanksHaveTheirTabulatedProbabilities() {
    assertEquals(1 / 1024.0, SignedRank.above(differences(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
    assertEquals(43 / 1024.0, SignedRank.above(differences(1, 2, 3, -4, 5, -6, 7, 8, 9, 10)));
    assertEquals(1, SignedRank.above(differences(-1, -2, -3)));
    assertEquals(1, SignedRank.above(differences(0, 0)));
    assertEquals(1 / 8.0, SignedRank.above(differences(0, 5, 5, 5)));
    assertEquals(3 / 4.0, SignedRank.above(differences(2, -2)));
  }

  @Test
  void signedRanksAgreeWithAllSignsTriedOneByOne() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 50; trial++) {
      double[] sizes = new double[8];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = random.nextInt(1, 6) * (random.nextBoolean() ? 1 : -1);
      }
      double statistic = positive(sizes, sizes);
      int asLarge = 0;
      for (int signs = 0; signs < 256; signs++) {
        double[] flipped = sizes.clone();
        for (int i = 0; i < 8; i++) {
          flipped[i] = Math.abs(sizes[i]) * ((signs >> i & 1) == 1 ? 1 : -1);
        }
        asLarge += positive(flipped, sizes) >= statistic ? 1 : 0;
      }

      assertEquals(asLarge / 256.0, SignedRank.above(differences(sizes)), 1e-12);
    }
  }

  /** The sum of the ranks of the positive ones, ties at their mean. */
  private static double positive(double[] signed, double[] sizes) {
    double sum = 0;
    for (double value : signed) {
      double rank = 0.5;
      for (double other : sizes) {
        rank +=
            Math.abs(other) < Math.abs(value) ? 1 : Math.abs(other) == Math.abs(value) ? 0.5 : 0;
      }
      sum += value > 0 ? rank : 0;
    }
    return sum;
  }

  private static List<Double> differences(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void rowsArePairedBySeedAndCellsComparedByTheirMedians() {
    List<Row> published = Published.rows(Kind.ORTHO_T);
    List<Row> ours = shifted(published, -2);
    List<CellComparison> cells = CellComparison.of(published, ours.subList(0, 17));

    assertEquals(2, cells.size());
    assertEquals(7, cells.get(1).ours().size());
    assertEquals("ortho-t:5:1:2", cells.get(0).family().text());
    for (int i = 0; i < 10; i++) {
      assertEquals(
          cells.get(0).published().get(i).key().seed(), cells.get(0).ours().get(i).key().seed());
    }
    assertEquals(11.5 / 13.5, cells.get(0).ratio(), 1e-12);
    assertEquals(1, cells.get(0).above());
  }

  @Test
  void theTableSaysWhatIsBetterAndWhatIsSignificantlyWorse() {
    List<Row> published = Published.rows(Kind.ORTHO_T).subList(0, 20);
    RecoveryWay way = new RecoveryWay(Method.NUCLEAR, RecoveryOperator.EXACT);
    String better =
        ComparisonText.of(Kind.ORTHO_T, way, CellComparison.of(published, shifted(published, -2)));
    String worse =
        ComparisonText.of(Kind.ORTHO_T, way, CellComparison.of(published, shifted(published, 2)));

    assertTrue(better.contains("| 1 | 2 | 5 | 21 | 7 | 10 | 13.5 (12–19) | 11.5 (10–17) | 0.85 |"));
    assertTrue(better.contains("significantly (p < 0.05): none"), better);
    assertTrue(worse.contains("significantly (p < 0.05): ortho-t:5:1:2, ortho-t:10:1:2"), worse);
    assertTrue(worse.contains("Holm's correction for 2 cells: ortho-t:5:1:2"), worse);
    assertTrue(better.contains("fewer points than published: 20, as many: 0, more: 0"), better);
  }

  @Test
  void eachDegreeAndNumberOfFormsHasAPanelWithAllWays() {
    List<Row> published = Published.rows(Kind.ORTHO_T);
    Map<RecoveryWay, List<CellComparison>> ways =
        Map.of(
            new RecoveryWay(Method.NUCLEAR, RecoveryOperator.EXACT),
            CellComparison.of(published, shifted(published, -2)));
    var figure = RecoveryPicture.of(published, ways);

    assertEquals(9, figure.panels().size());
    ComparisonPanel first = (ComparisonPanel) figure.panels().get(0);
    assertEquals("r = 1, d = 2", first.title());
    assertEquals(
        List.of("published", "nuclear norm", "parameters"),
        first.series().stream().map(ComparisonPanel.Series::name).toList());
    assertEquals(new ComparisonPanel.Point(5, 13.5, 12, 19), first.series().get(0).points().get(0));
    assertEquals(new ComparisonPanel.Point(50, 52, 52, 52), first.series().get(2).points().get(9));
    assertTrue(first.named());
  }

  private static List<Row> shifted(List<Row> published, int by) {
    List<Row> ours = new ArrayList<>();
    for (Row row : published) {
      RecoveryFamily family = row.key().family();
      ours.add(
          new Row(
              new Row.Key(family, row.key().seed(), RecoveryOperator.EXACT, Method.NUCLEAR),
              row.points() + by,
              row.terms(),
              row.seconds() / 100,
              row.iterations(),
              row.cpu() / 100));
    }
    return ours;
  }
}
