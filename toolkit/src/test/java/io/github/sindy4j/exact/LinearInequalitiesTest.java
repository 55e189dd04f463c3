package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Oracle: Fourier's elimination, which takes one unknown out after the other. */
class LinearInequalitiesTest {
  /** Rows Σ a_j x_j ≤ b with b last. */
  private static boolean fourier(List<Rational[]> rows, int unknowns) {
    List<Rational[]> left = rows;
    for (int j = 0; j < unknowns; j++) {
      List<Rational[]> next = new ArrayList<>();
      for (Rational[] p : left) {
        if (p[j].isZero()) {
          next.add(p);
        }
        for (Rational[] q : left) {
          if (p[j].signum() > 0 && q[j].signum() < 0) {
            Rational[] sum = new Rational[unknowns + 1];
            for (int k = 0; k <= unknowns; k++) {
              sum[k] = p[k].dividedBy(p[j]).minus(q[k].dividedBy(q[j]));
            }
            next.add(sum);
          }
        }
      }
      left = next;
    }
    return left.stream().allMatch(row -> row[unknowns].signum() >= 0);
  }

  @Test
  void feasibilityIsThatOfFouriersElimination() {
    int feasible = 0;
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int unknowns = 1 + random.nextInt(3);
      int count = 1 + random.nextInt(7);
      List<Rational[]> dense = new ArrayList<>();
      List<Map<Integer, Rational>> rows = new ArrayList<>();
      List<Rational> bounds = new ArrayList<>();
      for (int r = 0; r < count; r++) {
        Rational[] all = new Rational[unknowns + 1];
        Map<Integer, Rational> row = new TreeMap<>();
        for (int j = 0; j < unknowns; j++) {
          all[j] = Rational.of(random.nextInt(5) - 2, 1 + random.nextInt(3));
          row.put(j, all[j]);
        }
        all[unknowns] = Rational.of(random.nextInt(7) - 4, 1 + random.nextInt(3));
        dense.add(all);
        rows.add(row);
        bounds.add(all[unknowns]);
      }
      boolean expected = fourier(dense, unknowns);
      assertEquals(expected, LinearInequalities.areFeasible(rows, bounds), "seed " + seed);
      feasible += expected ? 1 : 0;
    }
    assertTrue(feasible > 100 && feasible < 380, "feasible: " + feasible);
  }

  @Test
  void touchingBoundsAreFeasibleAndAnythingTighterIsNot() {
    List<Map<Integer, Rational>> rows =
        List.of(Map.of(0, Rational.ONE), Map.of(0, Rational.of(-1)));
    Rational third = Rational.of(1, 3);
    assertTrue(LinearInequalities.areFeasible(rows, List.of(third, third.negate())));
    Rational tighter = third.minus(Rational.of(1, Long.MAX_VALUE));
    assertFalse(LinearInequalities.areFeasible(rows, List.of(tighter, third.negate())));
    assertTrue(LinearInequalities.areFeasible(List.of(), List.of()));
    assertFalse(LinearInequalities.areFeasible(List.of(Map.of()), List.of(Rational.of(-1))));
  }
}
