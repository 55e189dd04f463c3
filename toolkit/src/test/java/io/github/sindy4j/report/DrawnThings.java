package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** A canvas that remembers what was drawn where, for questions about layout. */
final class DrawnThings implements Canvas {
  /** A text and the box that its letters fill. */
  record Text(String text, Box box) {}

  final List<Text> texts = new ArrayList<>();
  final List<Box> shapes = new ArrayList<>();
  final List<Plot> plots = new ArrayList<>();

  static DrawnThings of(PanelPainter painter, Box panel) {
    DrawnThings things = new DrawnThings();
    painter.paint(things, panel);
    return things;
  }

  /** Everything lies in the panel, and no text on another. */
  void assertTidy(Box panel) {
    for (Text text : texts) {
      assertTrue(isIn(text.box(), panel), text + " leaves " + panel);
    }
    for (Box shape : shapes) {
      assertTrue(isIn(shape, panel), shape + " leaves " + panel);
    }
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean meet = meet(texts.get(i).box(), texts.get(j).box());
        assertTrue(!meet, texts.get(i) + " lies on " + texts.get(j));
      }
    }
  }

  private static boolean isIn(Box inner, Box outer) {
    double room = 0.6;
    return inner.x() >= outer.x() - room
        && inner.right() <= outer.right() + room
        && inner.y() >= outer.y() - room
        && inner.bottom() <= outer.bottom() + room;
  }

  static boolean meet(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  String allText() {
    return String.join(" | ", texts.stream().map(Text::text).toList());
  }

  @Override
  public void plot(Plot plot) {
    plots.add(plot);
  }

  @Override
  public void line(Points points, Pen pen) {
    extent(points, 0);
  }

  @Override
  public void dots(Points points, double radius, int colour) {
    extent(points, radius);
  }

  @Override
  public void ring(double x, double y, double radius, Pen pen) {
    shapes.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void fill(Box box, int colour) {
    shapes.add(box);
  }

  @Override
  public void polygon(Points points, int colour) {
    extent(points, 0);
  }

  private void extent(Points points, double radius) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      if (!points.isBreak(i)) {
        left = Math.min(left, points.x(i) - radius);
        right = Math.max(right, points.x(i) + radius);
        top = Math.min(top, points.y(i) - radius);
        bottom = Math.max(bottom, points.y(i) + radius);
      }
    }
    if (left <= right) {
      shapes.add(new Box(left, top, right - left, bottom - top));
    }
  }

  @Override
  public void text(double x, double y, RichText text, TextStyle style) {
    double width = text.width(style.size());
    double before =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    double ascent = 0.72 * style.size();
    double descent = 0.12 * style.size();
    Box box =
        style.upwards()
            ? new Box(x - ascent, y - width + before, ascent + descent, width)
            : new Box(x - before, y - ascent, width, ascent + descent);
    if (!text.isEmpty()) {
      texts.add(new Text(String.join("", text.runs().stream().map(Run::text).toList()), box));
    }
  }

  @Override
  public void clip(Box box) {}

  @Override
  public void unclip() {}
}
