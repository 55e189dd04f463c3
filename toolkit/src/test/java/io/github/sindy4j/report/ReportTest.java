package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Enforcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ReportTest {
  private static final String NASTY = "<b>\"&'</style><script>alert(1)</script>";

  static Stream<ReportContent> reports() {
    return SamplePages.reports().values().stream();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void thePageIsWellFormedSmallAndNeedsNothingBesideIt(ReportContent content) {
    String html = Report.of(content).html();
    assertTrue(html.length() < 1_500_000, "the page has " + html.length() + " characters");
    NodeList all = Xml.parse(html).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertFalse(
          List.of("script", "link", "iframe", "object").contains(all.item(i).getNodeName()));
      NamedNodeMap attributes = all.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        Node attribute = attributes.item(j);
        boolean refers =
            List.of("src", "href", "xlink:href", "srcset", "data")
                .contains(attribute.getNodeName());
        assertTrue(!refers || attribute.getNodeValue().startsWith("data:"), attribute.toString());
      }
    }
    assertFalse(html.contains("@import"));
    assertFalse(html.matches("(?s).*url\\((?!#).*"), "urls point into the page only");
  }

  @Test
  void equationsAreTypesetWithTheirUncertainty() {
    String html = Report.of(SamplePages.reports().get("lorenz")).html();
    assertTrue(html.contains("<div class=\"left\"><i>x</i>′</div>"), "left side");
    assertTrue(
        html.contains(
            "<span class=\"term\">−10.003(21)&#160;<i>x</i></span> <span class=\"term\">+ 10.003(19)&#160;<i>y</i></span>"),
        "right side");
    assertTrue(html.contains("<td>−10.0244 … −9.9818</td>"), "interval in the table");
  }

  @Test
  void theConstantTermShowsOnlyItsNumberAndNoTermMeansZero() {
    ReportContent content =
        ReportContent.titled("t")
            .withEquations(
                List.of(
                    new Equation("x", List.of(Samples.term("1", -2, 0))),
                    new Equation("y", List.of())));
    String html = Report.of(content).html();
    assertTrue(html.contains("<span class=\"term\">−2</span></div>"));
    assertTrue(html.contains("<div class=\"right\">0</div>"));
  }

  @Test
  void nothingFromTheOutsideBecomesMarkup() {
    Table table = Table.of(List.of(NASTY), List.of(List.of(NASTY)));
    Entry entry = new Entry(NASTY, NASTY);
    ReportContent content =
        ReportContent.titled(NASTY)
            .withLead(NASTY)
            .withEquations(List.of(new Equation(NASTY, List.of(Samples.term(NASTY, 1, 0.1)))))
            .withRemarks(List.of(new Remark(true, NASTY + '\u0001')))
            .withFigure(
                Figure.empty().with(new ForestPanel(List.of(Samples.row(NASTY, NASTY, 1, 0.1)))))
            .withSections(
                List.of(
                    new Section(NASTY, NASTY, table.typesetting(0), Section.Place.BEFORE_FIGURE),
                    Section.of(NASTY, table),
                    Section.of(NASTY, table).at(Section.Place.FOLDED)))
            .withProvenance(
                new Provenance(
                    NASTY, List.of(entry), List.of(entry), List.of(entry), NASTY, NASTY));
    String html = Report.of(content).html();
    assertFalse(html.contains("<script"));
    assertFalse(html.contains("<b>\""));
    assertEquals(NASTY, Xml.parse(html).getElementsByTagName("h1").item(0).getTextContent());
  }

  @Test
  void fieldsOfGeneratorsAreTypesetAboveThePicture() {
    String html = Report.of(SamplePages.reports().get("hopf")).html();
    String field =
        "<span class=\"term\">−<i>y</i> ∂/∂<i>x</i></span> <span class=\"term\">+ <i>x</i>"
            + " ∂/∂<i>y</i></span>";
    assertTrue(html.contains(field), "the rotation");
    assertTrue(html.contains("<td>2.2e−4</td><td>held</td>"), "its defect and verdict");
    assertTrue(html.indexOf(field) < html.indexOf("<figure"), "above the picture");
    assertTrue(html.contains("They span so(2): abelian, closed."), "the algebra");
  }

  @Test
  void conservedQuantitiesAreListedWithTheirDrift() {
    String html = Report.of(SamplePages.reports().get("kepler")).html();
    assertTrue(html.contains("<h2>Conserved quantities</h2>"));
    assertTrue(
        html.contains(
            "<i>q</i><sub>1</sub> <i>p</i><sub>2</sub></span> <span class=\"term\">−"
                + " <i>q</i><sub>2</sub> <i>p</i><sub>1</sub></span></td><td>0.0030</td><td>–</td>"));
  }

  @Test
  void whatWasEnforcedStandsInTheLead() {
    ReportContent bare = ReportContent.titled("t");
    assertEquals(
        "Found. Enforced: so(2) on (x,y): 4 of 20 coefficients free, residual 2e−16.",
        bare.withLead("Found.")
            .enforcing(new Enforcement(List.of("so(2) on (x,y)"), List.of(), 20, 4, 2.2e-16))
            .lead());
    assertEquals(
        "Enforced: swap; x: y = 10: 0 of 1 coefficient free, residual 0.",
        bare.enforcing(new Enforcement(List.of("swap", "x: y = 10"), List.of("swap"), 1, 0, 0))
            .lead());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Enforcement(List.of("so(2)"), List.of(), 20, 21, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Enforcement(List.of(), List.of(), 20, 4, 0));
  }

  @Test
  void sectionsWithNothingInThemAreLeftOut() {
    ReportContent content =
        ReportContent.titled("t")
            .withSections(
                List.of(
                    SymmetrySections.continuous("", List.of()),
                    SymmetrySections.discrete("None was found.", List.of())));
    String html = Report.of(content).html();
    assertFalse(html.contains("Continuous"));
    assertTrue(html.contains("None was found."));
    assertFalse(html.contains("<table"));
  }

  @Test
  void warningsComeBeforeNotes() {
    String html = Report.of(SamplePages.reports().get("hare")).html();
    assertTrue(html.indexOf("contains zero") < html.indexOf("Rates were smoothed"));
  }

  @Test
  void whatIsEmptyIsLeftOut() {
    String html = Report.of(ReportContent.titled("Nothing yet")).html();
    Xml.parse(html);
    for (String absent : List.of("<figure", "<table", "<section", "<dl", "<pre")) {
      assertFalse(html.contains(absent), absent);
    }
  }

  @Test
  void theFilesHoldWhatTheMethodsReturn(@TempDir Path directory) throws IOException {
    Report report = Report.of(SamplePages.reports().get("tank"));
    List<Path> written = report.writeTo(directory.resolve("a/b"));
    assertEquals(
        List.of("report.html", "figure.svg", "figure.png"),
        written.stream().map(path -> path.getFileName().toString()).toList());
    assertEquals(report.html(), Files.readString(written.get(0)));
    assertEquals(report.figureSvg(), Files.readString(written.get(1)));
    assertArrayEquals(report.figurePng(), Files.readAllBytes(written.get(2)));
  }

  @Test
  void theSameContentGivesTheSamePage() {
    assertEquals(
        Report.of(SamplePages.reports().get("ring")).html(),
        Report.of(SamplePages.reports().get("ring")).html());
  }
}
