package io.github.sindy4j.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A filled disc of any radius; XChart's own marker knows whole diameters only. */
final class DotMarker extends Marker {
  private final double radius;

  DotMarker(double radius) {
    this.radius = radius;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }
}
