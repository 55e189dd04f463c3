package io.github.sindy4j.kernels;

import io.github.sindy4j.linalg.View;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops: sixteen registers of sums, fed by eight loads a step. Long, since registers
 * have no index; everything else is somewhere else.
 */
final class Tiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  /** Numbers in a register. */
  static final int L = S.length();

  /** Rows of a tile of {@link #sums}. */
  static final int STRIP = 4 * L;

  /** Columns of a tile, and both sides of one of {@link #dots}. */
  static final int WIDTH = 4;

  /** Numbers that {@link #dots} makes. */
  static final int LANES = WIDTH * WIDTH * L;

  private Tiles() {}

  /**
   * X ← Y + Z C for {@value #WIDTH} columns of a strip: of Y column 0 begins at {@code yAt}, of X
   * at {@code xAt}, of Z at {@code zAt}. Where they are solved, what X holds then is divided by the
   * triangle behind C, of which {@link PackedColumns} tells the shape.
   */
  static void sums(
      double[] z,
      int zAt,
      int zStride,
      PackedColumns c,
      int group,
      double[] y,
      int yAt,
      int yStride,
      double[] x,
      int xAt,
      int xStride) {
    double[] cs = c.values();
    int q = c.offset(group);
    int inner = c.inner(group);
    int y1 = yAt + yStride;
    int y2 = y1 + yStride;
    int y3 = y2 + yStride;
    DoubleVector a00 = DoubleVector.fromArray(S, y, yAt);
    DoubleVector a10 = DoubleVector.fromArray(S, y, yAt + L);
    DoubleVector a20 = DoubleVector.fromArray(S, y, yAt + 2 * L);
    DoubleVector a30 = DoubleVector.fromArray(S, y, yAt + 3 * L);
    DoubleVector a01 = DoubleVector.fromArray(S, y, y1);
    DoubleVector a11 = DoubleVector.fromArray(S, y, y1 + L);
    DoubleVector a21 = DoubleVector.fromArray(S, y, y1 + 2 * L);
    DoubleVector a31 = DoubleVector.fromArray(S, y, y1 + 3 * L);
    DoubleVector a02 = DoubleVector.fromArray(S, y, y2);
    DoubleVector a12 = DoubleVector.fromArray(S, y, y2 + L);
    DoubleVector a22 = DoubleVector.fromArray(S, y, y2 + 2 * L);
    DoubleVector a32 = DoubleVector.fromArray(S, y, y2 + 3 * L);
    DoubleVector a03 = DoubleVector.fromArray(S, y, y3);
    DoubleVector a13 = DoubleVector.fromArray(S, y, y3 + L);
    DoubleVector a23 = DoubleVector.fromArray(S, y, y3 + 2 * L);
    DoubleVector a33 = DoubleVector.fromArray(S, y, y3 + 3 * L);
    int p = zAt;
    for (int k = 0; k < inner; k++) {
      DoubleVector z0 = DoubleVector.fromArray(S, z, p);
      DoubleVector z1 = DoubleVector.fromArray(S, z, p + L);
      DoubleVector z2 = DoubleVector.fromArray(S, z, p + 2 * L);
      DoubleVector z3 = DoubleVector.fromArray(S, z, p + 3 * L);
      DoubleVector c0 = DoubleVector.broadcast(S, cs[q]);
      a00 = z0.fma(c0, a00);
      a10 = z1.fma(c0, a10);
      a20 = z2.fma(c0, a20);
      a30 = z3.fma(c0, a30);
      DoubleVector c1 = DoubleVector.broadcast(S, cs[q + 1]);
      a01 = z0.fma(c1, a01);
      a11 = z1.fma(c1, a11);
      a21 = z2.fma(c1, a21);
      a31 = z3.fma(c1, a31);
      DoubleVector c2 = DoubleVector.broadcast(S, cs[q + 2]);
      a02 = z0.fma(c2, a02);
      a12 = z1.fma(c2, a12);
      a22 = z2.fma(c2, a22);
      a32 = z3.fma(c2, a32);
      DoubleVector c3 = DoubleVector.broadcast(S, cs[q + 3]);
      a03 = z0.fma(c3, a03);
      a13 = z1.fma(c3, a13);
      a23 = z2.fma(c3, a23);
      a33 = z3.fma(c3, a33);
      p += zStride;
      q += WIDTH;
    }
    if (c.isTriangle()) {
      DoubleVector v = DoubleVector.broadcast(S, cs[q]);
      a00 = a00.mul(v);
      a10 = a10.mul(v);
      a20 = a20.mul(v);
      a30 = a30.mul(v);
      v = DoubleVector.broadcast(S, cs[q + 1]);
      a01 = a00.fma(v, a01);
      a11 = a10.fma(v, a11);
      a21 = a20.fma(v, a21);
      a31 = a30.fma(v, a31);
      v = DoubleVector.broadcast(S, cs[q + 2]);
      a01 = a01.mul(v);
      a11 = a11.mul(v);
      a21 = a21.mul(v);
      a31 = a31.mul(v);
      v = DoubleVector.broadcast(S, cs[q + 3]);
      a02 = a00.fma(v, a02);
      a12 = a10.fma(v, a12);
      a22 = a20.fma(v, a22);
      a32 = a30.fma(v, a32);
      v = DoubleVector.broadcast(S, cs[q + 4]);
      a02 = a01.fma(v, a02);
      a12 = a11.fma(v, a12);
      a22 = a21.fma(v, a22);
      a32 = a31.fma(v, a32);
      v = DoubleVector.broadcast(S, cs[q + 5]);
      a02 = a02.mul(v);
      a12 = a12.mul(v);
      a22 = a22.mul(v);
      a32 = a32.mul(v);
      v = DoubleVector.broadcast(S, cs[q + 6]);
      a03 = a00.fma(v, a03);
      a13 = a10.fma(v, a13);
      a23 = a20.fma(v, a23);
      a33 = a30.fma(v, a33);
      v = DoubleVector.broadcast(S, cs[q + 7]);
      a03 = a01.fma(v, a03);
      a13 = a11.fma(v, a13);
      a23 = a21.fma(v, a23);
      a33 = a31.fma(v, a33);
      v = DoubleVector.broadcast(S, cs[q + 8]);
      a03 = a02.fma(v, a03);
      a13 = a12.fma(v, a13);
      a23 = a22.fma(v, a23);
      a33 = a32.fma(v, a33);
      v = DoubleVector.broadcast(S, cs[q + 9]);
      a03 = a03.mul(v);
      a13 = a13.mul(v);
      a23 = a23.mul(v);
      a33 = a33.mul(v);
    }
    int x1 = xAt + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    a00.intoArray(x, xAt);
    a10.intoArray(x, xAt + L);
    a20.intoArray(x, xAt + 2 * L);
    a30.intoArray(x, xAt + 3 * L);
    a01.intoArray(x, x1);
    a11.intoArray(x, x1 + L);
    a21.intoArray(x, x1 + 2 * L);
    a31.intoArray(x, x1 + 3 * L);
    a02.intoArray(x, x2);
    a12.intoArray(x, x2 + L);
    a22.intoArray(x, x2 + 2 * L);
    a32.intoArray(x, x2 + 3 * L);
    a03.intoArray(x, x3);
    a13.intoArray(x, x3 + L);
    a23.intoArray(x, x3 + 2 * L);
    a33.intoArray(x, x3 + 3 * L);
  }

  /**
   * The sixteen products of four columns of X and four of Y, lane by lane: L sums each, column by
   * column, {@link #LANES} numbers in all. What reaches past the last column is that one again.
   *
   * <p>The sums begin at zero: were they loaded, the compiler would keep them elsewhere, and the
   * loop would run at two thirds of its speed.
   *
   * @param rows a multiple of L
   */
  static void dots(View xs, int i, View ys, int j, int rows, double[] sums, int at) {
    double[] x = xs.values();
    double[] y = ys.values();
    int lastX = xs.columns() - 1;
    int lastY = ys.columns() - 1;
    int x0 = xs.offset(Math.min(i, lastX));
    int x1 = xs.offset(Math.min(i + 1, lastX));
    int x2 = xs.offset(Math.min(i + 2, lastX));
    int x3 = xs.offset(Math.min(i + 3, lastX));
    int y0 = ys.offset(Math.min(j, lastY));
    int y1 = ys.offset(Math.min(j + 1, lastY));
    int y2 = ys.offset(Math.min(j + 2, lastY));
    int y3 = ys.offset(Math.min(j + 3, lastY));
    DoubleVector zero = DoubleVector.zero(S);
    DoubleVector a00 = zero;
    DoubleVector a10 = zero;
    DoubleVector a20 = zero;
    DoubleVector a30 = zero;
    DoubleVector a01 = zero;
    DoubleVector a11 = zero;
    DoubleVector a21 = zero;
    DoubleVector a31 = zero;
    DoubleVector a02 = zero;
    DoubleVector a12 = zero;
    DoubleVector a22 = zero;
    DoubleVector a32 = zero;
    DoubleVector a03 = zero;
    DoubleVector a13 = zero;
    DoubleVector a23 = zero;
    DoubleVector a33 = zero;
    for (int t = 0; t < rows; t += L) {
      DoubleVector u0 = DoubleVector.fromArray(S, x, x0 + t);
      DoubleVector u1 = DoubleVector.fromArray(S, x, x1 + t);
      DoubleVector u2 = DoubleVector.fromArray(S, x, x2 + t);
      DoubleVector u3 = DoubleVector.fromArray(S, x, x3 + t);
      DoubleVector v0 = DoubleVector.fromArray(S, y, y0 + t);
      a00 = u0.fma(v0, a00);
      a10 = u1.fma(v0, a10);
      a20 = u2.fma(v0, a20);
      a30 = u3.fma(v0, a30);
      DoubleVector v1 = DoubleVector.fromArray(S, y, y1 + t);
      a01 = u0.fma(v1, a01);
      a11 = u1.fma(v1, a11);
      a21 = u2.fma(v1, a21);
      a31 = u3.fma(v1, a31);
      DoubleVector v2 = DoubleVector.fromArray(S, y, y2 + t);
      a02 = u0.fma(v2, a02);
      a12 = u1.fma(v2, a12);
      a22 = u2.fma(v2, a22);
      a32 = u3.fma(v2, a32);
      DoubleVector v3 = DoubleVector.fromArray(S, y, y3 + t);
      a03 = u0.fma(v3, a03);
      a13 = u1.fma(v3, a13);
      a23 = u2.fma(v3, a23);
      a33 = u3.fma(v3, a33);
    }
    a00.intoArray(sums, at);
    a10.intoArray(sums, at + L);
    a20.intoArray(sums, at + 2 * L);
    a30.intoArray(sums, at + 3 * L);
    a01.intoArray(sums, at + 4 * L);
    a11.intoArray(sums, at + 5 * L);
    a21.intoArray(sums, at + 6 * L);
    a31.intoArray(sums, at + 7 * L);
    a02.intoArray(sums, at + 8 * L);
    a12.intoArray(sums, at + 9 * L);
    a22.intoArray(sums, at + 10 * L);
    a32.intoArray(sums, at + 11 * L);
    a03.intoArray(sums, at + 12 * L);
    a13.intoArray(sums, at + 13 * L);
    a23.intoArray(sums, at + 14 * L);
    a33.intoArray(sums, at + 15 * L);
  }

  /** The sums of L numbers each, in pairs: halves, then quarters. */
  static void sum(double[] lanes, double[] sums, int count) {
    for (int k = 0; k < count; k++) {
      int at = k * L;
      if (L == 8) {
        sums[k] =
            ((lanes[at] + lanes[at + 4]) + (lanes[at + 2] + lanes[at + 6]))
                + ((lanes[at + 1] + lanes[at + 5]) + (lanes[at + 3] + lanes[at + 7]));
      } else {
        double sum = 0;
        for (int l = 0; l < L; l++) {
          sum += lanes[at + l];
        }
        sums[k] = sum;
      }
    }
  }
}
