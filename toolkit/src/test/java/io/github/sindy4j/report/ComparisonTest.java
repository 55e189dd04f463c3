package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Box THIRD = new Box(2, 2, 160, 150);

  @Test
  void seriesAreNamedInOnePanelAndInTheOthersNot() {
    String named = DrawnThings.of(new ComparisonPainter(panel(true, 1)), THIRD).allText();
    String bare = DrawnThings.of(new ComparisonPainter(panel(false, 1)), THIRD).allText();
    for (String name : List.of("theirs", "ours", "others", "limit")) {
      assertTrue(named.contains(name), named);
      assertFalse(bare.contains(name), bare);
    }
    assertTrue(bare.contains("case 1"), bare);
  }

  @Test
  void namesStandInsideTheirPanelAndAboveWhatIsDrawnAtTheLeft() {
    ComparisonPanel panel = panel(true, 1);
    DrawnThings things = DrawnThings.of(new ComparisonPainter(panel), THIRD);
    things.assertTidy(THIRD);
    double lowest =
        things.texts.stream()
            .filter(text -> text.text().equals("limit"))
            .mapToDouble(text -> text.box().bottom())
            .findFirst()
            .orElseThrow();
    Plot plot = things.plots.get(0);

    assertTrue(lowest < plot.y().at(panel.series().get(0).points().get(0).most()));
  }

  /** On an axis of powers of ten one label alone says nothing. */
  @ParameterizedTest
  @CsvSource({"1, 6.9", "1.7, 10", "2.5, 10", "14, 100"})
  void twoPowersOfTenAreAlwaysOnTheAxis(double factor, double within) {
    Plot plot = DrawnThings.of(new ComparisonPainter(panel(false, factor)), THIRD).plots.get(0);
    Range range = plot.y().range();

    assertTrue(
        Math.floor(Math.log10(range.max())) > Math.ceil(Math.log10(range.min())), range.toString());
    assertTrue(range.min() <= within * 1.0001, range.toString());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "6, 2", "9, 3", "4, 2", "5, 3"})
  void threesOfThemStandThreeInARow(int panels, int rows) {
    Figure figure = Figure.empty();
    for (int i = 0; i < panels; i++) {
      figure = figure.with(panel(i == 0, 1));
    }
    FigurePainter painter = figure.painter();
    DrawnThings things = new DrawnThings();
    painter.paint(things);

    assertEquals(
        rows,
        things.plots.stream()
            .map(plot -> Math.round(plot.box().y()))
            .collect(Collectors.toSet())
            .size());
    boolean lettered = figure.svg().contains(">" + FigurePainter.letter(panels - 1) + "</text>");
    assertEquals(panels > 1, lettered);
  }

  @Test
  void everythingIsDrawnInsideThePlot() {
    Plot plot = DrawnThings.of(new ComparisonPainter(panel(true, 1)), THIRD).plots.get(0);
    Box box = plot.box();
    for (Plot.Layer layer : plot.layers()) {
      for (int i = 0; i < layer.points().size(); i++) {
        double x = layer.points().x(i);
        double y = layer.points().y(i);
        assertTrue(x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom());
      }
    }
  }

  @Test
  void theCaptionSaysWhatBarsAndBandAre() {
    assertEquals(
        "case 1: points needed against dimension, medians; bars and the grey band reach from the"
            + " least to the largest.",
        Figure.of(panel(true, 1)).captions().get(0));
  }

  @Test
  void nothingToCompareIsRefused() {
    List<Series> empty = List.of(new Series("ours", Look.MEASURED, List.of()));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComparisonPanel("", "m", "n", empty, true))
            .getMessage();

    assertTrue(message.contains("leave the panel out instead"), message);
  }

  private static ComparisonPanel panel(boolean named, double factor) {
    return new ComparisonPanel(
        "case 1",
        "dimension",
        "points needed",
        List.of(
            new Series("theirs", Look.BASELINE, points(20 * factor, 4)),
            new Series("ours", Look.MEASURED, points(15 * factor, 4)),
            new Series("others", Look.MEASURED, points(8 * factor, 1)),
            new Series("limit", Look.REFERENCE, points(7 * factor, 4))),
        named);
  }

  private static List<Point> points(double first, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Point(5 + 5 * i, first * (1 + i), first * (1 + i), 1.2 * first * (1 + i)))
        .toList();
  }
}
