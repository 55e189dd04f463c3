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

class ForecastPictureTest {
  private static final Box PANEL = new Box(5, 5, 240, 190);

  private static ForecastPanel.State state(String name, int samples, double loss) {
    Vec t = Samples.times(0, 0.1, samples);
    Vec x = t.map(Math::sin);
    Vec upper = t.map(s -> s > 8 ? loss : Math.sin(s) + 0.05 * s);
    Vec lower = t.map(s -> s > 8 ? -loss : Math.sin(s) - 0.05 * s);
    Curve data = new Curve(t, Samples.noisy(x, 0.1, 1));
    return new ForecastPanel.State(name, data, List.of(new ForecastPanel.Band(t, lower, x, upper)));
  }

  private static ForecastPainter painter(ForecastPanel panel) {
    return new ForecastPainter(panel, StateColours.of(List.of("x", "y")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 25, 100, 20_000})
  void bandsStayInTheirStripsWhereverTheyGo(int samples) {
    for (double loss : new double[] {1, 1e9, 1e300, Double.POSITIVE_INFINITY}) {
      ForecastPanel panel =
          new ForecastPanel(
              "t", List.of(state("x [m]", samples, loss), state("y", samples, loss)), 100, 3);
      DrawnThings things = DrawnThings.of(painter(panel), PANEL);
      things.assertTidy(PANEL);
      assertEquals(2, things.plots.size());
      assertTrue(things.allText().contains("3 stopped"), things.allText());
    }
  }

  @Test
  void theRangeOfAStripFollowsTheDataAndNotALostBand() {
    ForecastPanel panel = new ForecastPanel("t", List.of(state("x", 100, 1e9)), 100, 0);
    Plot plot = DrawnThings.of(painter(panel), PANEL).plots.get(0);
    assertTrue(plot.y().range().span() < 5, "span " + plot.y().range().span());
  }

  @Test
  void theCaptionCountsWhatStoppedAndWhatIsNotShown() {
    ForecastPanel all = new ForecastPanel("t", Collections.nCopies(5, state("x", 100, 1)), 40, 2);
    String caption = painter(all).caption();
    assertTrue(caption.contains("2 of the models stopped"), caption);
    assertTrue(caption.contains("first 3 of 5 states"), caption);
    String quiet = painter(new ForecastPanel("t", List.of(state("x", 9, 1)), 40, 0)).caption();
    assertTrue(quiet.contains("40 models") && quiet.contains("circles"), quiet);
    assertFalse(quiet.contains("stopped") || quiet.contains("shown"), quiet);
  }

  @Test
  void panelsWithoutStatesAndBandsOfUnequalLengthAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ForecastPanel("t", List.of(), 1, 0));
    Vec two = Vec.of(0, 1);
    assertThrows(
        IllegalArgumentException.class, () -> new ForecastPanel.Band(two, two, Vec.of(1), two));
  }
}
