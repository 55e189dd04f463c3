package io.github.sindy4j.basis;

/** Arithmetic of sizes that stops at {@link Long#MAX_VALUE} where it would overflow. */
final class Saturating {
  private Saturating() {}

  static long add(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  static long multiply(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  /** n over k; exact, since every intermediate quotient is a binomial coefficient. */
  static long binomial(long n, long k) {
    long result = 1;
    for (long i = 1; i <= k; i++) {
      long next = multiply(result, n - k + i);
      if (next == Long.MAX_VALUE) {
        return next;
      }
      result = next / i;
    }
    return result;
  }
}
