package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupportSearchTest {
  private static final int TERMS = 9;
  private static final int ROWS = 120;
  private static final List<Integer> ALL = IntStream.range(0, TERMS).boxed().toList();

  @Test
  void onSmallLibrariesTheSearchFindsWhatExhaustionFinds() {
    int same = 0;
    for (int seed = 0; seed < 60; seed++) {
      SupportSearch search =
          new SupportSearch(collinearRows(seed), 0, ALL, 0.25, Math.log(ROWS) + Math.log(TERMS));
      double found = search.criterion(search.improve(ALL));
      double least = exhaustive(search);

      assertTrue(found >= least - 1e-9);
      same += found <= least + 1e-9 ? 1 : 0;
    }
    assertTrue(same >= 59, "the best subset was found in " + same + " of 60 problems");
  }

  @Test
  void aTermThatOthersStandInForIsBroughtBack() {
    // y = θ₀, and θ₁ + θ₂ is nearly θ₀: dropping θ₀ first leaves a pair that single drops keep.
    SplittableRandom random = new SplittableRandom(3);
    Block rows = new Block(ROWS, 4);
    rows.setRows(ROWS);
    for (int t = 0; t < ROWS; t++) {
      double a = random.nextDouble(-1, 1);
      double b = random.nextDouble(-1, 1);
      rows.set(t, 0, a + b + random.nextDouble(-0.01, 0.01));
      rows.set(t, 1, a);
      rows.set(t, 2, b);
      rows.set(t, 3, rows.get(t, 0));
    }
    SupportSearch search =
        new SupportSearch(summary(rows), 0, List.of(0, 1, 2), 1e-6, Math.log(ROWS));

    assertEquals(List.of(0), search.improve(List.of(1, 2)));
  }

  @Test
  void errorsOfNeighboursAreThoseOfTheirOwnFits() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RegressionSummary summary = collinearRows(seed);
      // Without a penalty the criterion is the squared error.
      SupportSearch search = new SupportSearch(summary, 0, ALL, 1, 0);
      List<Integer> inside = ALL.stream().filter(j -> random.nextBoolean()).toList();
      double[][] columns = new double[TERMS + 1][];
      for (int j = 0; j <= TERMS; j++) {
        columns[j] = summary.triangle().col(j).toArray();
      }
      Neighbours neighbours = new Neighbours(columns, inside);
      double here = search.criterion(inside);
      for (int i = 0; i < inside.size(); i++) {
        int out = inside.get(i);
        List<Integer> fewer = inside.stream().filter(j -> j != out).toList();
        assertEquals(search.criterion(fewer) - here, neighbours.leaving(i), 1e-9);
      }
      for (int in : ALL) {
        if (!inside.contains(in)) {
          Neighbours.Outside outside = neighbours.outside(in);
          assertEquals(search.criterion(sorted(inside, -1, in)) - here, outside.joining(), 1e-9);
          for (int i = 0; i < inside.size(); i++) {
            double other = search.criterion(sorted(inside, inside.get(i), in));
            assertEquals(other - here, outside.replacing(i), 1e-9);
          }
        }
      }
    }
  }

  private static List<Integer> sorted(List<Integer> terms, int out, int in) {
    return Stream.concat(terms.stream().filter(j -> j != out), Stream.of(in)).sorted().toList();
  }

  private static double exhaustive(SupportSearch search) {
    double least = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << TERMS; mask++) {
      List<Integer> terms = new ArrayList<>();
      for (int j = 0; j < TERMS; j++) {
        if ((mask >> j & 1) == 1) {
          terms.add(j);
        }
      }
      least = Math.min(least, search.criterion(List.copyOf(terms)));
    }
    return least;
  }

  /** Three of nine correlated columns, with noise of variance 1/4. */
  private static RegressionSummary collinearRows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Block rows = new Block(ROWS, TERMS + 1);
    rows.setRows(ROWS);
    for (int t = 0; t < ROWS; t++) {
      double common = random.nextDouble(-2, 2);
      for (int j = 0; j < TERMS; j++) {
        rows.set(t, j, common + random.nextDouble(-1, 1));
      }
      double noise = 0;
      for (int k = 0; k < 12; k++) {
        noise += random.nextDouble(-0.5, 0.5);
      }
      rows.set(t, TERMS, rows.get(t, 1) - 0.8 * rows.get(t, 4) + 0.6 * rows.get(t, 7) + noise / 2);
    }
    return summary(rows);
  }

  private static RegressionSummary summary(Block rows) {
    int q = rows.columns();
    TriangularFold fold = new TriangularFold(q);
    fold.fold(rows);
    return new RegressionSummary(q - 1, fold.triangle(), Vec.zeros(q), ROWS);
  }
}
