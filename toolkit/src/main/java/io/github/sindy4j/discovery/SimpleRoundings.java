package io.github.sindy4j.discovery;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Vec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries of generators as simple fractions, the coarsest first. */
final class SimpleRoundings {
  /** Multiples of 1/denominator up to largest in size, for entries no farther away than reach. */
  private record Level(List<Integer> denominators, double largest, double reach) {}

  /**
   * {0, ±1}; with ±1/2, ±2; with thirds, ±3/2 and ±3; then whatever has a small denominator, to 1 %
   * and to nine digits.
   */
  private static final List<Level> LEVELS =
      List.of(
          new Level(List.of(1), 1, 0.49),
          new Level(List.of(1, 2), 2, 0.24),
          new Level(List.of(1, 2, 3), 3, 0.12),
          new Level(List.of(1, 2, 3, 4, 5, 6, 8, 10, 12), 1000, 0.01),
          new Level(upTo(1000), 1e6, 1e-9));

  private static final double DECIMALS = 1e6;

  private static final long MOST_WHOLE = 1000;

  private SimpleRoundings() {}

  private static List<Integer> upTo(int last) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 1; k <= last; k++) {
      numbers.add(k);
    }
    return List.copyOf(numbers);
  }

  /**
   * The vector with all its entries rounded, at every level at which they are near enough, and last
   * to six decimals.
   */
  static List<Vec> roundings(Vec vector) {
    List<Vec> roundings = new ArrayList<>();
    for (Level level : LEVELS) {
      rounded(vector, level).ifPresent(roundings::add);
    }
    roundings.add(vector.map(v -> Math.rint(v * DECIMALS) / DECIMALS + 0.0));
    return roundings;
  }

  private static Optional<Vec> rounded(Vec vector, Level level) {
    double[] entries = new double[vector.size()];
    for (int a = 0; a < entries.length; a++) {
      double nearest = nearest(vector.get(a), level);
      if (!(Math.abs(nearest - vector.get(a)) <= level.reach)) {
        return Optional.empty();
      }
      entries[a] = nearest;
    }
    return Optional.of(Vec.adopt(entries));
  }

  private static double nearest(double value, Level level) {
    double best = Double.POSITIVE_INFINITY;
    for (int denominator : level.denominators) {
      double candidate = Math.rint(value * denominator) / denominator;
      boolean nearer = Math.abs(candidate - value) < Math.abs(best - value) - 1e-15;
      best = Math.abs(candidate) <= level.largest && nearer ? candidate : best;
    }
    return best + 0.0;
  }

  /**
   * The multiple whose entries are whole numbers without common divisor, where these are small;
   * else the vector itself.
   */
  static Vec whole(Vec vector) {
    BigInteger multiple = BigInteger.ONE;
    BigInteger divisor = BigInteger.ZERO;
    for (int a = 0; a < vector.size(); a++) {
      Rational entry = Rational.simplest(vector.get(a));
      BigInteger d = entry.denominator();
      multiple = multiple.divide(multiple.gcd(d)).multiply(d);
      if (multiple.bitLength() > 40) {
        return vector;
      }
    }
    double[] entries = new double[vector.size()];
    for (int a = 0; a < entries.length; a++) {
      Rational entry = Rational.simplest(vector.get(a));
      BigInteger whole = entry.numerator().multiply(multiple).divide(entry.denominator());
      divisor = divisor.gcd(whole);
      entries[a] = whole.doubleValue();
    }
    double common = Math.max(1, divisor.doubleValue());
    Vec smallest = Vec.adopt(entries).map(v -> v / common);
    return smallest.maxAbs() <= MOST_WHOLE ? smallest : vector;
  }
}
