package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotionPictureTest {
  private static final Box PANEL = new Box(2, 2, 249, 220);

  private static PromotionPanel panel(boolean errors) {
    List<PromotionPanel.Step> steps = new ArrayList<>();
    for (int k = 0; k <= 6; k++) {
      double fraction = Math.pow(10, -k);
      double broken = k == 0 ? 0 : 0.3 * (1 - fraction);
      steps.add(
          new PromotionPanel.Step(
              fraction,
              Vec.of(1e-5, broken),
              k == 0 ? 2 : 1,
              errors ? 0.1 + fraction : Double.NaN));
    }
    return new PromotionPanel(steps, List.of(true, false), 0.05, 1e-3);
  }

  @Test
  void theThreeStripsShareAnAxisOfPowersOfTen() {
    String svg = Figure.of(panel(true)).svg();
    for (String text : List.of("defect", "within", "held-out error", "0.01", "enforced")) {
      assertTrue(svg.contains(text), text);
    }
  }

  @Test
  void withoutHeldOutRowsThereIsNoStripOfErrors() {
    assertFalse(Figure.of(panel(false)).svg().contains("held-out error"));
    double with = new PromotionPainter(panel(true)).preferredHeight(249);
    assertTrue(new PromotionPainter(panel(false)).preferredHeight(249) < with);
  }

  @Test
  void theSameFigureHasTheSameBytes() {
    assertEquals(Figure.of(panel(true)).svg(), Figure.of(panel(true)).svg());
    assertTrue(
        DrawnThings.of(new PromotionPainter(panel(true)), PANEL).allText().contains("defect"));
  }

  @Test
  void onePointIsNoPath() {
    List<PromotionPanel.Step> one = panel(true).steps().subList(0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new PromotionPanel(one, List.of(true, false), 0.05, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PromotionPanel(panel(true).steps(), List.of(true), 0.05, 1));
  }
}
