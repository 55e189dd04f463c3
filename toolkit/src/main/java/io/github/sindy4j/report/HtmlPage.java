package io.github.sindy4j.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Lays out a report as one page of HTML that is well-formed XML too. */
final class HtmlPage {
  /** Above this size of the SVG, the page takes the PNG. */
  private static final int LARGEST_SVG = 1_000_000;

  private static final Pattern NUMBER = Pattern.compile("([+−–-]?[0-9].*)?|[–∞]");

  private static final String DIGITS =
      "<p class=\"small\">Digits in parentheses are the half width of the 95&#160;% interval, in units"
          + " of the last digits of the coefficient: −10.00(2) means −10.00&#160;±&#160;0.02; without"
          + " them, six figures are certain.</p>\n";

  private final ReportContent content;
  private final String svg;
  private final byte[] png;
  private final StringBuilder out = new StringBuilder(1 << 16);

  HtmlPage(ReportContent content, String svg, byte[] png) {
    this.content = content;
    this.svg = svg;
    this.png = png;
  }

  String render() {
    String title = Html.escape(content.title());
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<title>")
        .append(title)
        .append(" – sindy4j</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n");
    out.append("<body>\n<main>\n<header>\n<h1>").append(title).append("</h1>\n");
    paragraph("lead", content.lead());
    out.append("</header>\n");
    equations();
    sections(Section.Place.BEFORE_FIGURE);
    remarks();
    figure();
    sections(Section.Place.AFTER_FIGURE);
    folded(Section.of("Coefficients", coefficients()));
    sections(Section.Place.FOLDED);
    provenance();
    out.append("</main>\n</body>\n</html>\n");
    return out.toString();
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException(
            "report.css is missing from the jar beside " + HtmlPage.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void equations() {
    if (content.equations().isEmpty()) {
      return;
    }
    out.append("<section aria-label=\"Equations\">\n<div class=\"equations\">\n");
    for (Equation equation : content.equations()) {
      out.append("<div class=\"left\">")
          .append(Html.of(equation.left()))
          .append("</div><div>=</div>");
      out.append("<div class=\"right\">").append(rightSide(equation)).append("</div>\n");
    }
    out.append("</div>\n");
    boolean intervals =
        content.equations().stream()
            .flatMap(equation -> equation.terms().stream())
            .anyMatch(term -> !Double.isNaN(term.halfWidth()));
    out.append(intervals ? DIGITS : "").append("</section>\n");
  }

  private static String rightSide(Equation equation) {
    if (equation.terms().isEmpty()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    for (Equation.Term term : equation.terms()) {
      boolean negative = term.value() < 0;
      String sign = text.isEmpty() ? (negative ? "−" : "") : (negative ? "− " : "+ ");
      String name = term.name().equals("1") ? "" : "&#160;" + Html.of(MathText.of(term.name()));
      String size = Html.of(UncertainNumber.format(Math.abs(term.value()), term.halfWidth()));
      text.append(text.isEmpty() ? "" : " ").append("<span class=\"term\">");
      text.append(sign).append(size).append(name).append("</span>");
    }
    return text.toString();
  }

  private Table coefficients() {
    List<List<String>> rows =
        content.equations().stream()
            .flatMap(equation -> equation.terms().stream().map(term -> coefficient(equation, term)))
            .toList();
    return Table.of(List.of("equation", "term", "estimate", "95 % interval"), rows);
  }

  private static List<String> coefficient(Equation equation, Equation.Term term) {
    double half = term.halfWidth();
    String interval =
        half == 0
            ? "exact"
            : Double.isFinite(half)
                ? UncertainNumber.text(term.value() - half)
                    + " … "
                    + UncertainNumber.text(term.value() + half)
                : "unknown";
    return List.of(
        equation.name() + (equation.isRate() ? "′" : ""),
        term.name(),
        UncertainNumber.text(term.value()),
        interval);
  }

  private void remarks() {
    if (content.remarks().isEmpty()) {
      return;
    }
    out.append("<section aria-label=\"Remarks\">\n<ul class=\"remarks\">\n");
    content.remarks().stream()
        .sorted(Comparator.comparing((Remark remark) -> !remark.warning()))
        .forEach(this::remark);
    out.append("</ul>\n</section>\n");
  }

  private void remark(Remark remark) {
    out.append(remark.warning() ? "<li class=\"warning\"><strong>Warning.</strong> " : "<li>");
    out.append(Html.escape(remark.text())).append("</li>\n");
  }

  private void figure() {
    if (svg.isEmpty()) {
      return;
    }
    out.append("<figure>\n");
    if (svg.length() <= LARGEST_SVG) {
      out.append(svg);
    } else {
      String data = Base64.getEncoder().encodeToString(png);
      out.append("<img alt=\"Figure\" src=\"data:image/png;base64,").append(data).append("\"/>\n");
    }
    out.append("<figcaption>");
    List<String> captions = content.figure().captions();
    for (int i = 0; i < captions.size(); i++) {
      out.append(i == 0 ? "" : "\n");
      if (captions.size() > 1) {
        out.append("<b>").append(FigurePainter.letter(i)).append("</b> ");
      }
      out.append(Html.escape(captions.get(i)));
    }
    out.append("</figcaption>\n</figure>\n");
  }

  private void sections(Section.Place place) {
    for (Section section : content.sections()) {
      if (section.place() == place && place == Section.Place.FOLDED) {
        folded(section);
      } else if (section.place() == place && !section.isEmpty()) {
        out.append("<section>\n<h2>").append(Html.escape(section.heading())).append("</h2>\n");
        body(section);
        out.append("</section>\n");
      }
    }
  }

  private void folded(Section section) {
    if (!section.isEmpty()) {
      out.append("<section>\n<details>\n<summary>").append(Html.escape(section.heading()));
      out.append("</summary>\n");
      body(section);
      out.append("</details>\n</section>\n");
    }
  }

  private void body(Section section) {
    paragraph("text", section.text());
    if (!section.table().isEmpty()) {
      table(section.table());
    }
  }

  private void table(Table table) {
    out.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (int j = 0; j < table.header().size(); j++) {
      out.append("<th").append(kind(table, j)).append(">");
      out.append(Html.escape(table.header().get(j))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < table.rows().size(); i++) {
      boolean chosen = table.highlighted().isPresent() && table.highlighted().getAsInt() == i;
      out.append(chosen ? "<tr class=\"chosen\">" : "<tr>");
      for (int j = 0; j < table.header().size(); j++) {
        String cell = table.rows().get(i).get(j);
        boolean typeset = table.mathematics().contains(j);
        out.append("<td").append(kind(table, j)).append(">");
        out.append(typeset ? Html.terms(cell) : Html.escape(cell)).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  /** Mathematics and words stand to the left, numbers to the right. */
  private static String kind(Table table, int column) {
    if (table.mathematics().contains(column)) {
      return " class=\"math\"";
    }
    boolean numbers =
        table.rows().stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    return numbers ? "" : " class=\"words\"";
  }

  private void provenance() {
    Provenance from = content.provenance();
    if (from.equals(Provenance.NONE)) {
      return;
    }
    out.append("<section class=\"provenance\">\n<h2>Provenance</h2>\n");
    preformatted("Command", from.commandLine());
    entries("Data", from.data());
    entries("Settings", from.settings());
    entries("Versions", from.versions());
    if (!from.methods().isBlank()) {
      out.append("<h3>Methods, to paste</h3>\n");
      paragraph("methods", from.methods());
    }
    preformatted("References (BibTeX)", from.bibtex());
    out.append("</section>\n");
  }

  private void entries(String heading, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.append("<h3>").append(heading).append("</h3>\n<dl>\n");
    for (Entry entry : entries) {
      out.append("<dt>").append(Html.escape(entry.name())).append("</dt><dd>");
      out.append(Html.escape(entry.value())).append("</dd>\n");
    }
    out.append("</dl>\n");
  }

  private void preformatted(String heading, String text) {
    if (!text.isBlank()) {
      out.append("<h3>")
          .append(heading)
          .append("</h3>\n<pre>")
          .append(Html.escape(text.strip()))
          .append("</pre>\n");
    }
  }

  private void paragraph(String kind, String text) {
    if (!text.isBlank()) {
      out.append("<p class=\"")
          .append(kind)
          .append("\">")
          .append(Html.escape(text))
          .append("</p>\n");
    }
  }
}
