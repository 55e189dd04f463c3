package io.github.sindy4j.datasets.recovery;

/**
 * MT19937, with the doubles of 53 bits and the polar normal numbers of numpy's legacy generator:
 * after the same seed the same numbers as {@code numpy.random.seed} gives. Mutable, for one owner.
 *
 * <p>Source: Matsumoto and Nishimura, ACM Transactions on Modeling and Computer Simulation 8, 1998;
 * the polar method: Marsaglia and Bray, SIAM Review 6, 1964.
 */
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private final int[] state = new int[SIZE];
  private int next = SIZE;
  private double spare = Double.NaN;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Between 0 and 1. */
  double uniform() {
    int high = bits() >>> 5;
    int low = bits() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  /** Between two numbers. */
  double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** Normal, of mean 0 and variance 1. */
  double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double a = 2 * uniform() - 1;
      double b = 2 * uniform() - 1;
      double square = a * a + b * b;
      if (square < 1 && square != 0) {
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = factor * a;
        return factor * b;
      }
    }
  }

  private int bits() {
    if (next == SIZE) {
      renew();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  private void renew() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7FFFFFFF);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
    }
    next = 0;
  }
}
