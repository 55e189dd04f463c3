package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Draws the model's rates against the estimated ones, with the line on which they agree. */
record DerivativePainter(DerivativePanel panel, StateColours colours) implements PanelPainter {
  private static final int NAMED = 6;

  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    Range range = Range.EMPTY;
    for (DerivativePanel.Rates rates : panel.rates()) {
      Curve curve = normalised(rates);
      range = range.union(Range.of(curve.x()).extendedTo(Range.of(curve.y()), 0.25));
    }
    Range padded = range.padded(0.06);
    Axes axes = Axes.over(Axes.plotIn(box), padded, padded, false);
    canvas.segment(
        axes.plot().x(), axes.plot().bottom(), axes.plot().right(), axes.plot().y(), Pen.solid(Palette.DATA, 0.7));
    for (DerivativePanel.Rates rates : panel.rates()) {
      double cell = rates.estimated().size() > 500 ? 0.9 : 0.2;
      Points cloud = Thinning.cloud(normalised(rates), axes.x(), axes.y(), axes.plot(), cell);
      canvas.dots(cloud, radius(rates.estimated().size()), colours.of(rates.state()));
    }
    axes.left(canvas, axes.yTicks(), RichText.plain("model rate / r.m.s."), Axes.LEFT);
    axes.bottom(canvas, axes.xTicks(false), RichText.plain("estimated rate / r.m.s."));
    names(canvas, axes.plot());
    new Legend().add(Legend.Mark.LINE, Palette.DATA, "equal").draw(canvas, box, RichText.plain(""));
  }

  private static double radius(int count) {
    return count <= 100 ? 1.7 : count <= 1500 ? 1.1 : 0.7;
  }

  private void names(Canvas canvas, Box plot) {
    int count = Math.min(NAMED, panel.rates().size());
    for (int i = 0; i < count; i++) {
      DerivativePanel.Rates rates = panel.rates().get(i);
      double y = plot.y() + 6 + 10 * i;
      Points dot = new Points(1);
      dot.add(plot.x() + 8, y - 2.6);
      canvas.dots(dot, 1.9, colours.of(rates.state()));
      RichText name = MathText.rate(rates.state()).then("  ").then(agreement(rates));
      canvas.text(plot.x() + 13, y, name.fitted(8, plot.width() * 0.6), TextStyle.of(TextStyle.Anchor.START));
    }
    if (panel.rates().size() > count) {
      RichText more = RichText.plain("and " + (panel.rates().size() - count) + " more");
      canvas.text(plot.x() + 13, plot.y() + 6 + 10 * count, more, TextStyle.of(TextStyle.Anchor.START));
    }
  }

  private static RichText agreement(DerivativePanel.Rates rates) {
    double share = determination(rates);
    if (Double.isNaN(share)) {
      return RichText.plain("");
    }
    String digits = share < 0 ? "< 0" : new BigDecimal(share).setScale(share > 0.999 ? 5 : 3, RoundingMode.DOWN).toPlainString();
    return MathText.of("R^2").then(share < 0 ? " " + digits : " = " + digits);
  }

  /** 1 − Σ(model − estimate)² / Σ(estimate − mean)², over the samples where both are finite. */
  private static double determination(DerivativePanel.Rates rates) {
    Curve curve = normalised(rates);
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
