package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.L;
import static io.github.sindy4j.kernels.Tiles.S;

import jdk.incubator.vector.DoubleVector;

/** Nothing but fused products and sums of registers: no kernel can be faster on this processor. */
public final class PeakLoop {
  /** So many independent chains hide the latency of each. */
  private static final int CHAINS = 8;

  private PeakLoop() {}

  /** Operations of one round, products and sums counted singly. */
  public static double operations() {
    return 2.0 * CHAINS * L;
  }

  /** Runs so many rounds; the result only keeps the compiler from dropping them. */
  public static double run(int rounds) {
    DoubleVector a = DoubleVector.broadcast(S, 1);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    DoubleVector factor = DoubleVector.broadcast(S, 0.999999);
    DoubleVector summand = DoubleVector.broadcast(S, 1e-6);
    for (int k = 0; k < rounds; k++) {
      a = a.fma(factor, summand);
      b = b.fma(factor, summand);
      c = c.fma(factor, summand);
      d = d.fma(factor, summand);
      e = e.fma(factor, summand);
      f = f.fma(factor, summand);
      g = g.fma(factor, summand);
      h = h.fma(factor, summand);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).lane(0);
  }
}
