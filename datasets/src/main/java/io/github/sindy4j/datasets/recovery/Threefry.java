package io.github.sindy4j.datasets.recovery;

/**
 * Threefry-2×32 with 20 rounds: random numbers as a function of a key and a counter. The points at
 * which the published experiment samples its operator come from it.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, Proceedings of SC 11, 2011.
 */
final class Threefry {
  private static final int[] ROTATIONS = {13, 15, 26, 6, 17, 29, 16, 24};
  private static final int PARITY = 0x1BD11BDA;
  private final int[] key;

  Threefry(int seed) {
    // A key of 64 bits, of which a seed fills the lower half.
    key = new int[] {0, seed, PARITY ^ seed};
  }

  /**
   * Numbers between 0 and 1, as {@code jax.random.uniform} orders them in double precision (with
   * {@code jax_threefry_partitionable} off, as it was until 2025): number k takes its upper bits
   * from one half of the block of the counters k and n + k, its lower bits from the other.
   */
  double[] uniform(int n) {
    double[] numbers = new double[n];
    for (int k = 0; k < n; k++) {
      long bits = block(k, n + k);
      numbers[k] = Double.longBitsToDouble((bits >>> 12) | 0x3FF0000000000000L) - 1;
    }
    return numbers;
  }

  private long block(int first, int second) {
    int x = first + key[0];
    int y = second + key[1];
    for (int round = 0; round < 20; round++) {
      x += y;
      y = Integer.rotateLeft(y, ROTATIONS[round % 8]) ^ x;
      if (round % 4 == 3) {
        int turn = round / 4 + 1;
        x += key[turn % 3];
        y += key[(turn + 1) % 3] + turn;
      }
    }
    return ((long) x << 32) | Integer.toUnsignedLong(y);
  }
}
