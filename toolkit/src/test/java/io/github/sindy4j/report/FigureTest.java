package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FigureTest {
  @Test
  void theSameFigureGivesTheSameBytes() {
    assertEquals(Samples.lorenzWithSpectrum().svg(), Samples.lorenzWithSpectrum().svg());
    assertArrayEquals(Samples.hareAndLynx().png(), Samples.hareAndLynx().png());
  }

  @Test
  void thePngIs180MillimetresAt300DotsPerInchOnWhiteGround() throws IOException {
    byte[] png = Samples.hareAndLynx().png();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(2126, image.getWidth());
    assertEquals(0xFFFFFFFF, image.getRGB(0, 0));
    assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
    assertEquals("pHYs", new String(png, 37, 4, StandardCharsets.US_ASCII));
    assertEquals(11811, ByteBuffer.wrap(png).getInt(41));
  }

  @Test
  void svgAndPngHaveOneShape() throws IOException {
    Figure figure = Samples.brokenTank();
    String[] box =
        Xml.parse(figure.svg()).getDocumentElement().getAttribute("viewBox").split(" ", -1);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    double ratio = Double.parseDouble(box[3]) / Double.parseDouble(box[2]);
    assertEquals(ratio, image.getHeight() / (double) image.getWidth(), 1e-3);
  }

  @Test
  void textStaysText() {
    String svg = Samples.hareAndLynx().svg();
    assertTrue(svg.contains(">held-out error</text>"), "axis name as text");
    assertTrue(svg.contains(">(a)</text>"), "letter as text");
    assertFalse(svg.contains("<image"), "no pixels");
  }

  @Test
  void everySelectionOfSeveralPanelsIsLetteredWithoutHoles() {
    List<Panel> all = Samples.hareAndLynx().with(SymmetrySamples.sixteen()).panels();
    assertEquals(6, all.size());
    for (int mask = 0; mask < 64; mask++) {
      Figure figure = Figure.empty();
      for (int i = 0; i < 6; i++) {
        figure = (mask >> i & 1) == 1 ? figure.with(all.get(i)) : figure;
      }
      int panels = Integer.bitCount(mask);
      String svg = figure.svg();
      assertEquals(panels, figure.captions().size());
      assertEquals(panels == 0, figure.isEmpty());
      for (int i = 0; i < 6; i++) {
        assertEquals(
            panels > 1 && i < panels,
            svg.contains(">" + FigurePainter.letter(i) + "</text>"),
            "letter " + i + " of " + panels);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        -1,
        1e12,
        1e-12,
        1e300,
        1e-300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.MAX_VALUE,
        Double.MIN_VALUE
      })
  void constantDataOfAnySizeAreDrawn(double value) {
    for (int samples : new int[] {0, 1, 2, 5000}) {
      assertSound(
          degenerate(Samples.times(0, 1, samples), Vec.zeros(samples).map(zero -> value), value));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e12, 1e-12, 1e200, 1e-200})
  void dataOfAnySizeAreDrawn(double size) {
    Vec t = Samples.times(0, size, 300);
    assertSound(degenerate(t, t.map(s -> Math.sin(s / size / 9) * size), size));
  }

  @Test
  void aReplayThatBlowsUpLeavesThePictureAtItsEdge() {
    Vec t = Samples.times(0, 0.01, 2000);
    Vec wild =
        t.map(s -> s < 10 ? Math.exp(3 * s * s) : s < 15 ? Double.NaN : Double.NEGATIVE_INFINITY);
    ReplayPanel.State state =
        new ReplayPanel.State("x", new Curve(t, t.map(Math::sin)), new Curve(t, wild));
    assertSound(
        Figure.empty()
            .with(
                new ReplayPanel(
                    "t", List.of(state), List.of(), "replay left the region at t = 1.2")));
  }

  @Test
  void manyGapsAndHugeOffsetsAreDrawn() {
    Vec t = Samples.times(1.7e18, 1e9, 3000);
    List<Interval> gaps =
        IntStream.range(0, 999)
            .mapToObj(i -> new Interval(t.get(3 * i), t.get(3 * i + 1)))
            .toList();
    ReplayPanel.State state =
        new ReplayPanel.State("x", new Curve(t, t.map(s -> s % 7e10)), Curve.EMPTY);
    assertSound(Figure.empty().with(new ReplayPanel("t", List.of(state), gaps, "")));
  }

  @Test
  void errorsAndSingularValuesOfZeroAreShownAtTheLowerEnd() {
    Figure figure =
        Figure.empty()
            .with(Samples.pareto(3, 1, 0.1, 0, -1, Double.NaN))
            .with(new SpectrumPanel(SymmetrySamples.candidates(Vec.of(2, 1, 0, 0), 1e-9), 1e-9));
    assertSound(figure);
    assertTrue(figure.captions().get(0).contains("Triangle"));
    assertTrue(figure.captions().get(1).contains("Triangle"));
  }

  @Test
  void onlyTheMostUncertainCoefficientsAreDrawnAndTheRestCounted() {
    Figure figure = Samples.ringOfSix();
    assertTrue(figure.svg().contains("the 20 most uncertain of 25"));
    assertTrue(
        figure.captions().get(2).contains("5 coefficients with narrower intervals left out"));
    assertTrue(figure.captions().get(0).contains("The first 3 of 6 states are shown"));
  }

  @ParameterizedTest
  @CsvSource({"1.7e9, 1", "0, 1e-10", "300, 1e-4", "1e6, 0.1", "0, 1e7"})
  void anAxisHasItsMarksWhereverItsValuesLie(double offset, double size) {
    assertEquals(pieces(wave("x", 0, 1)), pieces(wave("x", offset, size)));
  }

  private static Figure wave(String name, double offset, double size) {
    Vec t = Samples.times(0, 0.1, 300);
    Curve curve = new Curve(t.map(s -> offset + size * s), t.map(s -> offset + size * Math.sin(s)));
    ReplayPanel.State state = new ReplayPanel.State(name, curve, Curve.EMPTY);
    return Figure.empty().with(new ReplayPanel("t", List.of(state), List.of(), ""));
  }

  private static int pieces(Figure figure) {
    return Xml.parse(figure.svg()).getElementsByTagName("path").getLength();
  }

  @Test
  void aNameThatLooksLikeAClipPathStaysAsItIs() {
    assertTrue(wave("clip12 pressure (Pa)", 0, 1).svg().contains(">clip12 pressure (Pa)</text>"));
  }

  @Test
  void namesCannotBreakThePicture() {
    ReplayPanel.State state =
        new ReplayPanel.State("<b>\"&'\u0000", new Curve(Vec.of(0, 1), Vec.of(1, 2)), Curve.EMPTY);
    String svg =
        Figure.empty().with(new ReplayPanel("</svg>", List.of(state), List.of(), "<i>")).svg();
    NodeList texts = Xml.parse(svg).getElementsByTagName("text");
    boolean found = false;
    for (int i = 0; i < texts.getLength(); i++) {
      found |= texts.item(i).getTextContent().startsWith("<b>\"&'");
    }
    assertTrue(found, "the name appears as it is");
  }

  @Test
  void curvesOfUnequalLengthsAreRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Curve(Vec.of(1, 2), Vec.of(1)));
    assertEquals("Curve: x and y must have one length but have 2 and 1", refusal.getMessage());
  }

  private static Figure degenerate(Vec t, Vec x, double value) {
    Curve curve = new Curve(t, x);
    Curve holed = new Curve(t, t.map(s -> (long) s % 3 == 0 ? Double.NaN : value));
    ReplayPanel.State state = new ReplayPanel.State("x", curve, holed);
    return Figure.empty()
        .with(new ReplayPanel("t", List.of(state, state), List.of(new Interval(0, 0)), ""))
        .with(new PhasePanel("x", "y", new Curve(x, x), holed, new Flow(x, x, x, x)))
        .with(
            new ForestPanel(
                List.of(
                    new ForestPanel.Row("x", "1", value, -value, value),
                    Samples.row("x", "x", 0, 0))))
        .with(new ParetoPanel(List.of(new ParetoPanel.Candidate(3, value, true)), "error"))
        .with(new DerivativePanel(List.of(new DerivativePanel.Rates("x", x, holed.y()))))
        .with(new SpectrumPanel(SymmetrySamples.candidates(Vec.of(value, 0), value), value))
        .with(
            new DriftPanel(
                "t", List.of(new DriftPanel.Quantity("h", 1, List.of(curve), List.of(holed)))));
  }

  /** Both formats draw, the SVG is well-formed, and all coordinates are numbers. */
  private static void assertSound(Figure figure) {
    Document document = Xml.parse(figure.svg());
    NodeList paths = document.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      String path = paths.item(i).getAttributes().getNamedItem("d").getNodeValue();
      assertTrue(path.matches("[-MLQCZhE0-9., ]*"), path);
      assertFalse(path.contains("92233720368547758"), "a coordinate overflowed");
    }
    NodeList texts = document.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      assertTrue(texts.item(i).getTextContent().length() < 60, texts.item(i).getTextContent());
    }
    assertTrue(figure.png().length > 1000);
  }
}
