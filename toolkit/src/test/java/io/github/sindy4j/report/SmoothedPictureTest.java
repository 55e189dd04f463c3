package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothedPictureTest {
  private static final Box PANEL = new Box(2, 2, 249, 190);

  private static ReplayPanel.State state(int samples, double half) {
    Vec t = Samples.times(0, 0.1, samples);
    Vec x = t.map(Math::sin);
    ReplayPanel.Band band =
        new ReplayPanel.Band(
            new Curve(t, x.map(v -> v - half)), new Curve(t, x.map(v -> v + half)));
    return new ReplayPanel.State("x", new Curve(t, x), new Curve(t, x), band);
  }

  private static String fill(int colour) {
    return String.format("#%06x", colour);
  }

  @Test
  void theBandIsDrawnInAPaleColourOfTheState() {
    Figure with = Figure.of(new ReplayPanel("t", List.of(state(30, 0.2)), List.of(), ""));
    assertTrue(with.svg().contains("smoothed, 95"), with.svg());
    assertTrue(with.captions().get(0).contains("with probability 95 %"), with.captions().get(0));
    Vec t = Samples.times(0, 0.1, 30);
    Curve curve = new Curve(t, t);
    Figure without =
        Figure.of(
            new ReplayPanel("t", List.of(new ReplayPanel.State("x", curve, curve)), List.of(), ""));
    assertFalse(without.svg().contains("smoothed"));
    String pale = fill(Palette.tint(Palette.series(0)));
    assertEquals("#b3d5e8", pale);
  }

  @Test
  void bandsStayInThePanelWhetherNarrowOrWide() {
    for (double half : new double[] {0, 1e-9, 0.5, 100}) {
      for (int samples : new int[] {2, 21, 5000}) {
        ReplayPanel panel = new ReplayPanel("t", List.of(state(samples, half)), List.of(), "");
        DrawnThings.of(new ReplayPainter(panel), PANEL);
        assertTrue(Figure.of(panel).png().length > 1000);
      }
    }
  }

  @Test
  void edgesOfUnequalLengthsAreRefused() {
    Curve one = new Curve(Vec.of(0), Vec.of(0));
    assertThrows(IllegalArgumentException.class, () -> new ReplayPanel.Band(one, Curve.EMPTY));
  }

  @Test
  void autocorrelationsStandInThePanelWithTheirTests() {
    WhitenessPanel panel =
        new WhitenessPanel(
            0.1,
            List.of(
                new WhitenessPanel.Series("x", Vec.of(0.05, -0.08, 0.01, 0.02), 0.41),
                new WhitenessPanel.Series("y", Vec.of(0.9, 0.7, 0.5, 0.3), 1e-12)));
    DrawnThings things =
        DrawnThings.of(new WhitenessPainter(panel, StateColours.of(List.of("x", "y"))), PANEL);
    things.assertTidy(PANEL);
    assertTrue(things.allText().contains("autocorrelation"), things.allText());
    String caption = Figure.of(panel).captions().get(0);
    assertTrue(caption.contains("x 0.410, y below 0.001"), caption);
    assertThrows(IllegalArgumentException.class, () -> new WhitenessPanel(0.1, List.of()));
  }

  @Test
  void smoothedStatesAreTheLineOfThePhasePortrait() {
    Vec t = Samples.times(0, 0.1, 100);
    Curve circle = new Curve(t.map(Math::cos), t.map(Math::sin));
    PhasePanel panel = new PhasePanel("x", "y", circle, circle, Flow.NONE);
    assertFalse(Figure.of(panel).svg().contains("smoothed"));
    Figure smoothed = Figure.of(panel.withSmoothed(circle));
    assertTrue(smoothed.svg().contains("smoothed"));
    assertTrue(smoothed.captions().get(0).contains("smoothed (grey line)"));
  }
}
