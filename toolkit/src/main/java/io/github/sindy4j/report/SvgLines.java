package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins line elements that continue each other in one style to one path, and equal dots to another:
 * XChart draws piece by piece, which makes files large and leaves notches at the joints.
 */
final class SvgLines {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\""
              + " y2=\"([^\"]*)\"/>");

  private static final Pattern DOT =
      Pattern.compile(
          "\\s*<ellipse cx=\"([^\"]*)\" cy=\"([^\"]*)\" rx=\"([^\"]*)\" ry=\"\\3\""
              + " style=\"fill:(rgb\\([0-9,]*\\));stroke:none;\"/>");

  private SvgLines() {}

  static String joined(String svg) {
    return joinedDots(joinedLines(svg));
  }

  private static String joinedLines(String svg) {
    StringBuilder out = new StringBuilder(svg.length() / 3);
    StringBuilder path = new StringBuilder();
    String style = "";
    String end = "";
    int copied = 0;
    Matcher line = LINE.matcher(svg);
    while (line.find()) {
      if (line.start() != copied || !line.group(1).equals(style)) {
        close(out, path, style);
        out.append(svg, copied, line.start());
        style = line.group(1);
        end = "";
      }
      String from = line.group(2) + "," + line.group(4);
      if (!from.equals(end)) {
        path.append('M').append(point(line.group(2), line.group(4)));
      }
      path.append('L').append(point(line.group(3), line.group(5)));
      end = line.group(3) + "," + line.group(5);
      copied = line.end();
    }
    close(out, path, style);
    return out.append(svg, copied, svg.length()).toString();
  }

  /** A dot is a line of no length with round ends. */
  private static String joinedDots(String svg) {
    StringBuilder out = new StringBuilder(svg.length());
    StringBuilder path = new StringBuilder();
    String style = "";
    int copied = 0;
    Matcher dot = DOT.matcher(svg);
    while (dot.find()) {
      String own =
          "fill:none;stroke:"
              + dot.group(4)
              + ";stroke-linecap:round;stroke-width:"
              + rounded(Double.toString(2 * Double.parseDouble(dot.group(3))));
      if (dot.start() != copied || !own.equals(style)) {
        close(out, path, style);
        out.append(svg, copied, dot.start());
        style = own;
      }
      path.append('M').append(point(dot.group(1), dot.group(2))).append("h0");
      copied = dot.end();
    }
    close(out, path, style);
    return out.append(svg, copied, svg.length()).toString();
  }

  private static void close(StringBuilder out, StringBuilder path, String style) {
    if (path.length() > 0) {
      out.append("\n<path style=\"").append(style).append("\" d=\"");
      out.append(path).append("\"/>");
      path.setLength(0);
    }
  }

  /** To a hundredth of a unit, far below what can be seen. */
  private static String point(String x, String y) {
    return rounded(x) + " " + rounded(y);
  }

  private static String rounded(String number) {
    return new BigDecimal(number)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
