package io.github.sindy4j.report;

/**
 * Widths of Helvetica's characters, in thousandths of the size (Adobe's font metrics; Arial and
 * Liberation Sans share them).
 *
 * <p>Layout rests on this table and not on the fonts of a machine, so that the same figure gives
 * the same picture everywhere.
 */
final class Helvetica {
  private static final int FIRST = ' ';
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space … /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 … ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ … O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P … _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` … o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p … ~
  };

  private Helvetica() {}

  /** The width of a text, in sizes. */
  static double width(String text) {
    return text.codePoints().mapToDouble(Helvetica::width).sum();
  }

  /** The longest beginning that is no wider than this, in sizes. */
  static String prefix(String text, double width) {
    double sum = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      sum += width(codePoint);
      if (sum > width) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private static double width(int codePoint) {
    int index = codePoint - FIRST;
    if (index >= 0 && index < WIDTHS.length) {
      return WIDTHS[index] / 1000.0;
    }
    return switch (codePoint) {
      case '−', '×', '±' -> 0.584;
      case '·', '′', '\u2009' -> 0.25;
      case '\u00A0' -> 0.278;
      case '…', '—' -> 1.0;
      case 'ω' -> 0.78;
      default -> codePoint > 0x2E80 ? 1.0 : 0.58;
    };
  }
}
