package io.github.sindy4j.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One plot: where it stands on paper, what its axes measure, and layers of lines and dots, given in
 * points on paper. XChart draws it, axes and all; mutable, for one owner.
 */
final class Plot {
  /** Room at the left of a plot for its name and labels. */
  static final double LEFT = 43;

  /** Room above a plot for the panel's letter and legend. */
  static final double TOP = 16;

  /** Room at the right of a plot. */
  static final double RIGHT = 7;

  /** Room below a plot for labels and name. */
  static final double BOTTOM = 27;

  /** How the points of a layer are shown. */
  enum Mark {
    LINE,
    DOTS,
    RINGS,
    HALVES
  }

  /** Points on paper, shown in one way; the radius counts for all but lines. */
  record Layer(Points points, Mark mark, double radius, Pen pen) {}

  private final Box box;
  private final Scale x;
  private final Scale y;
  private final List<Layer> layers = new ArrayList<>();
  private boolean grid = true;
  private boolean wholeNumbers;
  private boolean decades;
  private boolean wholeUpwards;
  private boolean xLabels = true;
  private boolean yAxis = true;

  private Plot(Box box, Scale x, Scale y) {
    this.box = box;
    this.x = x;
    this.y = y;
  }

  /** Where the data go in a panel. */
  static Box plotIn(Box panel) {
    return panel.inset(LEFT, TOP, RIGHT, BOTTOM);
  }

  static Plot over(Box box, Range xRange, Range yRange, boolean logarithmicY) {
    return new Plot(
        box,
        Scale.linear(xRange, box.x(), box.right()),
        new Scale(yRange, logarithmicY, box.bottom(), box.y()));
  }

  Box box() {
    return box;
  }

  Scale x() {
    return x;
  }

  Scale y() {
    return y;
  }

  List<Layer> layers() {
    return layers;
  }

  boolean hasGrid() {
    return grid;
  }

  boolean hasWholeNumbers() {
    return wholeNumbers;
  }

  boolean hasWholeNumbersUpwards() {
    return wholeUpwards;
  }

  boolean hasDecades() {
    return decades;
  }

  boolean hasXLabels() {
    return xLabels;
  }

  boolean hasYAxis() {
    return yAxis;
  }

  /** Without the faint lines at the labels of the vertical axis. */
  Plot withoutGrid() {
    grid = false;
    return this;
  }

  /** With whole numbers at the horizontal axis. */
  Plot withWholeNumbers() {
    wholeNumbers = true;
    return this;
  }

  /** With whole numbers at the vertical axis, and no lines between. */
  Plot withWholeNumbersUpwards() {
    wholeUpwards = true;
    grid = false;
    return this;
  }

  /** With the horizontal axis in powers of ten: 10^x is written at x. */
  Plot withDecades() {
    decades = true;
    wholeNumbers = true;
    return this;
  }

  /** With nothing but marks at the horizontal axis. */
  Plot withoutXLabels() {
    xLabels = false;
    return this;
  }

  /** Without the vertical axis. */
  Plot withoutYAxis() {
    yAxis = false;
    return this;
  }

  void line(Points points, Pen pen) {
    layers.add(new Layer(points, Mark.LINE, 0, pen));
  }

  void segment(double x1, double y1, double x2, double y2, Pen pen) {
    Points points = new Points(2);
    points.add(x1, y1);
    points.add(x2, y2);
    line(points, pen);
  }

  void dots(Points points, double radius, int colour) {
    layers.add(new Layer(points, Mark.DOTS, radius, Pen.solid(colour, 0.1)));
  }

  void dot(double atX, double atY, double radius, int colour) {
    Points one = new Points(1);
    one.add(atX, atY);
    dots(one, radius, colour);
  }

  void rings(Points points, double radius, Pen pen) {
    layers.add(new Layer(points, Mark.RINGS, radius, pen));
  }

  void ring(double atX, double atY, double radius, Pen pen) {
    Points one = new Points(1);
    one.add(atX, atY);
    rings(one, radius, pen);
  }

  /** A circle whose left half is filled. */
  void half(double atX, double atY, double radius, Pen pen) {
    Points one = new Points(1);
    one.add(atX, atY);
    layers.add(new Layer(one, Mark.HALVES, radius, pen));
  }

  /** Draws everything, with the names of the axes; an empty name is none. */
  void draw(Canvas canvas, RichText xName, RichText yName) {
    canvas.plot(this);
    TextStyle middle = TextStyle.of(TextStyle.Anchor.MIDDLE);
    RichText across = Counting.of(x).complete(xName).fitted(8, box.width());
    RichText upwards = Counting.of(y).complete(yName).fitted(8, box.height() + 12);
    canvas.text(box.centreX(), box.bottom() + 21.5, across, middle);
    canvas.text(box.x() - LEFT + 8, box.centreY(), upwards, middle.asUpwards());
  }
}
