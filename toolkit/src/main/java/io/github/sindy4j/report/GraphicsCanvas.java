package io.github.sindy4j.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;

/** Draws on a graphics whose unit is the point: plots by XChart, text and small marks itself. */
final class GraphicsCanvas implements Canvas {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Graphics2D graphics;
  private final Fonts fonts = Fonts.ofThisMachine();

  GraphicsCanvas(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void plot(Plot plot) {
    new PlotChart(plot, fonts.plain()).paint(graphics);
  }

  @Override
  public void line(Points points, Pen pen) {
    if (points.size() > 1) {
      use(pen);
      graphics.draw(path(points));
    }
  }

  @Override
  public void dots(Points points, double radius, int colour) {
    graphics.setColor(new Color(colour));
    for (int i = 0; i < points.size(); i++) {
      if (!points.isBreak(i)) {
        graphics.fill(disc(points.x(i), points.y(i), radius));
      }
    }
  }

  @Override
  public void ring(double x, double y, double radius, Pen pen) {
    use(pen);
    graphics.draw(disc(x, y, radius));
  }

  @Override
  public void fill(Box box, int colour) {
    graphics.setColor(new Color(colour));
    graphics.fill(rectangle(box));
  }

  @Override
  public void polygon(Points points, int colour) {
    Path2D path = path(points);
    path.closePath();
    graphics.setColor(new Color(colour));
    graphics.fill(path);
  }

  @Override
  public void text(double x, double y, RichText text, TextStyle style) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    if (style.upwards()) {
      graphics.rotate(-Math.PI / 2);
    }
    graphics.setColor(new Color(style.colour()));
    double pen =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> -width(text, style) / 2;
          case END -> -width(text, style);
        };
    for (Run run : text.runs()) {
      Font font = fonts.of(run, style);
      graphics.setFont(font);
      String shown = CONTROL.matcher(run.text()).replaceAll("\uFFFD");
      graphics.drawString(shown, (float) pen, (float) (-RichText.rise(run) * style.size()));
      pen += width(run, font);
    }
    graphics.setTransform(before);
  }

  private double width(RichText text, TextStyle style) {
    return text.runs().stream().mapToDouble(run -> width(run, fonts.of(run, style))).sum();
  }

  private static double width(Run run, Font font) {
    return font.getStringBounds(run.text(), new FontRenderContext(null, true, true)).getWidth();
  }

  @Override
  public void clip(Box box) {
    graphics.setClip(rectangle(box));
  }

  @Override
  public void unclip() {
    graphics.setClip(null);
  }

  private void use(Pen pen) {
    float width = (float) pen.width();
    float[] dashes = {(float) Math.max(pen.dash(), 1e-3)};
    graphics.setColor(new Color(pen.colour()));
    graphics.setStroke(
        pen.dash() > 0
            ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
  }

  private static Path2D path(Points points) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.size());
    boolean down = false;
    for (int i = 0; i < points.size(); i++) {
      if (points.isBreak(i)) {
        down = false;
      } else if (down) {
        path.lineTo(points.x(i), points.y(i));
      } else {
        path.moveTo(points.x(i), points.y(i));
        down = true;
      }
    }
    return path;
  }

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }
}
