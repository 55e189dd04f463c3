package io.github.sindy4j.report;

/** Pieces of HTML that are XML too. */
final class Html {
  private Html() {}

  /**
   * The text with everything escaped that markup could take for its own; characters that XML
   * forbids become U+FFFD.
   */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
  }

  /** The text with its italics, superscripts and subscripts. */
  static String of(RichText text) {
    StringBuilder out = new StringBuilder();
    for (Run run : text.runs()) {
      String piece = escape(run.text());
      piece = run.italic() ? "<i>" + piece + "</i>" : piece;
      out.append(
          switch (run.level()) {
            case LINE -> piece;
            case SUPERSCRIPT -> "<sup>" + piece + "</sup>";
            case SUBSCRIPT -> "<sub>" + piece + "</sub>";
          });
    }
    return out.toString();
  }

  /** A sum such as {@code -y ∂/∂x + x ∂/∂y}, typeset; lines break only between its terms. */
  static String terms(String sum) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < sum.length(); i++) {
      char c = sum.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean sign = sum.startsWith(" + ", i) || sum.startsWith(" - ", i);
      if (sign && depth == 0) {
        term(out, sum.substring(start, i));
        start = i + 1;
      }
    }
    term(out, sum.substring(start));
    return out.toString();
  }

  private static void term(StringBuilder out, String term) {
    out.append(out.isEmpty() ? "" : " ").append("<span class=\"term\">");
    out.append(of(MathText.of(term))).append("</span>");
  }
}
