package io.github.sindy4j.report;

import io.github.sindy4j.Enforcement;
import java.util.List;

/**
 * What a report says, as plain data; what is empty is left out of the page.
 *
 * <pre>{@code
 * ReportContent content = ReportContent.titled("Lorenz").withEquations(equations).withFigure(figure);
 * }</pre>
 *
 * @param title the heading, such as the name of the dataset
 * @param lead a sentence or two below it
 * @param equations the model
 * @param remarks warnings and notes
 * @param figure the picture
 * @param sections tables and paragraphs under headings of their own
 * @param provenance where it all comes from
 */
public record ReportContent(
    String title,
    String lead,
    List<Equation> equations,
    List<Remark> remarks,
    Figure figure,
    List<Section> sections,
    Provenance provenance) {
  /** Copies the lists. */
  public ReportContent {
    equations = List.copyOf(equations);
    remarks = List.copyOf(remarks);
    sections = List.copyOf(sections);
  }

  /** A report with a title and nothing else, to start from. */
  public static ReportContent titled(String title) {
    return new ReportContent(
        title, "", List.of(), List.of(), Figure.empty(), List.of(), Provenance.NONE);
  }

  /** This report with this lead. */
  public ReportContent withLead(String newLead) {
    return new ReportContent(title, newLead, equations, remarks, figure, sections, provenance);
  }

  /** This report with these equations. */
  public ReportContent withEquations(List<Equation> newEquations) {
    return new ReportContent(title, lead, newEquations, remarks, figure, sections, provenance);
  }

  /** This report with these remarks. */
  public ReportContent withRemarks(List<Remark> newRemarks) {
    return new ReportContent(title, lead, equations, newRemarks, figure, sections, provenance);
  }

  /** This report with this picture. */
  public ReportContent withFigure(Figure newFigure) {
    return new ReportContent(title, lead, equations, remarks, newFigure, sections, provenance);
  }

  /** This report with these sections, in their order. */
  public ReportContent withSections(List<Section> newSections) {
    return new ReportContent(title, lead, equations, remarks, figure, newSections, provenance);
  }

  /** This report with one sentence more in its lead: what was enforced, and what that left free. */
  public ReportContent enforcing(Enforcement enforcement) {
    String sentence =
        "Enforced: %s: %d of %s free, residual %s."
            .formatted(
                String.join("; ", enforcement.statements()),
                enforcement.freeCoefficients(),
                Drawing.count(enforcement.unknowns(), "coefficient"),
                UncertainNumber.size(enforcement.residual(), 1));
    return withLead(lead.isBlank() ? sentence : lead + " " + sentence);
  }

  /** This report with this provenance. */
  public ReportContent withProvenance(Provenance newProvenance) {
    return new ReportContent(title, lead, equations, remarks, figure, sections, newProvenance);
  }
}
