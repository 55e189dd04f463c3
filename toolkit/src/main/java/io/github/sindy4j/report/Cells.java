package io.github.sindy4j.report;

import java.util.BitSet;

/** Square cells over a box, each of which one point may take; mutable, for one owner. */
final class Cells {
  private final Box box;
  private final double size;
  private final int across;
  private final BitSet taken = new BitSet();

  Cells(Box box, double size) {
    this.box = box;
    this.size = size;
    this.across = (int) Math.ceil(box.width() / size) + 1;
  }

  /** Takes the cell of a point; false if it lies outside or its cell is taken. */
  boolean take(double x, double y) {
    if (!(x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom())) {
      return false;
    }
    int row = (int) ((y - box.y()) / size);
    int column = (int) ((x - box.x()) / size);
    int cell = row * across + column;
    boolean free = !taken.get(cell);
    taken.set(cell);
    return free;
  }
}
