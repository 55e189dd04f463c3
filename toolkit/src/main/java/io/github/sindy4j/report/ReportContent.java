package io.github.sindy4j.report;

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
 * @param scores how good the model is
 * @param path the models on the way, from which this one was chosen
 * @param provenance where it all comes from
 */
public record ReportContent(
    String title,
    String lead,
    List<Equation> equations,
    List<Remark> remarks,
    Figure figure,
    Table scores,
    Table path,
    Provenance provenance) {
  /** Copies the lists. */
  public ReportContent {
    equations = List.copyOf(equations);
    remarks = List.copyOf(remarks);
  }

  /** A report with a title and nothing else, to start from. */
  public static ReportContent titled(String title) {
    return new ReportContent(
        title, "", List.of(), List.of(), Figure.empty(), Table.NONE, Table.NONE, Provenance.NONE);
  }

  /** This report with this lead. */
  public ReportContent withLead(String newLead) {
    return new ReportContent(title, newLead, equations, remarks, figure, scores, path, provenance);
  }

  /** This report with these equations. */
  public ReportContent withEquations(List<Equation> newEquations) {
    return new ReportContent(title, lead, newEquations, remarks, figure, scores, path, provenance);
  }

  /** This report with these remarks. */
  public ReportContent withRemarks(List<Remark> newRemarks) {
    return new ReportContent(title, lead, equations, newRemarks, figure, scores, path, provenance);
  }

  /** This report with this picture. */
  public ReportContent withFigure(Figure newFigure) {
    return new ReportContent(title, lead, equations, remarks, newFigure, scores, path, provenance);
  }

  /** This report with these scores. */
  public ReportContent withScores(Table newScores) {
    return new ReportContent(title, lead, equations, remarks, figure, newScores, path, provenance);
  }

  /** This report with this table of the models on the way. */
  public ReportContent withPath(Table newPath) {
    return new ReportContent(title, lead, equations, remarks, figure, scores, newPath, provenance);
  }

  /** This report with this provenance. */
  public ReportContent withProvenance(Provenance newProvenance) {
    return new ReportContent(title, lead, equations, remarks, figure, scores, path, newProvenance);
  }
}
