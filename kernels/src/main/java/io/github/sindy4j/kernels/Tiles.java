package io.github.sindy4j.kernels;

import io.github.sindy4j.linalg.View;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The innermost loops: sixteen registers of sums, fed by four loads and four broadcasts a step. */
final class Tiles {
  static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  /** Numbers in a register. */
  static final int L = S.length();

  private Tiles() {}

  /**
   * Y ← Y + s X C for 4 L rows and four columns: sixteen registers of sums. Long, since registers
   * have no index.
   */
  static void add(
      double sign,
      double[] x,
      int xAt,
      int xStride,
      double[] c,
      int cAt,
      int cStride,
      int inner,
      double[] y,
      int yAt,
      int yStride) {
    int y1 = yAt + yStride;
    int y2 = y1 + yStride;
    int y3 = y2 + yStride;
    int c1 = cAt + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    DoubleVector a00 = DoubleVector.fromArray(S, y, yAt).mul(sign);
    DoubleVector a10 = DoubleVector.fromArray(S, y, yAt + L).mul(sign);
    DoubleVector a20 = DoubleVector.fromArray(S, y, yAt + 2 * L).mul(sign);
    DoubleVector a30 = DoubleVector.fromArray(S, y, yAt + 3 * L).mul(sign);
    DoubleVector a01 = DoubleVector.fromArray(S, y, y1).mul(sign);
    DoubleVector a11 = DoubleVector.fromArray(S, y, y1 + L).mul(sign);
    DoubleVector a21 = DoubleVector.fromArray(S, y, y1 + 2 * L).mul(sign);
    DoubleVector a31 = DoubleVector.fromArray(S, y, y1 + 3 * L).mul(sign);
    DoubleVector a02 = DoubleVector.fromArray(S, y, y2).mul(sign);
    DoubleVector a12 = DoubleVector.fromArray(S, y, y2 + L).mul(sign);
    DoubleVector a22 = DoubleVector.fromArray(S, y, y2 + 2 * L).mul(sign);
    DoubleVector a32 = DoubleVector.fromArray(S, y, y2 + 3 * L).mul(sign);
    DoubleVector a03 = DoubleVector.fromArray(S, y, y3).mul(sign);
    DoubleVector a13 = DoubleVector.fromArray(S, y, y3 + L).mul(sign);
    DoubleVector a23 = DoubleVector.fromArray(S, y, y3 + 2 * L).mul(sign);
    DoubleVector a33 = DoubleVector.fromArray(S, y, y3 + 3 * L).mul(sign);
    int p = xAt;
    for (int k = 0; k < inner; k++) {
      DoubleVector x0 = DoubleVector.fromArray(S, x, p);
      DoubleVector x1 = DoubleVector.fromArray(S, x, p + L);
      DoubleVector x2 = DoubleVector.fromArray(S, x, p + 2 * L);
      DoubleVector x3 = DoubleVector.fromArray(S, x, p + 3 * L);
      DoubleVector b0 = DoubleVector.broadcast(S, c[cAt + k]);
      a00 = x0.fma(b0, a00);
      a10 = x1.fma(b0, a10);
      a20 = x2.fma(b0, a20);
      a30 = x3.fma(b0, a30);
      DoubleVector b1 = DoubleVector.broadcast(S, c[c1 + k]);
      a01 = x0.fma(b1, a01);
      a11 = x1.fma(b1, a11);
      a21 = x2.fma(b1, a21);
      a31 = x3.fma(b1, a31);
      DoubleVector b2 = DoubleVector.broadcast(S, c[c2 + k]);
      a02 = x0.fma(b2, a02);
      a12 = x1.fma(b2, a12);
      a22 = x2.fma(b2, a22);
      a32 = x3.fma(b2, a32);
      DoubleVector b3 = DoubleVector.broadcast(S, c[c3 + k]);
      a03 = x0.fma(b3, a03);
      a13 = x1.fma(b3, a13);
      a23 = x2.fma(b3, a23);
      a33 = x3.fma(b3, a33);
      p += xStride;
    }
    a00.mul(sign).intoArray(y, yAt);
    a10.mul(sign).intoArray(y, yAt + L);
    a20.mul(sign).intoArray(y, yAt + 2 * L);
    a30.mul(sign).intoArray(y, yAt + 3 * L);
    a01.mul(sign).intoArray(y, y1);
    a11.mul(sign).intoArray(y, y1 + L);
    a21.mul(sign).intoArray(y, y1 + 2 * L);
    a31.mul(sign).intoArray(y, y1 + 3 * L);
    a02.mul(sign).intoArray(y, y2);
    a12.mul(sign).intoArray(y, y2 + L);
    a22.mul(sign).intoArray(y, y2 + 2 * L);
    a32.mul(sign).intoArray(y, y2 + 3 * L);
    a03.mul(sign).intoArray(y, y3);
    a13.mul(sign).intoArray(y, y3 + L);
    a23.mul(sign).intoArray(y, y3 + 2 * L);
    a33.mul(sign).intoArray(y, y3 + 3 * L);
  }

