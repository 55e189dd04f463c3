package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
  private static final Vec T = Vec.of(0, 1, 2, 3);

  @Test
  void dataDeviateFromTheirMeanAndRolloutsFromTheirStart() {
    Curve h = new Curve(T, Vec.of(10, 12, 11, 15));
    Deviations deviations = Deviations.of(new DriftPanel.Quantity("h", 2, List.of(h), List.of(h)));
    assertEquals(Vec.of(-1, 0, -0.5, 1.5), deviations.data().get(0).y());
    assertEquals(Vec.of(0, 1, 0.5, 2.5), deviations.rollout().get(0).y());
  }

  @Test
  void sizesThatDifferMuchStandOnALogarithmicAxisAndOthersDoNot() {
    DrawnThings far = drawn(SymmetrySamples.kepler());
    assertTrue(far.plots.stream().allMatch(plot -> plot.y().logarithmic()));
    DrawnThings near = drawn(SymmetrySamples.linearDrift());
    assertFalse(near.plots.get(0).y().logarithmic());
    assertTrue(new DriftPainter(SymmetrySamples.kepler()).caption().contains("logarithmic"));
    assertFalse(new DriftPainter(SymmetrySamples.linearDrift()).caption().contains("logarithmic"));
  }

  @Test
  void everyQuantityHasAStripUnderItsExpression() {
    DrawnThings things = drawn(SymmetrySamples.kepler());
    assertEquals(2, things.plots.size());
    assertTrue(things.allText().contains("h2 = q1 p2 − q2 p1"), things.allText());
  }

  @Test
  void everyTrajectoryIsALine() {
    long lines =
        drawn(SymmetrySamples.linearDrift()).plots.get(0).layers().stream()
            .filter(layer -> layer.mark() == Plot.Mark.LINE)
            .count();
    assertEquals(3, lines, "one for each rollout");
  }

  @Test
  void moreQuantitiesAndTrajectoriesThanFitAreCounted() {
    DriftPanel.Quantity one = SymmetrySamples.linearDrift().quantities().get(0);
    DriftPanel.Quantity long1 =
        new DriftPanel.Quantity(
            "x^2 + y^2 + " + "z ".repeat(200),
            1,
            Collections.nCopies(40, one.data().get(0)),
            List.of());
    DriftPanel panel = new DriftPanel("t", Collections.nCopies(7, long1));
    assertEquals(4, drawn(panel).plots.size());
    String caption = new DriftPainter(panel).caption();
    assertTrue(caption.contains("3 more not shown"), caption);
    assertTrue(caption.contains("first 12 trajectories"), caption);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
  void constantsOfAnySizeAreDrawn(double value) {
    Curve constant = new Curve(T, Vec.of(value, value, value, value));
    Curve moving = new Curve(T, Vec.of(0, 1e-9, Double.NaN, 1));
    for (List<Curve> data : List.of(List.<Curve>of(), List.of(Curve.EMPTY), List.of(constant))) {
      for (List<Curve> rollout : List.of(List.<Curve>of(), List.of(constant), List.of(moving))) {
        DriftPanel panel =
            new DriftPanel("t", List.of(new DriftPanel.Quantity("h", 1, data, rollout)));
        drawn(panel);
        Xml.parse(Figure.of(panel).svg());
      }
    }
  }

  @Test
  void theSamePanelGivesTheSameBytes() {
    assertEquals(
        Figure.of(SymmetrySamples.kepler()).svg(), Figure.of(SymmetrySamples.kepler()).svg());
  }

  @Test
  void aScaleThatIsNoneIsRefused() {
    for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new DriftPanel.Quantity("h", scale, List.of(), List.of()));
    }
    assertThrows(IllegalArgumentException.class, () -> new DriftPanel("t", List.of()));
  }

  /** Draws it narrow and wide, and finds it tidy. */
  private static DrawnThings drawn(DriftPanel panel) {
    DriftPainter painter = new DriftPainter(panel);
    Box narrow = new Box(2, 2, 249, painter.preferredHeight(249));
    DrawnThings.of(painter, narrow).assertTidy(narrow);
    Box wide = new Box(2, 2, 506, painter.preferredHeight(506));
    DrawnThings things = DrawnThings.of(painter, wide);
    things.assertTidy(wide);
    return things;
  }
}
