package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * One matrix as squares with signed colours, relative to its largest entry, under its name, with
 * its rows and columns named; numbers stand in the squares where all of them fit.
 *
 * @param generator the matrix and its names
 * @param width the room across
 */
record HeatMap(GeneratorPanel.Entries generator, double width) {
  private static final double TITLE = 12;
  private static final double LINE = 10;
  private static final double MOST_PITCH = 24;
  private static final double MOST_LABEL = 34;
  private static final double SIZE = 8;

  double height() {
    return TITLE + above() + pitch() * generator.entries().rows();
  }

  private double pitch() {
    return Math.min(MOST_PITCH, (width - beside()) / generator.entries().cols());
  }

  /** Room for the names of rows. */
  private double beside() {
    return 5 + Math.min(MOST_LABEL, widest(generator.rows()));
  }

  /** Room for the names of columns. */
  private double above() {
    return areUpright() ? 4 + Math.min(MOST_LABEL, widest(generator.columns())) : LINE;
  }

  /** Names of columns stand upright where one is wider than a column. */
  private boolean areUpright() {
    return widest(generator.columns()) > pitch() - 2;
  }

  private static double widest(List<String> names) {
    return names.stream().mapToDouble(name -> MathText.of(name).width(SIZE)).max().orElse(0);
  }

  void draw(Canvas canvas, double x, double y) {
    Matrix entries = generator.entries();
    double pitch = pitch();
    double left = x + (width - beside() - pitch * entries.cols()) / 2;
    Box cells =
        new Box(
            left + beside(), y + TITLE + above(), pitch * entries.cols(), pitch * entries.rows());
    VerdictLook.draw(canvas, left + 2.2, y + 4.7, generator.verdict());
    RichText name = MathText.of(generator.name()).fitted(SIZE, x + width - left - 8);
    canvas.text(left + 8, y + 7.5, name, TextStyle.of(TextStyle.Anchor.START));
    squares(canvas, cells, pitch);
    rowNames(canvas, cells, pitch);
    columnNames(canvas, cells, pitch);
  }

  private void squares(Canvas canvas, Box cells, double pitch) {
    Matrix entries = generator.entries();
    double largest = largest();
    boolean numbered = areNumbersShown(pitch);
    for (int i = 0; i < entries.rows(); i++) {
      for (int j = 0; j < entries.cols(); j++) {
        double share = share(entries.get(i, j), largest);
        Box square = new Box(cells.x() + j * pitch, cells.y() + i * pitch, pitch, pitch);
        if (share != 0) {
          canvas.fill(square, colour(share));
        }
        if (share != 0 && numbered) {
          TextStyle style =
              TextStyle.of(TextStyle.Anchor.MIDDLE)
                  .coloured(Math.abs(share) > 0.55 ? Palette.WHITE : Palette.INK);
          RichText number = RichText.plain(number(entries.get(i, j)));
          canvas.text(square.centreX(), square.centreY() + 2.8, number, style);
        }
      }
    }
    lines(canvas, cells, pitch);
  }

  private static void lines(Canvas canvas, Box cells, double pitch) {
    Points lines = new Points(64);
    for (double x = cells.x() + pitch; x < cells.right() - 0.5 * pitch; x += pitch) {
      lines.add(x, cells.y());
      lines.add(x, cells.bottom());
      lines.lift();
    }
    for (double y = cells.y() + pitch; y < cells.bottom() - 0.5 * pitch; y += pitch) {
      lines.add(cells.x(), y);
      lines.add(cells.right(), y);
      lines.lift();
    }
    canvas.line(lines, Pen.solid(Palette.GRID, 0.5));
    Points frame = new Points(5);
    frame.add(cells.x(), cells.y());
    frame.add(cells.right(), cells.y());
    frame.add(cells.right(), cells.bottom());
    frame.add(cells.x(), cells.bottom());
    frame.add(cells.x(), cells.y());
    canvas.line(frame, Pen.solid(Palette.AXIS, 0.6));
  }

  private void rowNames(Canvas canvas, Box cells, double pitch) {
    int every = (int) Math.ceil(LINE / pitch);
    for (int i = 0; i < generator.rows().size(); i += every) {
      RichText name = MathText.of(generator.rows().get(i)).fitted(SIZE, MOST_LABEL);
      double y = cells.y() + (i + 0.5) * pitch + 2.8;
      canvas.text(cells.x() - 3, y, name, TextStyle.of(TextStyle.Anchor.END));
    }
  }

  private void columnNames(Canvas canvas, Box cells, double pitch) {
    boolean upright = areUpright();
    int every = upright ? (int) Math.ceil(LINE / pitch) : 1;
    TextStyle level = TextStyle.of(TextStyle.Anchor.MIDDLE);
    for (int j = 0; j < generator.columns().size(); j += every) {
      RichText name = MathText.of(generator.columns().get(j)).fitted(SIZE, MOST_LABEL);
      double x = cells.x() + (j + 0.5) * pitch;
      if (upright) {
        TextStyle style = TextStyle.of(TextStyle.Anchor.START).asUpwards();
        canvas.text(x + 2.8, cells.y() - 3, name, style);
      } else {
        canvas.text(x, cells.y() - 3, name, level);
      }
    }
  }

  private double largest() {
    return Range.of(Vec.of(generator.entries().toArray()).map(Math::abs)).max();
  }

  /** The entry relative to the largest; too small or not finite is nothing. */
  private static double share(double entry, double largest) {
    double share = entry / largest;
    return Range.isUsable(share) && Math.abs(share) > 5e-4 ? share : 0;
  }

  private boolean areNumbersShown(double pitch) {
    double largest = largest();
    for (double entry : generator.entries().toArray()) {
      boolean shown = share(entry, largest) != 0;
      if (shown && RichText.plain(number(entry)).width(SIZE) > pitch - 2) {
        return false;
      }
    }
    return true;
  }

  /** Two figures, or all before the point; without the zero before it, as squares are narrow. */
  private static String number(double value) {
    int figures = Math.max(2, (int) Math.floor(Math.log10(Math.abs(value))) + 1);
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(figures)).stripTrailingZeros();
    return rounded.toPlainString().replaceFirst("^(-?)0\\.", "$1.").replace('-', '−');
  }

  /** White at zero, blue for −1, vermilion for 1. */
  static int colour(double share) {
    int end = share < 0 ? Palette.BLUE : Palette.VERMILION;
    double weight = Math.min(1, Math.abs(share));
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      long mixed = Math.round(255 + weight * ((end >> shift & 0xFF) - 255));
      colour |= (int) mixed << shift;
    }
    return colour;
  }
}
