package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {
  private static final Box PANEL = new Box(2, 2, 249, 150);

  /** Seen by the two commonest kinds of colour blindness and the rare one (Machado et al. 2009). */
  private static final double[][][] EYES = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  @Test
  void theLegendCountsEveryVerdict() {
    String text = DrawnThings.of(new SpectrumPainter(SymmetrySamples.sixteen()), PANEL).allText();
    for (String entry : List.of("2 held", "1 undecidable", "13 broken", "tolerance")) {
      assertTrue(text.contains(entry), text);
    }
  }

  @Test
  void theOrderInWhichCandidatesAreGivenDoesNotMatter() {
    SpectrumPanel panel = SymmetrySamples.sixteen();
    List<SpectrumPanel.Candidate> shuffled = new ArrayList<>(panel.candidates());
    Collections.shuffle(shuffled, new Random(4));
    assertEquals(panel, new SpectrumPanel(shuffled, panel.tolerance()));
    assertEquals(
        Figure.of(panel).svg(), Figure.of(new SpectrumPanel(shuffled, panel.tolerance())).svg());
  }

  /** 0.06 / 8.4e-12 = 7.1e9; 0.31 / 2.2e-4 = 1409; what is zero leaves the gap open. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3e-12 8.4e-12 0.06 0.1  | gap ×109",
        "2.2e-4 2.2e-4 0.31      | gap ×1400",
        "0.01 0.02 0.08          | gap ×4",
        "0 0 0.3                 | gap >\u00A01015",
        "1e-3 0.0499 0.06        | none",
        "0.3 0.4                 | none",
        "1e-9 1e-8               | none"
      })
  void theGapIsTheFactorBetweenTheLastHeldAndTheNext(String defects, String expected) {
    DrawnThings things = DrawnThings.of(new SpectrumPainter(panel(defects, 0.05)), PANEL);
    String marked =
        things.texts.stream()
            .map(DrawnThings.Text::text)
            .filter(text -> text.startsWith("gap"))
            .findFirst()
            .orElse("none");
    assertEquals(expected, marked);
  }

  private static SpectrumPanel panel(String defects, double tolerance) {
    double[] values =
        Arrays.stream(defects.trim().split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new SpectrumPanel(SymmetrySamples.candidates(Vec.of(values), tolerance), tolerance);
  }

  @Test
  void defectsBelowRoundingAreTrianglesOnAnAxisThatReachesDownToThem() {
    SpectrumPainter painter = new SpectrumPainter(panel("0 3e-17 0.4 0.5", 0.05));
    DrawnThings things = DrawnThings.of(painter, PANEL);
    assertTrue(things.plots.get(0).y().range().min() < SpectrumPanel.ZERO);
    assertTrue(painter.caption().contains("Triangle"));
    assertFalse(new SpectrumPainter(panel("1e-15 0.4", 0.05)).caption().contains("Triangle"));
  }

  @Test
  void heldGeneratorsAreNamedAndNoOthers() {
    String text = DrawnThings.of(new SpectrumPainter(SymmetrySamples.sixteen()), PANEL).allText();
    assertTrue(text.contains("rotation(q1,q2; p1,p2)"), text);
    assertTrue(text.contains("scaling"), text);
    assertFalse(text.contains("g3"), text);
  }

  @Test
  void namesMeetNothingWhateverTheSpectrum() {
    int named = 0;
    for (int seed = 0; seed < 400; seed++) {
      SpectrumPanel panel = random(new Random(seed));
      DrawnThings things = DrawnThings.of(new SpectrumPainter(panel), PANEL);
      things.assertTidy(PANEL);
      Plot axes = things.plots.get(0);
      List<Box> marks = marks(axes);
      double level = axes.y().at(panel.tolerance());
      for (DrawnThings.Text text : things.texts) {
        boolean inside = DrawnThings.meet(text.box(), axes.box());
        named += inside && text.text().startsWith("rot") ? 1 : 0;
        for (Box mark : inside ? marks : List.<Box>of()) {
          assertFalse(DrawnThings.meet(text.box(), mark), "seed " + seed + ": " + text);
        }
        for (Box shape : things.shapes) {
          boolean pole = shape.width() == 0 && shape.height() > 0;
          assertFalse(pole && DrawnThings.meet(text.box(), shape), "seed " + seed + ": " + text);
        }
        boolean lying = text.box().height() < 10;
        Box line = new Box(axes.box().x(), level - 0.2, axes.box().width(), 0.4);
        assertFalse(
            inside && lying && DrawnThings.meet(text.box(), line), "seed " + seed + ": " + text);
      }
    }
    assertTrue(named > 400, "names drawn: " + named);
  }

  /** The points of a spectrum, as the plot's layers hold them. */
  private static List<Box> marks(Plot axes) {
    List<Box> marks = new ArrayList<>();
    for (Plot.Layer layer : axes.layers()) {
      for (int i = 0; i < layer.points().size() && layer.mark() != Plot.Mark.LINE; i++) {
        double r = layer.radius();
        marks.add(new Box(layer.points().x(i) - r, layer.points().y(i) - r, 2 * r, 2 * r));
      }
    }
    return marks;
  }

  private static SpectrumPanel random(Random random) {
    int count = 1 + random.nextInt(30);
    int held = random.nextInt(count + 1);
    double small = Math.pow(10, -1.5 - 15 * random.nextDouble());
    List<SpectrumPanel.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean holds = i < held;
      double size = holds ? small * random.nextDouble() : 0.05 + random.nextDouble();
      Verdict other = random.nextInt(5) == 0 ? Verdict.UNDECIDABLE : Verdict.BROKEN;
      double defect = holds && random.nextInt(6) == 0 ? 0 : size;
      String name = "rotation(x" + i + ",y" + i + ")" + " and more".repeat(random.nextInt(3));
      candidates.add(new SpectrumPanel.Candidate(name, defect, holds ? Verdict.HELD : other));
    }
    return new SpectrumPanel(candidates, 0.05);
  }

  @Test
  void marksOfAVerdictDifferInShapeAndInColourForEveryEye() {
    List<Verdict> verdicts = List.of(Verdict.values());
    assertEquals(3, verdicts.stream().map(VerdictLook::mark).distinct().count());
    for (double[][] eye : EYES) {
      for (Verdict a : verdicts) {
        for (Verdict b : verdicts) {
          double distance = distance(eye, VerdictLook.colour(a), VerdictLook.colour(b));
          assertTrue(a == b || distance > 0.15, a + " and " + b + ": " + distance);
        }
      }
    }
  }

  private static double distance(double[][] eye, int a, int b) {
    double sum = 0;
    for (double[] row : eye) {
      double difference = 0;
      for (int c = 0; c < 3; c++) {
        int shift = 16 - 8 * c;
        difference += row[c] * (linear(a >> shift & 0xFF) - linear(b >> shift & 0xFF));
      }
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double linear(int value) {
    return Math.pow(value / 255.0, 2.2);
  }

  @Test
  void aSpectrumWithoutCandidatesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SpectrumPanel(List.of(), 0.1));
  }
}
