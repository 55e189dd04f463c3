package io.github.sindy4j.report;

import java.util.Locale;

/**
 * Writes SVG 1.1: one path for each curve, text as text, coordinates to a hundredth of a point, no
 * dates, no random names.
 */
final class SvgCanvas implements Canvas {
  private final StringBuilder out = new StringBuilder(1 << 16);
  private int clips;

  SvgCanvas(double width, double height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"180mm\" viewBox=\"0 0 ");
    number(width).append(' ');
    number(height)
        .append(
            "\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" fill=\"none\" role=\"img\"");
    out.append(
        " stroke-linejoin=\"round\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  }

  String finish() {
    return out + "</svg>\n";
  }

  @Override
  public void line(Points points, Pen pen) {
    if (points.size() < 2) {
      return;
    }
    out.append("<path d=\"");
    trace(points, false);
    out.append('"');
    stroke(pen);
    out.append("/>\n");
  }

  @Override
  public void dots(Points points, double radius, int colour) {
    if (points.size() == 0) {
      return;
    }
    out.append("<path d=\"");
    for (int i = 0; i < points.size(); i++) {
      if (!points.isBreak(i)) {
        point('M', points.x(i), points.y(i));
        out.append("h0");
      }
    }
    out.append("\" stroke-linecap=\"round\"");
    stroke(Pen.solid(colour, 2 * radius));
    out.append("/>\n");
  }

  @Override
  public void ring(double x, double y, double radius, Pen pen) {
    out.append("<circle cx=\"");
    number(x).append("\" cy=\"");
    number(y).append("\" r=\"");
    number(radius).append('"');
    stroke(pen);
    out.append("/>\n");
  }

  @Override
  public void fill(Box box, int colour) {
    out.append("<rect");
    box(box);
    out.append(" fill=\"").append(hex(colour)).append("\"/>\n");
  }

  @Override
  public void polygon(Points points, int colour) {
    out.append("<path d=\"");
    trace(points, true);
    out.append("\" fill=\"").append(hex(colour)).append("\"/>\n");
  }

  @Override
  public void text(double x, double y, RichText text, TextStyle style) {
    if (text.isEmpty()) {
      return;
    }
    out.append("<text");
    if (style.upwards()) {
      out.append(" transform=\"translate(");
      number(x).append(' ');
      number(y).append(") rotate(-90)\"");
    } else {
      out.append(" x=\"");
      number(x).append("\" y=\"");
      number(y).append('"');
    }
    out.append(" font-size=\"");
    number(style.size()).append("\" fill=\"").append(hex(style.colour())).append('"');
    out.append(style.bold() ? " font-weight=\"bold\"" : "");
    switch (style.anchor()) {
      case START -> {}
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    out.append('>');
    runs(text, style.size());
    out.append("</text>\n");
  }

  private void runs(RichText text, double size) {
    double rise = 0;
    for (Run run : text.runs()) {
      double wanted = RichText.rise(run) * size;
      boolean plain = wanted == rise && !run.italic() && run.level() == Run.Level.LINE;
      if (!plain) {
        out.append("<tspan");
        if (wanted != rise) {
          out.append(" dy=\"");
          number(rise - wanted).append('"');
        }
        if (run.level() != Run.Level.LINE) {
          out.append(" font-size=\"");
          number(size * RichText.SMALL).append('"');
        }
        out.append(run.italic() ? " font-style=\"italic\">" : ">");
      }
      out.append(Html.escape(run.text())).append(plain ? "" : "</tspan>");
      rise = wanted;
    }
  }

  @Override
  public void clip(Box box) {
    String id = "sindy4j-clip-" + ++clips;
    out.append("<clipPath id=\"").append(id).append("\"><rect");
    box(box);
    out.append("/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void unclip() {
    out.append("</g>\n");
  }

  private void trace(Points points, boolean closed) {
    boolean down = false;
    for (int i = 0; i < points.size(); i++) {
      if (points.isBreak(i)) {
        down = false;
        continue;
      }
      point(down ? 'L' : 'M', points.x(i), points.y(i));
      down = true;
    }
    out.append(closed ? "Z" : "");
  }

  private void point(char command, double x, double y) {
    out.append(command);
    number(x).append(' ');
    number(y);
  }

  private void stroke(Pen pen) {
    out.append(" stroke=\"").append(hex(pen.colour())).append("\" stroke-width=\"");
    number(pen.width()).append('"');
    if (pen.dash() > 0) {
      out.append(" stroke-dasharray=\"");
      number(pen.dash()).append('"');
    }
  }

  private void box(Box box) {
    out.append(" x=\"");
    number(box.x()).append("\" y=\"");
    number(box.y()).append("\" width=\"");
    number(box.width()).append("\" height=\"");
    number(box.height()).append('"');
  }

  private static String hex(int colour) {
    return String.format(Locale.ROOT, "#%06x", colour);
  }

  /** Appends a number to a hundredth, without trailing zeros. */
  private StringBuilder number(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      out.append('-');
      hundredths = -hundredths;
    }
    out.append(hundredths / 100);
    long rest = hundredths % 100;
    if (rest != 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        out.append(rest % 10);
      }
    }
    return out;
  }
}
