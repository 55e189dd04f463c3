package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.awt.geom.Line2D;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThinningTest {
  private static final Scale X = Scale.linear(new Range(0, 1), 0, 200);
  private static final Scale Y = Scale.linear(new Range(-10, 10), 100, 0);

  @Test
  void everyColumnKeepsItsLowestAndItsHighestPoint() {
    Random random = new Random(1);
    Vec t = Samples.times(0, 1e-5, 100_000);
    Vec x =
        t.map(s -> random.nextInt(5000) == 0 ? 9 * random.nextGaussian() : random.nextGaussian());
    Points thin = Thinning.overAxis(new Curve(t, x), X, Y, List.of());
    TreeMap<Long, double[]> kept = new TreeMap<>();
    for (int i = 0; i < thin.size(); i++) {
      widen(kept, thin.x(i), thin.y(i));
    }
    TreeMap<Long, double[]> all = new TreeMap<>();
    for (int i = 0; i < t.size(); i++) {
      widen(all, X.at(t.get(i)), Y.at(x.get(i)));
    }
    assertEquals(all.keySet(), kept.keySet());
    all.forEach(
        (column, extremes) -> {
          assertEquals(extremes[0], kept.get(column)[0], "lowest in column " + column);
          assertEquals(extremes[1], kept.get(column)[1], "highest in column " + column);
        });
    assertTrue(thin.size() <= 4 * all.size());
  }

  private static void widen(Map<Long, double[]> columns, double x, double y) {
    double[] extremes =
        columns.computeIfAbsent((long) Math.floor(x / Thinning.COLUMN), key -> new double[] {y, y});
    extremes[0] = Math.min(extremes[0], y);
    extremes[1] = Math.max(extremes[1], y);
  }

  @Test
  void aShortCurveKeepsAllItsPoints() {
    Curve curve = new Curve(Vec.of(0, 0.1, 0.2, 0.5), Vec.of(1, -3, 4, 2));
    Points thin = Thinning.overAxis(curve, X, Y, List.of());
    assertEquals(4, thin.size());
    assertEquals(Y.at(-3), thin.y(1));
  }

  @Test
  void gapsHolesAndNewTrajectoriesLiftThePen() {
    Vec t = Vec.of(0, 0.1, 0.5, 0.6, 0.7, 0.8, 0.2, 0.3);
    Vec x = Vec.of(1, 1, 1, 1, Double.NaN, 1, 1, 1);
    Points thin = Thinning.overAxis(new Curve(t, x), X, Y, List.of(new Interval(0.1, 0.5)));
    int breaks = 0;
    for (int i = 0; i < thin.size(); i++) {
      breaks += thin.isBreak(i) ? 1 : 0;
    }
    assertEquals(3, breaks);
  }

  @Test
  void aSpiralIsFollowedToATenthOfAPointWithFewPoints() {
    Vec s = Samples.times(0, 1e-4, 100_000);
    Scale wide = Scale.linear(new Range(-10, 10), 0, 200);
    Curve spiral = new Curve(s.map(a -> a * Math.cos(6 * a)), s.map(a -> a * Math.sin(6 * a)));
    Points thin = Thinning.inPlane(spiral, wide, Y);
    assertTrue(thin.size() < 2500, "kept " + thin.size());
    for (int i = 0; i < spiral.size(); i += 97) {
      double px = wide.at(spiral.x().get(i));
      double py = Y.at(spiral.y().get(i));
      assertTrue(distance(thin, px, py) < 0.36, "at sample " + i);
    }
  }

  private static double distance(Points line, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      least =
          Math.min(
              least, Line2D.ptSegDist(line.x(i - 1), line.y(i - 1), line.x(i), line.y(i), x, y));
    }
    return least;
  }

  @Test
  void aMillionSamplesAreDrawnAtOnce() {
    int samples = 1_000_000;
    Random random = new Random(3);
    Vec t = Samples.times(0, 1e-3, samples);
    Vec x = t.map(s -> Math.sin(s) + 0.1 * random.nextGaussian());
    Vec y = t.map(s -> Math.cos(1.1 * s) + 0.1 * random.nextGaussian());
    ReplayPanel.State state = new ReplayPanel.State("x", new Curve(t, x), new Curve(t, y));
    Figure figure =
        Figure.empty()
            .with(new ReplayPanel("t", List.of(state), List.of(), ""))
            .with(new PhasePanel("x", "y", new Curve(x, y), Curve.EMPTY, Flow.NONE));
    String svg = assertTimeout(Duration.ofSeconds(4), figure::svg);
    assertTrue(svg.length() < 1_500_000, "the picture has " + svg.length() + " characters");
  }
}