  /**
   * Columns j … j + 3 of X ← B U⁻¹ for 4 L rows: the sums stay negative until they are divided.
   *
   * @param bAt where the strip's column j of B begins
   * @param at where the strip's first column of X begins
   */
  static void solve(
      double[] u,
      int uAt,
      int uStride,
      double[] inverse,
      int j,
      double[] b,
      int bAt,
      int bStride,
      double[] x,
      int at,
      int stride) {
    int d1 = bAt + bStride;
    int d2 = d1 + bStride;
    int d3 = d2 + bStride;
    int y0 = at + j * stride;
    int y1 = y0 + stride;
    int y2 = y1 + stride;
    int y3 = y2 + stride;
    int c0 = uAt + j * uStride;
    int c1 = c0 + uStride;
    int c2 = c1 + uStride;
    int c3 = c2 + uStride;
    DoubleVector a00 = DoubleVector.fromArray(S, b, bAt).neg();
    DoubleVector a10 = DoubleVector.fromArray(S, b, bAt + L).neg();
    DoubleVector a20 = DoubleVector.fromArray(S, b, bAt + 2 * L).neg();
    DoubleVector a30 = DoubleVector.fromArray(S, b, bAt + 3 * L).neg();
    DoubleVector a01 = DoubleVector.fromArray(S, b, d1).neg();
    DoubleVector a11 = DoubleVector.fromArray(S, b, d1 + L).neg();
    DoubleVector a21 = DoubleVector.fromArray(S, b, d1 + 2 * L).neg();
    DoubleVector a31 = DoubleVector.fromArray(S, b, d1 + 3 * L).neg();
    DoubleVector a02 = DoubleVector.fromArray(S, b, d2).neg();
    DoubleVector a12 = DoubleVector.fromArray(S, b, d2 + L).neg();
    DoubleVector a22 = DoubleVector.fromArray(S, b, d2 + 2 * L).neg();
    DoubleVector a32 = DoubleVector.fromArray(S, b, d2 + 3 * L).neg();
    DoubleVector a03 = DoubleVector.fromArray(S, b, d3).neg();
    DoubleVector a13 = DoubleVector.fromArray(S, b, d3 + L).neg();
    DoubleVector a23 = DoubleVector.fromArray(S, b, d3 + 2 * L).neg();
    DoubleVector a33 = DoubleVector.fromArray(S, b, d3 + 3 * L).neg();
    int p = at;
    for (int k = 0; k < j; k++) {
      DoubleVector x0 = DoubleVector.fromArray(S, x, p);
      DoubleVector x1 = DoubleVector.fromArray(S, x, p + L);
      DoubleVector x2 = DoubleVector.fromArray(S, x, p + 2 * L);
      DoubleVector x3 = DoubleVector.fromArray(S, x, p + 3 * L);
      DoubleVector v0 = DoubleVector.broadcast(S, u[c0 + k]);
      a00 = x0.fma(v0, a00);
      a10 = x1.fma(v0, a10);
      a20 = x2.fma(v0, a20);
      a30 = x3.fma(v0, a30);
      DoubleVector v1 = DoubleVector.broadcast(S, u[c1 + k]);
      a01 = x0.fma(v1, a01);
      a11 = x1.fma(v1, a11);
      a21 = x2.fma(v1, a21);
      a31 = x3.fma(v1, a31);
      DoubleVector v2 = DoubleVector.broadcast(S, u[c2 + k]);
      a02 = x0.fma(v2, a02);
      a12 = x1.fma(v2, a12);
      a22 = x2.fma(v2, a22);
      a32 = x3.fma(v2, a32);
      DoubleVector v3 = DoubleVector.broadcast(S, u[c3 + k]);
      a03 = x0.fma(v3, a03);
      a13 = x1.fma(v3, a13);
      a23 = x2.fma(v3, a23);
      a33 = x3.fma(v3, a33);
      p += stride;
    }
    DoubleVector v = DoubleVector.broadcast(S, -inverse[j]);
    a00 = a00.mul(v);
    a10 = a10.mul(v);
    a20 = a20.mul(v);
    a30 = a30.mul(v);
    v = DoubleVector.broadcast(S, u[c1 + j]);
    a01 = a00.fma(v, a01);
    a11 = a10.fma(v, a11);
    a21 = a20.fma(v, a21);
    a31 = a30.fma(v, a31);
    v = DoubleVector.broadcast(S, u[c2 + j]);
    a02 = a00.fma(v, a02);
    a12 = a10.fma(v, a12);
    a22 = a20.fma(v, a22);
    a32 = a30.fma(v, a32);
    v = DoubleVector.broadcast(S, u[c3 + j]);
    a03 = a00.fma(v, a03);
    a13 = a10.fma(v, a13);
    a23 = a20.fma(v, a23);
    a33 = a30.fma(v, a33);
    v = DoubleVector.broadcast(S, -inverse[j + 1]);
    a01 = a01.mul(v);
    a11 = a11.mul(v);
    a21 = a21.mul(v);
    a31 = a31.mul(v);
    v = DoubleVector.broadcast(S, u[c2 + j + 1]);
    a02 = a01.fma(v, a02);
    a12 = a11.fma(v, a12);
    a22 = a21.fma(v, a22);
    a32 = a31.fma(v, a32);
    v = DoubleVector.broadcast(S, u[c3 + j + 1]);
    a03 = a01.fma(v, a03);
    a13 = a11.fma(v, a13);
    a23 = a21.fma(v, a23);
    a33 = a31.fma(v, a33);
    v = DoubleVector.broadcast(S, -inverse[j + 2]);
    a02 = a02.mul(v);
    a12 = a12.mul(v);
    a22 = a22.mul(v);
    a32 = a32.mul(v);
    v = DoubleVector.broadcast(S, u[c3 + j + 2]);
    a03 = a02.fma(v, a03);
    a13 = a12.fma(v, a13);
    a23 = a22.fma(v, a23);
    a33 = a32.fma(v, a33);
    v = DoubleVector.broadcast(S, -inverse[j + 3]);
    a03 = a03.mul(v);
    a13 = a13.mul(v);
    a23 = a23.mul(v);
    a33 = a33.mul(v);
    a00.intoArray(x, y0);
    a10.intoArray(x, y0 + L);
    a20.intoArray(x, y0 + 2 * L);
    a30.intoArray(x, y0 + 3 * L);
    a01.intoArray(x, y1);
    a11.intoArray(x, y1 + L);
    a21.intoArray(x, y1 + 2 * L);
    a31.intoArray(x, y1 + 3 * L);
    a02.intoArray(x, y2);
    a12.intoArray(x, y2 + L);
    a22.intoArray(x, y2 + 2 * L);
    a32.intoArray(x, y2 + 3 * L);
    a03.intoArray(x, y3);
    a13.intoArray(x, y3 + L);
    a23.intoArray(x, y3 + 2 * L);
    a33.intoArray(x, y3 + 3 * L);
  }

