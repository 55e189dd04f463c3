package io.github.sindy4j.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * null(C) of a rational matrix by elimination modulo the prime P = 2⁶¹ − 1, at a cost that does not
 * grow with the size of the fractions, and proved afterwards.
 *
 * <p>rank(C mod P) ≤ rank(C), so that dim null(C) is at most the dimension modulo P; the fractions
 * that the vectors modulo P stand for, when C maps them to 0 over the rationals, show that it is
 * not less. Where no small fractions are found that do, there is no answer.
 *
 * <p>Source of the reconstruction: P. S. Wang, SYMSAC 1981, 212–217.
 */
public final class ModularNullSpace {
  private static final long PRIME = (1L << 61) - 1;

  /** √(P/2): fractions n/d with |n| and d up to this are told apart. */
  private static final long MOST = 1L << 30;

  private ModularNullSpace() {}

  /**
   * A basis, each vector a map from column to entry: 1 at one free column and 0 at the others;
   * empty when the fractions are too large to be told from their remainders.
   */
  public static Optional<List<SortedMap<Integer, Rational>>> of(
      int columns, List<? extends Map<Integer, Rational>> rows) {
    List<long[]> echelon = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    for (Map<Integer, Rational> row : rows) {
      if (pivots.size() == columns) {
        break;
      }
      long[] reduced = remainders(columns, row);
      for (int k = 0; k < pivots.size(); k++) {
        subtract(reduced, reduced[pivots.get(k)], echelon.get(k));
      }
      int pivot = firstNonZero(reduced);
      if (pivot < columns) {
        scale(reduced, inverse(reduced[pivot]));
        for (long[] other : echelon) {
          subtract(other, other[pivot], reduced);
        }
        echelon.add(reduced);
        pivots.add(pivot);
      }
    }
    List<SortedMap<Integer, Rational>> basis = new ArrayList<>();
    for (int free = 0; free < columns; free++) {
      if (!pivots.contains(free)) {
        Optional<SortedMap<Integer, Rational>> vector = vector(free, pivots, echelon);
        if (vector.filter(v -> rows.stream().allMatch(row -> isZero(row, v))).isEmpty()) {
          return Optional.empty();
        }
        basis.add(vector.get());
      }
    }
    return Optional.of(basis);
  }

  private static long[] remainders(int columns, Map<Integer, Rational> row) {
    long[] remainders = new long[columns];
    row.forEach(
        (column, value) -> {
          long numerator = value.numerator().mod(BigInteger.valueOf(PRIME)).longValue();
          long denominator = value.denominator().mod(BigInteger.valueOf(PRIME)).longValue();
          remainders[column] =
              denominator == 1 ? numerator : times(numerator, inverse(denominator));
        });
    return remainders;
  }

  private static int firstNonZero(long[] row) {
    int first = 0;
    while (first < row.length && row[first] == 0) {
      first++;
    }
    return first;
  }

  private static void scale(long[] row, long factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] = row[j] == 0 ? 0 : times(row[j], factor);
    }
  }

  /** target −= factor · row. */
  private static void subtract(long[] target, long factor, long[] row) {
    for (int j = 0; j < row.length && factor != 0; j++) {
      if (row[j] != 0) {
        long difference = target[j] - times(factor, row[j]);
        target[j] = difference < 0 ? difference + PRIME : difference;
      }
    }
  }

  /** a b mod P for 0 ≤ a, b &lt; P: 2⁶¹ counts as 1. */
  private static long times(long a, long b) {
    long high = (Math.multiplyHigh(a, b) << 3) | ((a * b) >>> 61);
    long sum = ((a * b) & PRIME) + high;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /** a^(P − 2), by Fermat. */
  private static long inverse(long a) {
    long power = 1;
    long square = a;
    for (long e = PRIME - 2; e > 0; e >>= 1) {
      power = (e & 1) == 1 ? times(power, square) : power;
      square = times(square, square);
    }
    return power;
  }

  private static Optional<SortedMap<Integer, Rational>> vector(
      int free, List<Integer> pivots, List<long[]> echelon) {
    TreeMap<Integer, Rational> vector = new TreeMap<>();
    vector.put(free, Rational.ONE);
    for (int k = 0; k < pivots.size(); k++) {
      long entry = echelon.get(k)[free];
      if (entry != 0) {
        Optional<Rational> fraction = fraction(PRIME - entry);
        if (fraction.isEmpty()) {
          return Optional.empty();
        }
        vector.put(pivots.get(k), fraction.get());
      }
    }
    return Optional.of(vector);
  }

  /** The n/d with |n|, d below 2³⁰ and n ≡ d · remainder, by Euclid's algorithm halfway. */
  private static Optional<Rational> fraction(long remainder) {
    long before = PRIME;
    long now = remainder;
    long denominatorBefore = 0;
    long denominator = 1;
    while (now >= MOST) {
      long quotient = before / now;
      long rest = before - quotient * now;
      before = now;
      now = rest;
      long next = denominatorBefore - quotient * denominator;
      denominatorBefore = denominator;
      denominator = next;
    }
    return denominator != 0 && Math.abs(denominator) < MOST
        ? Optional.of(Rational.of(now, denominator))
        : Optional.empty();
  }

  private static boolean isZero(Map<Integer, Rational> row, SortedMap<Integer, Rational> vector) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Integer, Rational> entry : vector.entrySet()) {
      Rational value = row.get(entry.getKey());
      sum = value == null ? sum : sum.plus(value.times(entry.getValue()));
    }
    return sum.isZero();
  }
}
