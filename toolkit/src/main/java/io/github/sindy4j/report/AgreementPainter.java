package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws what a model says against what was found in the data, with the line on which they agree.
 *
 * @param clouds one for each equation
 * @param across what is found, for the axis
 * @param up what the model says, for the axis
 * @param caption what there is to see
 * @param colours one for each equation
 */
record AgreementPainter(
    List<Cloud> clouds, String across, String up, String caption, StateColours colours)
    implements PanelPainter {
  private static final int NAMED = 6;

  /** One equation: how it is called, how that is written, and its points. */
  record Cloud(String equation, RichText name, Curve curve) {}

  /** The model's rates against the estimated ones, each divided by the root mean square. */
  static AgreementPainter of(DerivativePanel panel, StateColours colours) {
    List<Cloud> clouds =
        panel.rates().stream()
            .map(r -> new Cloud(r.state(), MathText.rate(r.state()), normalised(r)))
            .toList();
    return new AgreementPainter(
        clouds,
        "estimated rate / r.m.s.",
        "model rate / r.m.s.",
        "Rates of the model against rates estimated from the data, each divided by the root mean square of the estimated rate"
            + " of its state; R² is that of the points shown.",
        colours);
  }

  /** The values of a function against the measured ones. */
  static AgreementPainter of(OutputPanel panel, StateColours colours) {
    boolean alone = panel.outputs().size() == 1;
    List<Cloud> clouds =
        panel.outputs().stream()
            .map(
                o ->
                    new Cloud(
                        o.name(),
                        MathText.label(o.name()),
                        alone ? new Curve(o.measured(), o.predicted()) : standardised(o)))
            .toList();
    OutputPanel.Output first = panel.outputs().get(0);
    String unit = first.unit().isEmpty() ? "" : " [" + first.unit() + "]";
    return new AgreementPainter(
        clouds,
        alone ? "measured " + first.name() + unit : "measured, standardised",
        alone ? "predicted " + first.name() + unit : "predicted, standardised",
        "Values of the function against the measured ones"
            + (alone
                ? ""
                : ", each shifted by the mean and divided by the spread of the measured ones")
            + "; R² is that of the points shown.",
        colours);
  }

  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    List<Curve> curves = clouds.stream().map(Cloud::curve).toList();
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
    axes.draw(canvas, RichText.plain(across), RichText.plain(up));
    names(canvas, plot, names, widest);
    new Legend().add(Legend.Mark.LINE, Palette.DATA, "equal").draw(canvas, box, RichText.plain(""));
  }

  /** The states take turns, so that none hides the others. */
  private void clouds(Plot axes, List<Curve> curves) {
    int longest = curves.stream().mapToInt(Curve::size).max().orElse(0);
    Cells cells = new Cells(axes.box(), longest > 500 ? 0.9 : 0.1);
    List<Points> dots = curves.stream().map(curve -> new Points(1024)).toList();
    for (int k = 0; k < longest; k++) {
      for (int j = 0; j < curves.size(); j++) {
        if (k < curves.get(j).size()) {
          double x = axes.x().at(curves.get(j).x().get(k));
          double y = axes.y().at(curves.get(j).y().get(k));
          if (cells.take(x, y)) {
            dots.get(j).add(x, y);
          }
        }
      }
    }
    double radius = longest <= 100 ? 1.7 : longest <= 1500 ? 1.1 : 0.7;
    for (int j = 0; j < curves.size(); j++) {
      axes.dots(dots.get(j), radius, colours.of(clouds.get(j).equation()));
    }
  }

  private RichText name(int index, Curve curve) {
    return clouds.get(index).name().then("\u00A0\u00A0").then(agreement(curve));
  }

  private void names(Canvas canvas, Box plot, List<RichText> names, double width) {
    TextStyle style = TextStyle.of(TextStyle.Anchor.START);
    for (int i = 0; i < names.size(); i++) {
      double y = plot.y() + 6 + 11 * i;
      Points dot = new Points(1);
      dot.add(plot.right() + 10, y - 2.7);
      canvas.dots(dot, 1.9, colours.of(clouds.get(i).equation()));
      canvas.text(plot.right() + 15, y, names.get(i).fitted(8, width), style);
    }
    if (clouds.size() > names.size()) {
      RichText more = RichText.plain("and " + (clouds.size() - names.size()) + " more");
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

  private static Curve standardised(OutputPanel.Output output) {
    Vec measured = output.measured();
    double mean = measured.dot(measured.map(y -> 1)) / Math.max(1, measured.size());
    double spread = measured.map(y -> y - mean).norm() / Math.sqrt(Math.max(1, measured.size()));
    double scale = spread > 0 ? spread : 1;
    return new Curve(
        measured.map(y -> (y - mean) / scale), output.predicted().map(y -> (y - mean) / scale));
  }
}