  /**
   * The sixteen products of four columns of X and four of Y, lane by lane: L sums each, one after
   * the other in {@code sums}.
   */
  static void dots(
      double[] x, int xAt, int xStride, double[] y, int yAt, int yStride, int rows, double[] sums) {
    int x1 = xAt + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    int y1 = yAt + yStride;
    int y2 = y1 + yStride;
    int y3 = y2 + yStride;
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
      DoubleVector u0 = DoubleVector.fromArray(S, x, xAt + t);
      DoubleVector u1 = DoubleVector.fromArray(S, x, x1 + t);
      DoubleVector u2 = DoubleVector.fromArray(S, x, x2 + t);
      DoubleVector u3 = DoubleVector.fromArray(S, x, x3 + t);
      DoubleVector v0 = DoubleVector.fromArray(S, y, yAt + t);
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
    a00.intoArray(sums, 0);
    a10.intoArray(sums, L);
    a20.intoArray(sums, 2 * L);
    a30.intoArray(sums, 3 * L);
    a01.intoArray(sums, 4 * L);
    a11.intoArray(sums, 5 * L);
    a21.intoArray(sums, 6 * L);
    a31.intoArray(sums, 7 * L);
    a02.intoArray(sums, 8 * L);
    a12.intoArray(sums, 9 * L);
    a22.intoArray(sums, 10 * L);
    a32.intoArray(sums, 11 * L);
    a03.intoArray(sums, 12 * L);
    a13.intoArray(sums, 13 * L);
    a23.intoArray(sums, 14 * L);
    a33.intoArray(sums, 15 * L);
  }

  /** Column j of X ← B U⁻¹ for 4 L rows from row i on, for a column that has no three others. */
  static void solveOne(View u, double[] inverse, int j, View b, View x, int i) {
    double[] bs = b.values();
    double[] xs = x.values();
    double[] us = u.values();
    int p = b.offset(j) + i;
    DoubleVector a0 = DoubleVector.fromArray(S, bs, p).neg();
    DoubleVector a1 = DoubleVector.fromArray(S, bs, p + L).neg();
    DoubleVector a2 = DoubleVector.fromArray(S, bs, p + 2 * L).neg();
    DoubleVector a3 = DoubleVector.fromArray(S, bs, p + 3 * L).neg();
    int q = x.at() + i;
    for (int k = 0; k < j; k++) {
      DoubleVector v = DoubleVector.broadcast(S, us[u.offset(j) + k]);
      a0 = DoubleVector.fromArray(S, xs, q).fma(v, a0);
      a1 = DoubleVector.fromArray(S, xs, q + L).fma(v, a1);
      a2 = DoubleVector.fromArray(S, xs, q + 2 * L).fma(v, a2);
      a3 = DoubleVector.fromArray(S, xs, q + 3 * L).fma(v, a3);
      q += x.stride();
    }
    double factor = -inverse[j];
    a0.mul(factor).intoArray(xs, q);
    a1.mul(factor).intoArray(xs, q + L);
    a2.mul(factor).intoArray(xs, q + 2 * L);
    a3.mul(factor).intoArray(xs, q + 3 * L);
  }
}
