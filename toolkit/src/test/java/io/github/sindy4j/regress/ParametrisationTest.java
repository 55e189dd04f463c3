package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: singular value decompositions, and spaces known beforehand. */
class ParametrisationTest {
  private static final List<String> SIX = List.of("x: 1", "x: x", "x: y", "y: 1", "y: x", "y: y");

  static Demand equal(String statement, boolean exact, List<double[]> rows, double... targets) {
    List<Demand.Row> made = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      TreeMap<Integer, Rational> entries = new TreeMap<>();
      for (int k = 0; k < rows.get(r).length; k++) {
        if (rows.get(r)[k] != 0) {
          entries.put(k, Rational.simplest(rows.get(r)[k]));
        }
      }
      made.add(new Demand.Row(entries, Rational.simplest(targets[r])));
    }
    return new Demand(statement, Demand.Relation.EQUAL, made, exact);
  }

  private static List<String> numbered(int unknowns) {
    return IntStream.range(0, unknowns).mapToObj(k -> "w" + k).toList();
  }

  @Test
  void statementsLeaveAReadableSpace() {
    Parametrisation p =
        Parametrisation.of(
            List.of(
                equal("x: y = 10", true, List.of(new double[] {0, 0, 1, 0, 0, 0}), 10),
                equal("x: x = y: y", true, List.of(new double[] {0, 1, 0, 0, 0, -1}), 0),
                equal("3 x: 1 = 2 y: 1", true, List.of(new double[] {3, 0, 0, -2, 0, 0}), 0)),
            SIX);
    assertEquals(List.of("2 x: 1 + 3 y: 1", "x: x + y: y", "y: x"), p.names());
    assertEquals(Vec.of(0, 0, 10, 0, 0, 0), p.origin());
    assertEquals(Vec.of(2, 5, 10, 3, 7, 5), p.at(Vec.of(1, 5, 7)));
    assertEquals(Vec.of(1, 5, 7), p.coordinates(p.at(Vec.of(1, 5, 7))));
    assertEquals("x: y = 10; x: x = y: y; 3 x: 1 = 2 y: 1", p.reason());
    assertFalse(p.isEverything());
    Constraint constraint = p.constraint();
    assertEquals(3, constraint.target().size());
    Vec w = p.at(Vec.of(0.3, -2, 1e3));
    assertEquals(0, constraint.map().apply(w).minus(constraint.target()).norm(), 1e-12);
  }

  @Test
  void nothingDemandedLeavesEverything() {
    Parametrisation p = Parametrisation.of(List.of(), SIX);
    assertTrue(p.isEverything());
    assertTrue(p.constraint().isNone());
    assertEquals(SIX, p.names());
    assertEquals(Vec.of(1, 2, 3, 4, 5, 6), p.at(Vec.of(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void anEmptySpaceStaysEmpty() {
    for (boolean exact : new boolean[] {true, false}) {
      List<double[]> all = new ArrayList<>();
      double[] targets = new double[6];
      for (int k = 0; k < 6; k++) {
        double[] row = new double[6];
        row[k] = 2;
        row[(k + 1) % 6] = 1;
        all.add(row);
        targets[k] = 3 * (k % 2);
      }
      Parametrisation p = Parametrisation.of(List.of(equal("all", exact, all, targets)), SIX);
      assertEquals(0, p.dimension());
      assertEquals(6, p.constraint().target().size());
      assertArrayEquals(new double[] {-1, 2, -1, 2, -1, 2}, p.at(Vec.zeros(0)).toArray(), 1e-13);
      assertEquals(0, p.orthonormalBasis().cols());
    }
  }

  @Test
  void exactAndRoundedRowsLeaveTheSpaceThatSingularValuesLeave() {
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int unknowns = 4 + random.nextInt(12);
      int rank = 1 + random.nextInt(unknowns - 1);
      double[][] basis = new double[rank][unknowns];
      for (double[] row : basis) {
        for (int k = 0; k < unknowns; k++) {
          row[k] = random.nextInt(3) == 0 ? random.nextInt(7) - 3 : 0;
        }
      }
      Matrix mixing = Rows.gaussian(random, rank + 3, rank);
      Matrix rows = Matrix.ofRows(basis);
      Matrix mixed = mixing.times(rows);
      Vec d = rows.apply(Vec.adopt(Rows.gaussian(random, unknowns, 1).toArray()).map(Math::rint));
      NullSpace expected = NullSpace.of(rows, d, Tolerance.RANK);
      Demand exact = equal("exact", true, List.of(basis), d.toArray());
      Demand rounded = equal("rounded", false, listOf(mixed), mixing.apply(d).toArray());
      for (List<Demand> demands :
          List.of(List.of(exact), List.of(rounded), List.of(exact, rounded))) {
        Parametrisation p = Parametrisation.of(demands, numbered(unknowns));
        assertEquals(
            expected.basis().cols(), p.dimension(), p.reason() + " of seed " + seed + "\n" + rows);
        assertEquals(0, rows.apply(p.origin()).minus(d).norm(), 1e-10 * (1 + d.norm()));
        Matrix n = p.basis().toMatrix();
        assertEquals(0, Vec.adopt(rows.times(n).toArray()).norm(), 1e-10);
        for (int c = 0; c < p.dimension(); c++) {
          int free = p.free().get(c);
          assertEquals(0, p.origin().get(free));
          assertEquals(n.col(c).get(free), n.row(free).norm(), "seed " + seed);
        }
        Matrix q = p.orthonormalBasis().toMatrix();
        assertArrayEquals(
            Matrix.identity(p.dimension()).toArray(), q.transpose().times(q).toArray(), 1e-13);
        assertEquals(0, Vec.adopt(rows.times(q).toArray()).norm(), 1e-10);
      }
    }
  }

  private static List<double[]> listOf(Matrix rows) {
    return IntStream.range(0, rows.rows()).mapToObj(r -> rows.row(r).toArray()).toList();
  }

  @Test
  void roundedRowsOfASimpleSpaceGiveASimpleBasis() {
    SplittableRandom random = new SplittableRandom(5);
    Matrix simple =
        Matrix.ofRows(new double[] {1, 0, -2, 0, 0, 0}, new double[] {0, 1, 0, 3, 0, 1.5});
    Matrix mixed = Rows.gaussian(random, 9, 2).times(simple);
    Parametrisation p =
        Parametrisation.of(List.of(equal("mixed", false, listOf(mixed), new double[9])), SIX);
    assertEquals(4, p.dimension());
    for (double entry : p.basis().toMatrix().toArray()) {
      assertEquals(Math.rint(entry), entry, "entry " + entry);
    }
  }

  @Test
  void contradictionsNameTheSmallestSetOfStatements() {
    List<Demand> demands =
        List.of(
            equal("x: 1 = 4", true, List.of(new double[] {1, 0, 0, 0, 0, 0}), 4),
            equal("x: x = y: y", true, List.of(new double[] {0, 1, 0, 0, 0, -1}), 0),
            equal("y: x = 1", true, List.of(new double[] {0, 0, 0, 0, 1, 0}), 1),
            equal("x: x = 1", true, List.of(new double[] {0, 1, 0, 0, 0, 0}), 1),
            equal("y: y = 2", false, List.of(new double[] {0, 0, 0, 0, 0, 1}), 2));
    BadSetting error = assertThrows(BadSetting.class, () -> Parametrisation.of(demands, SIX));
    assertEquals("contradiction", error.code());
    assertEquals(
        "no coefficients satisfy all of 'x: x = y: y' and 'x: x = 1' and 'y: y = 2'. "
            + "Drop or correct one of these statements",
        error.getMessage());
    BadSetting same = assertThrows(BadSetting.class, () -> Demands.of(demands, SIX));
    assertEquals(error.getMessage(), same.getMessage());
  }

  @Test
  void boundsThatNothingMeetsNameTheSmallestSetOfStatements() {
    Demand half = atMost("x: 1 + x: x <= 1/2", new double[] {1, 1, 0, 0, 0, 0}, 0.5);
    Demand first = atMost("x: 1 >= 1", new double[] {-1, 0, 0, 0, 0, 0}, -1);
    Demand other = atMost("y: 1 <= 0", new double[] {0, 0, 0, 1, 0, 0}, 0);
    Demand tied = equal("x: x = y: y", true, List.of(new double[] {0, 1, 0, 0, 0, -1}), 0);
    Demand second = atMost("y: y >= 0", new double[] {0, 0, 0, 0, 0, -1}, 0);
    Demands.of(List.of(half, first, other, second), SIX);
    BadSetting error =
        assertThrows(
            BadSetting.class, () -> Demands.of(List.of(half, first, other, tied, second), SIX));
    assertEquals("contradiction", error.code());
    assertTrue(
        String.valueOf(error.getMessage())
            .contains("'x: 1 + x: x <= 1/2' and 'x: 1 >= 1' and 'x: x = y: y' and 'y: y >= 0'."),
        error.getMessage());
  }

  static Demand atMost(String statement, double[] row, double target) {
    return new Demand(
        statement,
        Demand.Relation.AT_MOST,
        equal(statement, true, List.of(row), target).rows(),
        true);
  }

  @Test
  void demandsThatLeaveOnlyZeroAreNamed() {
    Demand odd =
        equal(
            "odd",
            true,
            List.of(
                new double[] {0, 1, 0, 0, 0, 0},
                new double[] {0, 0, 1, 0, 0, 0},
                new double[] {0, 0, 0, 0, 1, 0},
                new double[] {0, 0, 0, 0, 0, 1}),
            0,
            0,
            0,
            0);
    Demand harmless = equal("y: y = 0", true, List.of(new double[] {0, 0, 0, 0, 0, 1}), 0);
    Demand even =
        equal(
            "even",
            true,
            List.of(new double[] {1, 0, 0, 0, 0, 0}, new double[] {0, 0, 0, 1, 0, 0}),
            0,
            0);
    BadSetting error =
        assertThrows(BadSetting.class, () -> Demands.of(List.of(harmless, odd, even), SIX));
    assertEquals("only-zero-model", error.code());
    assertTrue(
        String.valueOf(error.getMessage()).contains("'odd' and 'even'."), error.getMessage());
    assertEquals(2, Demands.of(List.of(odd), SIX).parametrisation().dimension());
  }

  /** x_b ∂/∂x_a − x_a ∂/∂x_b on vector fields, and translations: rows of the Lie derivative. */
  private static List<Demand> euclidean(int degree) {
    MonomialIndex index = new MonomialIndex(6, degree);
    List<Demand> demands = new ArrayList<>();
    int[][] pairs = {{0, 1}, {0, 2}, {1, 2}};
    for (int[] pair : pairs) {
      int[][] swaps = {{pair[0], pair[1]}, {pair[0] + 3, pair[1] + 3}};
      TreeMap<Integer, SortedMap<Integer, Rational>> rows = new TreeMap<>();
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < index.size(); j++) {
          for (int[] ab : swaps) {
            add(index, rows, i, j, ab[0], ab[1], 1);
            add(index, rows, i, j, ab[1], ab[0], -1);
            if (i == ab[1]) {
              put(index, rows, ab[0], j, i * index.size() + j, -1);
            }
            if (i == ab[0]) {
              put(index, rows, ab[1], j, i * index.size() + j, 1);
            }
          }
        }
      }
      demands.add(demand("rotation", rows));
    }
    for (int t = 0; t < 3; t++) {
      TreeMap<Integer, SortedMap<Integer, Rational>> rows = new TreeMap<>();
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < index.size(); j++) {
          int exponent = index.exponent(j, t);
          if (exponent > 0) {
            int[] alpha = IntStream.range(0, 6).map(exponentOf(index, j)).toArray();
            alpha[t]--;
            put(index, rows, i, index.of(alpha), i * index.size() + j, exponent);
          }
        }
      }
      demands.add(demand("translation", rows));
    }
    return demands;
  }

  private static IntUnaryOperator exponentOf(MonomialIndex index, int j) {
    return v -> index.exponent(j, v);
  }

  private static OptionalInt shifted(MonomialIndex index, int j, int a, int b) {
    if (index.exponent(j, a) == 0) {
      return OptionalInt.empty();
    }
    int[] alpha = IntStream.range(0, 6).map(exponentOf(index, j)).toArray();
    alpha[a]--;
    alpha[b]++;
    return OptionalInt.of(index.of(alpha));
  }

  /** sign · ∂/∂x_a (x^α) x_b. */
  private static void add(
      MonomialIndex index,
      Map<Integer, SortedMap<Integer, Rational>> rows,
      int i,
      int j,
      int a,
      int b,
      int sign) {
    shifted(index, j, a, b)
        .ifPresent(
            to -> put(index, rows, i, to, i * index.size() + j, sign * index.exponent(j, a)));
  }

  private static void put(
      MonomialIndex index,
      Map<Integer, SortedMap<Integer, Rational>> rows,
      int output,
      int monomial,
      int column,
      int value) {
    rows.computeIfAbsent(output * index.size() + monomial, r -> new TreeMap<>())
        .merge(column, Rational.of(value), Rational::plus);
  }

  private static Demand demand(String statement, Map<Integer, SortedMap<Integer, Rational>> rows) {
    return new Demand(
        statement,
        Demand.Relation.EQUAL,
        rows.values().stream().map(row -> new Demand.Row(row, Rational.ZERO)).toList(),
        true);
  }

  @Test
  void thousandsOfUnknownsAreReducedInTheTimeOfAWink() {
    List<Demand> demands = euclidean(5);
    List<String> names = numbered(6 * 462);
    assertTrue(demands.stream().mapToInt(d -> d.rows().size()).sum() > 10_000);
    Parametrisation p =
        assertTimeout(Duration.ofSeconds(10), () -> Demands.of(demands, names).parametrisation());
    // Positions do not matter, so fields of v alone: f(|v|²) v in both equations and, in three
    // dimensions, nothing else: v, |v|² v, |v|⁴ v each.
    assertEquals(6, p.dimension());
    assertTimeout(Duration.ofSeconds(10), p::orthonormalBasis);
    assertEquals(2772 - 6, p.constraint().target().size());
  }
}
