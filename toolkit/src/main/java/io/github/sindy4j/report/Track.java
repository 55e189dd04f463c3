package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** Pieces of a curve, joined with breaks between them; mutable, for one owner. */
final class Track {
  private final List<Vec> xs = new ArrayList<>();
  private final List<Vec> ys = new ArrayList<>();

  void add(Vec x, Vec y) {
    xs.add(x);
    ys.add(y);
  }

  Curve curve() {
    return xs.isEmpty() ? Curve.EMPTY : new Curve(joined(xs), joined(ys));
  }

  private static Vec joined(List<Vec> pieces) {
    double[] all = new double[pieces.stream().mapToInt(Vec::size).sum() + pieces.size() - 1];
    int next = 0;
    for (Vec piece : pieces) {
      if (next > 0) {
        all[next++] = Double.NaN;
      }
      System.arraycopy(piece.toArray(), 0, all, next, piece.size());
      next += piece.size();
    }
    return Vec.adopt(all);
  }
}
