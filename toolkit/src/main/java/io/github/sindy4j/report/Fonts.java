package io.github.sindy4j.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

/**
 * The sans-serif font of a machine, shrunk if it runs wider than Helvetica, after whose widths
 * pages are laid out.
 *
 * @param family its name
 * @param shrink by how much sizes are multiplied
 */
record Fonts(String family, double shrink) {
  private static final List<String> WANTED =
      List.of("Helvetica", "Arial", "Liberation Sans", "Nimbus Sans");
  private static final String SAMPLE = "0123456789 abcdefghijklmnopqrstuvwxyz";

  static Fonts ofThisMachine() {
    String family =
        WANTED.stream()
            .filter(name -> new Font(name, Font.PLAIN, 10).getFamily().equals(name))
            .findFirst()
            .orElse(Font.SANS_SERIF);
    double width =
        new Font(family, Font.PLAIN, 100)
            .getStringBounds(SAMPLE, new FontRenderContext(null, true, true))
            .getWidth();
    return new Fonts(family, Math.min(1, 100 * Helvetica.width(SAMPLE) / width));
  }

  /** The upright font at size 1, shrunk. */
  Font plain() {
    return new Font(family, Font.PLAIN, 1).deriveFont((float) shrink);
  }

  Font of(Run run, TextStyle style) {
    int face = (run.italic() ? Font.ITALIC : 0) | (style.bold() ? Font.BOLD : 0);
    return new Font(family, face, 1)
        .deriveFont((float) (style.size() * RichText.scale(run) * shrink));
  }
}
