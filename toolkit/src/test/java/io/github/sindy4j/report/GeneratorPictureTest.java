package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorPictureTest {
  private static final Region SQUARE = new Region(Vec.of(-2, -2), Vec.of(2, 2));
  private static final Box NARROW = new Box(2, 2, 249, 150);

  @Test
  void orbitsOfARotationAreCirclesAndTurnTheRightWay() {
    GeneratorField field = GeneratorField.of(SymmetrySamples.rotation(), SQUARE, 0, 1);
    assertConstant(field, Math::hypot);
    for (Curve orbit : field.orbits()) {
      double turn = orbit.x().get(0) * orbit.y().get(1) - orbit.y().get(0) * orbit.x().get(1);
      assertTrue(turn > 0, "counterclockwise");
    }
  }

  @Test
  void orbitsOfAScalingAreRaysOutwards() {
    GeneratorField field = GeneratorField.of(SymmetrySamples.scaling(), SQUARE, 0, 1);
    assertConstant(field, (x, y) -> Math.atan2(y, x));
    for (Curve orbit : field.orbits()) {
      double start = Math.hypot(orbit.x().first(), orbit.y().first());
      assertTrue(Math.hypot(orbit.x().last(), orbit.y().last()) > start);
    }
  }

  /** (x² ∂/∂y): x stays; and the third variable, which moves too, is not seen. */
  @Test
  void orbitsOfANonlinearGeneratorKeepWhatItKeeps() {
    List<String> names = List.of("x", "y", "z");
    List<Expression> components =
        List.of(
            Expression.number(0), Expression.parse("x^2", names), Expression.parse("x^2", names));
    Region cube = new Region(Vec.of(1, 0, 0), Vec.of(3, 2, 2));
    GeneratorField field = GeneratorField.of(new Generator("", names, components), cube, 0, 1);
    assertConstant(field, (x, y) -> x);
    assertTrue(field.orbits().size() > 2);
  }

  private static void assertConstant(
      GeneratorField field, ToDoubleBiFunction<Double, Double> invariant) {
    assertTrue(field.orbits().size() >= 2, "orbits: " + field.orbits().size());
    for (Curve orbit : field.orbits()) {
      double first = invariant.applyAsDouble(orbit.x().first(), orbit.y().first());
      for (int k = 0; k < orbit.size(); k++) {
        double value = invariant.applyAsDouble(orbit.x().get(k), orbit.y().get(k));
        assertEquals(first, value, 1e-6 * Math.max(1, Math.abs(first)));
      }
    }
  }

  @Test
  void arrowsAreTheFieldOnAGrid() {
    Flow arrows = GeneratorField.of(SymmetrySamples.rotation(), SQUARE, 0, 1).arrows();
    assertEquals(64, arrows.size());
    for (int k = 0; k < arrows.size(); k++) {
      assertEquals(-arrows.y().get(k), arrows.dx().get(k), 1e-14);
      assertEquals(arrows.x().get(k), arrows.dy().get(k), 1e-14);
    }
  }

  @Test
  void aGeneratorThatMovesNothingInThePlaneIsNotDrawn() {
    Generator still = Generator.linear("still", SymmetrySamples.PLANE, Matrix.zeros(2, 2));
    PhasePanel panel = SymmetrySamples.hopfPhase(List.of(still, SymmetrySamples.rotation()));
    assertEquals(List.of("rotation(x,y)"), panel.shown().stream().map(g -> g.name()).toList());
    assertFalse(DrawnThings.of(new PhasePainter(panel), NARROW).allText().contains("still"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 2", "5, 2"})
  void atMostTwoGeneratorsAreDrawnAndNamed(int given, int drawn) {
    Generator rotation = SymmetrySamples.rotation();
    PhasePanel panel = SymmetrySamples.hopfPhase(Collections.nCopies(given, rotation));
    DrawnThings things = DrawnThings.of(new PhasePainter(panel), NARROW);
    things.assertTidy(NARROW);
    long names = things.texts.stream().filter(t -> t.text().startsWith("rotation")).count();
    assertEquals(drawn, names);
    assertEquals(drawn > 0, new PhasePainter(panel).caption().contains("symmetry generator"));
  }

  @Test
  void fieldsWithoutOrbitsAreDrawnAsArrows() {
    PhasePanel panel = SymmetrySamples.hopfPhase(List.of(SymmetrySamples.rotation()));
    GeneratorField field = panel.generators().get(0);
    PhasePanel arrows =
        panel.withGenerators(List.of(new GeneratorField("v", field.arrows(), List.of())));
    PhasePanel neither =
        panel.withGenerators(List.of(new GeneratorField("v", Flow.NONE, List.of())));
    int none = layers(panel.withGenerators(List.of()));
    assertEquals(none + 1, layers(arrows));
    assertEquals(none, layers(neither));
    assertEquals(none + field.orbits().size() + 1, layers(panel));
  }

  private static int layers(PhasePanel panel) {
    return DrawnThings.of(new PhasePainter(panel), NARROW).plots.get(0).layers().size();
  }

  @Test
  void anAffineGeneratorHasTheMatrixOfItsCoefficients() {
    Matrix a = Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0.5});
    Generator affine = Generator.affine("v", SymmetrySamples.PLANE, a, Vec.of(0, 2));
    GeneratorPanel.Entries entries = GeneratorPanel.Entries.of(affine, Verdict.HELD).orElseThrow();
    assertEquals(List.of("x", "y", "1"), entries.columns());
    assertArrayEquals(affine.matrix().orElseThrow().toArray(), entries.entries().toArray());
  }

  @Test
  void aPolynomialGeneratorHasAColumnForEveryOtherTerm() {
    List<String> names = SymmetrySamples.PLANE;
    Generator v =
        new Generator(
            "v",
            names,
            List.of(Expression.parse("3 x y - y^2", names), Expression.parse("x + 4", names)));
    GeneratorPanel.Entries entries = GeneratorPanel.Entries.of(v, Verdict.BROKEN).orElseThrow();
    assertEquals(List.of("x", "y", "1", "x y", "y^2"), entries.columns());
    assertEquals(
        Matrix.ofRows(new double[] {0, 0, 0, 3, -1}, new double[] {1, 0, 4, 0, 0}),
        entries.entries());
  }

  @Test
  void aGeneratorThatIsNoPolynomialHasNoMatrix() {
    List<String> names = List.of("x");
    Generator sine = new Generator("v", names, List.of(Expression.parse("sin(x)", names)));
    assertTrue(GeneratorPanel.Entries.of(sine, Verdict.HELD).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void matricesAreTidyInNarrowAndWidePanels(int count) {
    GeneratorPanel all = SymmetrySamples.oscillatorMatrices();
    GeneratorPanel panel = new GeneratorPanel(all.generators().subList(0, count));
    GeneratorPainter painter = new GeneratorPainter(panel);
    for (double width : new double[] {249, 506}) {
      Box box = new Box(2, 2, width, painter.preferredHeight(width));
      DrawnThings things = DrawnThings.of(painter, box);
      things.assertTidy(box);
      int drawn = Math.min(count, GeneratorPanel.MAX_GENERATORS);
      long names = things.texts.stream().filter(t -> t.text().equals("p2")).count();
      assertEquals(2L * drawn, names, "p2 names a row and a column of each");
    }
    assertEquals(count > 6, painter.caption().contains("not shown"));
  }

  @Test
  void coloursOfEntriesRunFromBlueOverWhiteToVermilion() {
    assertEquals(Palette.WHITE, HeatMap.colour(0));
    assertEquals(Palette.BLUE, HeatMap.colour(-1));
    assertEquals(Palette.VERMILION, HeatMap.colour(1));
    assertEquals(0xEAAF80, HeatMap.colour(0.5));
  }

  @Test
  void entriesOfAnySizeAreDrawn() {
    double[] values = {0, 1e-300, 1e300, -1e12, Double.NaN, Double.POSITIVE_INFINITY, 1e-9, 3, 2};
    List<String> names = List.of("a", "very_long_name_of_a_variable", "c");
    GeneratorPanel.Entries odd =
        new GeneratorPanel.Entries(
            "", Verdict.UNDECIDABLE, names, names, Matrix.adopt(3, 3, values));
    GeneratorPanel.Entries none =
        new GeneratorPanel.Entries("n", Verdict.BROKEN, names, names, Matrix.zeros(3, 3));
    Figure figure = Figure.of(new GeneratorPanel(List.of(odd, none)));
    Xml.parse(figure.svg());
    assertTrue(figure.png().length > 1000);
  }

  @Test
  void manyMatricesTakeARowOfTheirOwn() {
    Figure figure = SymmetrySamples.oscillatorPage().figure();
    assertEquals(List.of(0.0, 1.0, 0.0), columns(figure));
    assertEquals(List.of(0.0, 0.0, 1.0), columns(SymmetrySamples.hopfFigure()));
  }

  /** For each panel of a figure, whether its letter stands at the left or in the middle. */
  private static List<Double> columns(Figure figure) {
    DrawnThings things = new DrawnThings();
    figure.painter().paint(things);
    return things.texts.stream()
        .filter(text -> text.text().matches("\\([a-z]\\)"))
        .map(text -> text.box().x() > FigurePainter.WIDTH / 3 ? 1.0 : 0.0)
        .toList();
  }

  @Test
  void matricesThatAreNotShapedLikeTheirNamesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new GeneratorPanel.Entries(
                "v", Verdict.HELD, List.of("x"), List.of("x"), Matrix.zeros(2, 1)));
    assertThrows(IllegalArgumentException.class, () -> new GeneratorPanel(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> GeneratorField.of(SymmetrySamples.rotation(), Region.unit(3), 0, 1));
  }
}
