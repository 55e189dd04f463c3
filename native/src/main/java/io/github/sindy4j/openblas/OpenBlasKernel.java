package io.github.sindy4j.openblas;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.View;

/**
 * {@link Kernel} by OpenBLAS, on pieces that are copied out of Java's heap: at 50 GB/s in the cache
 * a tenth of the time.
 *
 * <p>The library sums an entry in an order that may depend on the sizes of what it is asked for. So
 * it is asked for small pieces alone, whose inner sums it does not cut, and with rows and columns
 * in multiples of its tiles: zeros fill them up.
 */
final class OpenBlasKernel implements Kernel {
  /** Rows of a piece, and the longest sum over rows. */
  private static final int HEIGHT = 128;

  /** Columns of a result that are copied at a time, and the longest sum over columns. */
  private static final int WIDTH = 192;

  /** Terms of a sum at a time. */
  private static final int DEPTH = 128;

  /** Columns of one call: with {@link #HEIGHT} and {@link #DEPTH} the library need not pack. */
  private static final int CALL = 48;

  /** Rows and columns of one call for products of columns. */
  private static final int TALL = 64;

  private static final int NARROW = 16;

  /** Columns solved before what they change elsewhere is a product. */
  private static final int SOLVED = 16;

  /** Multiples of this leave no remainder in the library's own tiles. */
  private static final int GRAIN = 16;

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

  private static int padded(int n) {
    return (n + GRAIN - 1) / GRAIN * GRAIN;
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
        // Both addresses of one array must not be the same object.
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
      for (int j = 0; j < size; j += SOLVED) {
        int width = Math.min(SOLVED, size - j);
        if (j > 0) {
          library.add(
              rows,
              width,
              j,
              -1,
              room.c.at(0),
              HEIGHT,
              room.b.at(j * size),
              size,
              room.c.other(j * HEIGHT),
              HEIGHT);
        }
        library.solve(rows, width, room.b.at(j * size + j), size, room.c.at(j * HEIGHT), HEIGHT);
      }
      room.c.store(HEIGHT, x.rows(i, end), false);
    }
  }
}
