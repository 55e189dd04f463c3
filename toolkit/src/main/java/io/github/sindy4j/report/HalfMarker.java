package io.github.sindy4j.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A circle whose left half is filled. */
final class HalfMarker extends Marker {
  private final double radius;
  private final BasicStroke pen;

  HalfMarker(double radius, BasicStroke pen) {
    this.radius = radius;
    this.pen = pen;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    g.fill(new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, 90, 180, Arc2D.CHORD));
    g.setStroke(pen);
    g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }
}
