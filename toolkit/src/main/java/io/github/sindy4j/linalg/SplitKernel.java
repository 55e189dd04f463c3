package io.github.sindy4j.linalg;

/**
 * A kernel on all processors: large products are cut into pieces of the result, which by {@link
 * Kernel}'s rule leaves the bits as they are.
 */
final class SplitKernel implements Kernel {
  /** Fewer operations than this are not worth a second thread. */
  private static final double WORTH = 8e6;

  /** More pieces than threads, since other work may hold a thread up. */
  private static final int PIECES = 8;

  /** Cuts fall on multiples of this, which kernels do without remainders. */
  private static final int GRAIN = 32;

  private final Kernel inner;

  SplitKernel(Kernel inner) {
    this.inner = inner;
  }

  /** The same kernel on the thread that calls it. */
  static Kernel undivided(Kernel kernel) {
    return kernel instanceof SplitKernel split ? split.inner : kernel;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public void add(double sign, View x, View c, View y) {
    if (2.0 * y.rows() * y.columns() * x.columns() < WORTH) {
      inner.add(sign, x, c, y);
    } else if (y.rows() >= y.columns()) {
      cut(y.rows(), 0, (from, to) -> inner.add(sign, x.rows(from, to), c, y.rows(from, to)));
    } else {
      cut(
          y.columns(),
          0,
          (from, to) -> inner.add(sign, x, c.columns(from, to), y.columns(from, to)));
    }
  }

  @Override
  public void dots(View x, View y, View c, boolean lower) {
    if (2.0 * x.rows() * x.columns() * y.columns() < WORTH) {
      inner.dots(x, y, c, lower);
    } else if (lower) {
      int m = x.columns();
      cut(
          Math.min(m, y.columns()),
          1,
          (from, to) ->
              inner.dots(
                  x.columns(from, m),
                  y.columns(from, to),
                  c.rows(from, m).columns(from, to),
                  true));
    } else if (y.columns() >= x.columns()) {
      cut(
          y.columns(),
          0,
          (from, to) -> inner.dots(x, y.columns(from, to), c.columns(from, to), false));
    } else {
      cut(
          x.columns(),
          0,
          (from, to) -> inner.dots(x.columns(from, to), y, c.rows(from, to), false));
    }
  }

  @Override
  public void solve(View u, View b, View x) {
    if (1.0 * x.rows() * x.columns() * x.columns() < WORTH) {
      inner.solve(u, b, x);
    } else {
      cut(x.rows(), 0, (from, to) -> inner.solve(u, b.rows(from, to), x.rows(from, to)));
    }
  }

  @Override
  public Squares squares(View u) {
    return new Squares() {
      private final Squares whole = inner.squares(u);
      private final Squares split = new SolvedSquares(SplitKernel.this, u);

      @Override
      public void add(View b, View c) {
        boolean large = 1.0 * b.rows() * b.columns() * b.columns() >= WORTH;
        (large ? split : whole).add(b, c);
      }
    };
  }

  private interface Piece {
    void run(int from, int to);
  }

  /** Cuts [0, n) in pieces of equal work, which falls linearly to zero where {@code slope} is 1. */
  private static void cut(int n, int slope, Piece piece) {
    int pieces = Math.max(1, Math.min(PIECES, n / GRAIN));
    Team.each(
        pieces,
        k -> {
          int from = bound(n, k, pieces, slope);
          int to = bound(n, k + 1, pieces, slope);
          if (from < to) {
            piece.run(from, to);
          }
        });
  }

  private static int bound(int n, int k, int pieces, int slope) {
    if (k == pieces) {
      return n;
    }
    double share = (double) k / pieces;
    double place = slope == 0 ? share : 1 - Math.sqrt(1 - share);
    return (int) (n * place) / GRAIN * GRAIN;
  }
}
