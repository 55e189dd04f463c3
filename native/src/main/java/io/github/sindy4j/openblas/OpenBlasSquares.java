package io.github.sindy4j.openblas;

import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.linalg.View;

/** Squares whose rows stay outside of Java's heap between the substitution and the product. */
final class OpenBlasSquares implements Squares {
  private final OpenBlas library;
  private final int size;
  private final OffHeap factor;
  private final OffHeap rows;
  private final OffHeap square;

  OpenBlasSquares(OpenBlas library, View u) {
    this.library = library;
    this.size = u.columns();
    this.factor = new OffHeap(Math.multiplyExact(size, size));
    this.rows = new OffHeap(Math.multiplyExact(Pieces.HEIGHT, size));
    this.square = new OffHeap(Math.multiplyExact(size, size));
    factor.load(u, size, size);
  }

  @Override
  public void add(View b, View c) {
    square.load(c, size, size);
    for (int i = 0; i < b.rows(); i += Pieces.HEIGHT) {
      View piece = b.rows(i, Math.min(b.rows(), i + Pieces.HEIGHT));
      rows.load(piece, Pieces.HEIGHT, piece.rows());
      library.divide(piece.rows(), size, factor, rows, Pieces.HEIGHT);
      for (int j = 0; j < size; j += Pieces.NARROW) {
        int width = Math.min(Pieces.NARROW, size - j);
        for (int k = j; k < size; k += Pieces.TALL) {
          library.dots(
              Math.min(Pieces.TALL, size - k),
              width,
              piece.rows(),
              rows.at(k * Pieces.HEIGHT),
              Pieces.HEIGHT,
              rows.other(j * Pieces.HEIGHT),
              Pieces.HEIGHT,
              square.at(j * size + k),
              size);
        }
      }
    }
    square.store(size, c, true);
  }
}
