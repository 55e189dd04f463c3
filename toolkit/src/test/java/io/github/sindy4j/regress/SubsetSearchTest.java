package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubsetSearchTest {
  private static final int TERMS = 10;

  /** The triangle of correlated columns and y = 3 of them and noise. */
  private static Matrix planted(long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[200][TERMS + 1];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      for (int j = 0; j < TERMS; j++) {
        row[j] = Math.pow(10, j % 3) * (common + 0.3 * random.nextGaussian());
      }
      row[TERMS] = 2 * row[1] - 0.1 * row[4] + 0.5 * row[6] + random.nextGaussian();
    }
    return TriangularFold.triangle(Matrix.ofRows(rows));
  }

  private static List<Integer> members(int mask) {
    return IntStream.range(0, TERMS).filter(j -> (mask >> j & 1) == 1).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noSubsetOfAllIsBetter(long seed) {
    double penalty = 9;
    SubsetSearch search = new SubsetSearch(planted(seed), penalty);
    Subset found = search.select(List.of());
    double least = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << TERMS; mask++) {
      least = Math.min(least, search.fit(members(mask)).criterion(penalty));
    }
    assertEquals(least, found.criterion(penalty), 1e-9 * least);
  }

  @Test
  void theFactorGivesTheInverseOfTheNormalMatrix() {
    Matrix r = planted(3);
    Subset fit = new SubsetSearch(r, 1).fit(List.of(1, 4, 6));
    Matrix theta = r.columns(1, 4, 6);
    Matrix product = theta.gram().times(fit.factor().timesTranspose(fit.factor()));
    assertTrue(product.minus(Matrix.identity(3)).norm() < 1e-9, product.toString());
    double squares = theta.apply(fit.coefficients()).minus(r.col(TERMS)).norm();
    assertEquals(squares * squares, fit.squaredError(), 1e-9 * squares * squares);
  }

  @Test
  void columnsThatDependOnEarlierOnesAreNotChosen() {
    Matrix r = planted(1);
    double[][] columns = new double[TERMS + 2][];
    for (int j = 0; j < TERMS; j++) {
      columns[j] = r.col(j).toArray();
    }
    columns[TERMS] = r.col(1).times(2).toArray();
    columns[TERMS + 1] = r.col(TERMS).toArray();
    Matrix doubled = TriangularFold.triangle(Matrix.ofColumns(columns));
    SubsetSearch search = new SubsetSearch(doubled, 9);
    assertEquals(IntStream.range(0, TERMS).boxed().toList(), search.independent());
    assertEquals(
        new SubsetSearch(r, 9).select(List.of()).terms(), search.select(List.of()).terms());
  }

  @Test
  void thePathGoesDownOneByOneAndHoldsTheTruth() {
    SubsetSearch search = new SubsetSearch(planted(2), 9);
    List<Subset> path = search.path(TERMS);
    List<Integer> sizes = new ArrayList<>();
    path.forEach(subset -> sizes.add(subset.terms().size()));
    assertEquals(List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), sizes);
    assertEquals(List.of(1, 4, 6), path.get(7).terms());
  }

  @Test
  void neighboursAreAllThatAreOneTermAwayAndNearlyAsGood() {
    double penalty = 9;
    SubsetSearch search = new SubsetSearch(planted(5), penalty);
    Subset best = search.select(List.of());
    List<List<Integer>> expected = new ArrayList<>();
    for (int mask = 0; mask < 1 << TERMS; mask++) {
      List<Integer> other = members(mask);
      int away = 0;
      int more = 0;
      for (int j = 0; j < TERMS; j++) {
        away += !best.terms().contains(j) && other.contains(j) ? 1 : 0;
        more += best.terms().contains(j) && !other.contains(j) ? 1 : 0;
      }
      boolean isNeighbour = away + more > 0 && away <= 1 && more <= 1;
      if (isNeighbour && search.fit(other).criterion(penalty) <= best.criterion(penalty) + 12) {
        expected.add(other);
      }
    }
    List<List<Integer>> found = search.neighbours(best, 12).stream().map(Subset::terms).toList();
    assertTrue(expected.size() > 3, "neighbours: " + expected);
    assertEquals(expected.size(), found.size());
    assertTrue(found.containsAll(expected));
  }

  @Test
  void withoutATermThatHelpsNoneIsChosen() {
    Random random = new Random(9);
    double[][] rows = new double[100][5];
    for (double[] row : rows) {
      for (int j = 0; j < 5; j++) {
        row[j] = random.nextGaussian();
      }
    }
    Matrix r = TriangularFold.triangle(Matrix.ofRows(rows));
    assertEquals(List.of(), new SubsetSearch(r, 30).select(List.of(List.of(0, 2))).terms());
  }
}
