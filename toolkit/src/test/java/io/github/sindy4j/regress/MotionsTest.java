package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.PlantedTruth.Family;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the flow of a rotation in closed form, the group law, difference quotients. */
class MotionsTest {
  private static final SparseMatrix TURN =
      SparseMatrix.ofRows(
          2,
          List.<SortedMap<Integer, Double>>of(
              new TreeMap<>(Map.of(1, -1.0)), new TreeMap<>(Map.of(0, 1.0))));

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 3, -40, 300})
  void aRotationTurnsByItsAngleHoweverFar(double angle) {
    Matrix moved = Motions.of(2, List.of(TURN)).moved(Vec.of(angle), Matrix.identity(2));
    assertEquals(Math.cos(angle), moved.get(0, 0), 1e-12 * Math.max(1, Math.abs(angle)));
    assertEquals(-Math.sin(angle), moved.get(0, 1), 1e-12 * Math.max(1, Math.abs(angle)));
    assertEquals(Math.sin(angle), moved.get(1, 0), 1e-12 * Math.max(1, Math.abs(angle)));
  }

  static Stream<Family> families() {
    return Stream.of(Family.linear(4, 2, 3), Family.linearTurned(4, 3), Family.distance(3, 2));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theRankStaysAlongMotions(Family family) {
    PlantedTruth truth = family.draw(3);
    Motions motions = family.motions();
    SplittableRandom random = new SplittableRandom(1);
    Vec xi = LinearMapContract.noise(random, motions.count());
    Vec moved = motions.moved(xi, Matrix.ofColumns(truth.w().toArray())).col(0);
    assertTrue(moved.minus(truth.w()).norm() > 0.1 * truth.w().norm());
    Vec values = Spectrum.of(truth.map().apply(moved)).values();
    int rank = family.rank();
    assertTrue(values.get(values.size() - rank - 1) < 1e-12 * values.last(), values.toString());
    assertTrue(values.get(values.size() - rank) > 1e-6 * values.last(), values.toString());
  }

  @ParameterizedTest
  @MethodSource("families")
  void theWayBackLeadsBack(Family family) {
    Motions motions = family.motions();
    SplittableRandom random = new SplittableRandom(2);
    Vec xi = LinearMapContract.noise(random, motions.count());
    Matrix w = Matrix.ofColumns(family.draw(4).w().toArray());
    Matrix back = motions.moved(xi.times(-1), motions.moved(xi, w));
    assertEquals(0, back.minus(w).norm(), 1e-9 * w.norm());
  }

  @Test
  void theVelocityIsTheDerivativeOfTheFlowAndIsSeenByTheData() {
    Family family = Family.linearTurned(4, 2);
    PlantedTruth truth = family.draw(5);
    Motions motions = family.motions();
    Matrix theta = truth.values(7, 1);
    Matrix seen = motions.seen(theta.transpose(), truth.w());
    for (int g = 0; g < motions.count(); g++) {
      double[] unit = new double[motions.count()];
      unit[g] = 1;
      Vec xi = Vec.of(unit);
      Matrix w = Matrix.ofColumns(truth.w().toArray());
      Matrix there = motions.moved(xi.times(1e-5), w);
      Matrix before = motions.moved(xi.times(-1e-5), w);
      Vec slope = there.minus(before).scaled(0.5e5).col(0);
      Vec velocity = motions.velocity(xi, truth.w());
      assertEquals(0, slope.minus(velocity).norm(), 1e-8 * truth.w().norm());
      assertEquals(0, seen.row(g).minus(theta.apply(velocity)).norm(), 1e-12);
    }
  }

  @Test
  void unitsOfTheUnknownsDoNotMatter() {
    Family family = Family.linearTurned(3, 2);
    PlantedTruth truth = family.draw(6);
    Motions motions = family.motions();
    SplittableRandom random = new SplittableRandom(3);
    Vec sizes = LinearMapContract.noise(random, truth.w().size()).map(Math::exp);
    Vec xi = LinearMapContract.noise(random, motions.count());
    double[] v = truth.w().toArray();
    double[] w = motions.moved(xi, Matrix.ofColumns(truth.w().toArray())).col(0).toArray();
    for (int j = 0; j < v.length; j++) {
      v[j] /= sizes.get(j);
      w[j] /= sizes.get(j);
    }
    Vec moved = motions.inUnits(sizes).moved(xi, Matrix.ofColumns(v)).col(0);
    assertEquals(0, moved.minus(Vec.of(w)).norm(), 1e-11 * moved.norm());
  }

  @Test
  void fieldsOfAnotherSizeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Motions.of(3, List.of(TURN)));
    assertTrue(Motions.none(3).isNone());
  }
}
