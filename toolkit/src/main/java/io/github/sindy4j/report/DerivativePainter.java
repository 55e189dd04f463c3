package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the model's rates against the estimated ones, with the line on which they agree. */
record DerivativePainter(DerivativePanel panel, StateColours colours) implements PanelPainter {
  private static final int NAMED = 6;

  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    List<Curve> curves = panel.rates().stream().map(DerivativePainter::normalised).toList();
    Range range = Range.EMPTY;
    for (Curve curve : curves) {
      range = range.union(Range.of(curve.x()).extendedTo(Range.of(curve.y()), 0.25));
    }
    Range padded = range.padded(0.06);
    List<RichText> names =
        IntStream.range(0, Math.min(NAMED, curves.size()))
            .mapToObj(i -> name(i, curves.get(i)))
            .toList();
    double widest =
        Math.min(
            0.35 * box.width(), names.stream().mapToDouble(name -> name.width(8)).max().orElse(0));
    Box plot = Plot.plotIn(box.inset(0, 0, widest + 14, 0));
    Plot axes = Plot.over(plot, padded, padded, false);
    axes.withoutGrid();
    axes.segment(plot.x(), plot.bottom(), plot.right(), plot.y(), Pen.solid(Palette.DATA, 0.7));
    clouds(axes, curves);
    axes.draw(
        canvas, RichText.plain("estimated rate / r.m.s."), RichText.plain("model rate / r.m.s."));
    names(canvas, plot, names, widest);
    new Legend().add(Legend.Mark.LINE, Palette.DATA, "equal").draw(canvas, box, RichText.plain(""));
  }

  /** The states take turns, so that none hides the others. */
  private void clouds(Plot axes, List<Curve> curves) {
    int longest = curves.stream().mapToInt(Curve::size).max().orElse(0);
    Cells cells = new Cells(axes.box(), longest > 500 ? 0.9 : 0.1);
    List<Points> clouds = curves.stream().map(curve -> new Points(1024)).toList();
    for (int k = 0; k < longest; k++) {
      for (int j = 0; j < curves.size(); j++) {
        if (k < curves.get(j).size()) {
          double x = axes.x().at(curves.get(j).x().get(k));
          double y = axes.y().at(curves.get(j).y().get(k));
          if (cells.take(x, y)) {
            clouds.get(j).add(x, y);
          }
        }
      }
    }
    double radius = longest <= 100 ? 1.7 : longest <= 1500 ? 1.1 : 0.7;
    for (int j = 0; j < curves.size(); j++) {
      axes.dots(clouds.get(j), radius, colours.of(panel.rates().get(j).state()));
    }
  }

  private RichText name(int index, Curve curve) {
    return MathText.rate(panel.rates().get(index).state())
        .then("\u00A0\u00A0")
        .then(agreement(curve));
  }

  private void names(Canvas canvas, Box plot, List<RichText> names, double width) {
    TextStyle style = TextStyle.of(TextStyle.Anchor.START);
    for (int i = 0; i < names.size(); i++) {
      double y = plot.y() + 6 + 11 * i;
      Points dot = new Points(1);
      dot.add(plot.right() + 10, y - 2.7);
      canvas.dots(dot, 1.9, colours.of(panel.rates().get(i).state()));
      canvas.text(plot.right() + 15, y, names.get(i).fitted(8, width), style);
    }
    if (panel.rates().size() > names.size()) {
      RichText more = RichText.plain("and " + (panel.rates().size() - names.size()) + " more");
      canvas.text(plot.right() + 15, plot.y() + 6 + 11 * names.size(), more, style);
    }
  }

  private static RichText agreement(Curve curve) {
    double share = determination(curve);
    if (Double.isNaN(share)) {
      return RichText.plain("");
    }
    String digits =
        share < 0
            ? "< 0"
            : new BigDecimal(share)
                .setScale(share > 0.999 ? 5 : 3, RoundingMode.DOWN)
                .toPlainString();
    return MathText.of("R^2").then(share < 0 ? " " + digits : " = " + digits);
  }

  /** 1 − Σ(model − estimate)² / Σ(estimate − mean)², over the samples where both are finite. */
  private static double determination(Curve curve) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < curve.size(); i++) {
      if (isUsable(curve, i)) {
        sum += curve.x().get(i);
        count++;
      }
    }
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < curve.size(); i++) {
      if (isUsable(curve, i)) {
        residual += square(curve.y().get(i) - curve.x().get(i));
        spread += square(curve.x().get(i) - sum / count);
      }
    }
    return spread > 0 ? 1 - residual / spread : Double.NaN;
  }

  private static boolean isUsable(Curve curve, int i) {
    return Range.isUsable(curve.x().get(i)) && Range.isUsable(curve.y().get(i));
  }

  private static double square(double value) {
    return value * value;
  }

  private static Curve normalised(DerivativePanel.Rates rates) {
    double largest = Range.of(rates.estimated().map(Math::abs)).max();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < rates.estimated().size(); i++) {
      double value = rates.estimated().get(i);
      if (Range.isUsable(value)) {
        sum += square(value / largest);
        count++;
      }
    }
    double scale = sum > 0 ? largest * Math.sqrt(sum / count) : 1;
    return new Curve(divided(rates.estimated(), scale), divided(rates.modelled(), scale));
  }

  private static Vec divided(Vec values, double scale) {
    return values.map(value -> value / scale);
  }

  @Override
  public String caption() {
    return "Rates of the model against rates estimated from the data, each divided by the root mean square of the estimated rate"
        + " of its state; R² is that of the points shown.";
  }
}
