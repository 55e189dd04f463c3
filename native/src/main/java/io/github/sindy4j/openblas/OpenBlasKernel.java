package io.github.sindy4j.openblas;

import static io.github.sindy4j.openblas.Pieces.CALL;
import static io.github.sindy4j.openblas.Pieces.DEPTH;
import static io.github.sindy4j.openblas.Pieces.HEIGHT;
import static io.github.sindy4j.openblas.Pieces.NARROW;
import static io.github.sindy4j.openblas.Pieces.TALL;
import static io.github.sindy4j.openblas.Pieces.WIDTH;
import static io.github.sindy4j.openblas.Pieces.padded;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.linalg.View;

/**
 * {@link Kernel} by OpenBLAS, on pieces that are copied out of Java's heap and back.
 *
 * <p>The library sums an entry in an order of its own, which depends on the sizes it is asked for
 * and, in the remainders of its tiles, on where the entry lies. So it is asked for small pieces
 * alone, whose sums it does not cut, and for whole tiles: zeros fill them up.
 */
final class OpenBlasKernel implements Kernel {
  private final OpenBlas library;
  private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);

  /** What one thread works on. */
  private static final class Room {
    final OffHeap a = new OffHeap(HEIGHT * WIDTH);
    final OffHeap b = new OffHeap(HEIGHT * WIDTH);
    final OffHeap c = new OffHeap(WIDTH * WIDTH);
  }

  OpenBlasKernel(OpenBlas library) {
    this.library = library;
  }

  @Override
  public String name() {
    return library.name();
  }

  @Override
  public void add(double sign, View x, View c, View y) {
    Room room = rooms.get();
    for (int k0 = 0; k0 < x.columns(); k0 += DEPTH) {
      int k1 = Math.min(x.columns(), k0 + DEPTH);
      for (int j0 = 0; j0 < y.columns(); j0 += WIDTH) {
        int j1 = Math.min(y.columns(), j0 + WIDTH);
        room.b.load(c.rows(k0, k1).columns(j0, j1), DEPTH, k1 - k0);
        room.b.clear(DEPTH, k1 - k0, j1 - j0, padded(j1 - j0));
        for (int i = 0; i < y.rows(); i += HEIGHT) {
          int end = Math.min(y.rows(), i + HEIGHT);
          addPiece(room, sign, x.rows(i, end).columns(k0, k1), y.rows(i, end).columns(j0, j1));
        }
      }
    }
  }

  private void addPiece(Room room, double sign, View x, View y) {
    int rows = padded(x.rows());
    int columns = padded(y.columns());
    room.a.load(x, HEIGHT, rows);
    room.c.load(y, HEIGHT, rows);
    for (int j = 0; j < columns; j += CALL) {
      library.add(
          rows,
          Math.min(CALL, columns - j),
          x.columns(),
          sign,
          room.a.at(0),
          HEIGHT,
          room.b.at(j * DEPTH),
          DEPTH,
          room.c.at(j * HEIGHT),
          HEIGHT);
    }
    room.c.store(HEIGHT, y, false);
  }

  @Override
  public void dots(View x, View y, View c, boolean lower) {
    Room room = rooms.get();
    boolean same = x.values() == y.values() && x.at() == y.at() && x.stride() == y.stride();
    for (int j0 = 0; j0 < y.columns(); j0 += WIDTH) {
      int j1 = Math.min(y.columns(), j0 + WIDTH);
      for (int i0 = lower ? j0 : 0; i0 < x.columns(); i0 += WIDTH) {
        int i1 = Math.min(x.columns(), i0 + WIDTH);
        boolean diagonal = lower && i0 == j0;
        View target = c.rows(i0, i1).columns(j0, diagonal ? Math.min(i1, j1) : j1);
        room.c.load(target, WIDTH, i1 - i0);
        for (int t = 0; t < x.rows(); t += HEIGHT) {
          int end = Math.min(x.rows(), t + HEIGHT);
          View ys = y.rows(t, end).columns(j0, j0 + target.columns());
          addDots(room, x.rows(t, end).columns(i0, i1), ys, same && i0 == j0, diagonal);
        }
        room.c.store(WIDTH, target, diagonal);
      }
    }
  }

  /** C ← C + Xᵀ Y for so few rows and columns that they are copied at once. */
  private void addDots(Room room, View x, View y, boolean same, boolean lower) {
    int m = padded(x.columns());
    int n = padded(y.columns());
    load(room.a, x, m);
    OffHeap second = same ? room.a : room.b;
    if (!same) {
      load(room.b, y, n);
    }
    for (int j = 0; j < n; j += NARROW) {
      for (int i = lower ? j : 0; i < m; i += TALL) {
        library.dots(
            Math.min(TALL, m - i),
            NARROW,
            x.rows(),
            room.a.at(i * HEIGHT),
            HEIGHT,
            second.other(j * HEIGHT),
            HEIGHT,
            room.c.at(j * WIDTH + i),
            WIDTH);
      }
    }
  }

  private static void load(OffHeap target, View from, int columns) {
    target.load(from, HEIGHT, from.rows());
    target.clear(HEIGHT, from.rows(), from.columns(), columns);
  }

  @Override
  public void solve(View u, View b, View x) {
    Room room = rooms.get();
    int size = x.columns();
    room.b.reserve(size * size);
    room.c.reserve(HEIGHT * size);
    room.b.load(u, size, size);
    for (int i = 0; i < x.rows(); i += HEIGHT) {
      int end = Math.min(x.rows(), i + HEIGHT);
      int rows = padded(end - i);
      room.c.load(b.rows(i, end), HEIGHT, rows);
      library.divide(rows, size, room.b, room.c, HEIGHT);
      room.c.store(HEIGHT, x.rows(i, end), false);
    }
  }

  @Override
  public Squares squares(View u) {
    return new OpenBlasSquares(library, u);
  }
}
