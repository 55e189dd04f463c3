package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.View;
import java.util.Arrays;

/**
 * cos(π k (t + ½)/N) for k = 1 … ν at consecutive t. Holds no more than the cosines and sines of π
 * t/N over a short run, from which those of any run follow by the sum of angles, and then higher k
 * by Chebyshev's recurrence.
 */
final class Cosines {
  private final double unit;
  private final int count;
  private final double[] cosines;
  private final double[] sines;

  private Cosines(double unit, int count, double[] cosines, double[] sines) {
    this.unit = unit;
    this.count = count;
    this.cosines = cosines;
    this.sines = sines;
  }

  /** The first {@code count} cosines over N rows, for runs of at most {@code longest}. */
  static Cosines of(long rows, int count, int longest) {
    double unit = Math.PI / rows;
    double[] cosines = new double[longest];
    double[] sines = new double[longest];
    for (int t = 0; t < longest; t++) {
      cosines[t] = Math.cos(unit * t);
      sines[t] = Math.sin(unit * t);
    }
    return new Cosines(unit, count, cosines, sines);
  }

  /** ν. */
  int count() {
    return count;
  }

  /** Writes those at t = first, first + 1, …, one k a column. */
  void write(long first, View target) {
    // Loops over arrays of their own, of which the compiler makes vectors.
    int rows = target.rows();
    double[] one = new double[rows];
    turn(Math.cos(unit * (first + 0.5)), Math.sin(unit * (first + 0.5)), one);
    double[] before = new double[rows];
    double[] last = one.clone();
    double[] next = new double[rows];
    Arrays.fill(before, 1);
    for (int k = 0; k < count; k++) {
      System.arraycopy(last, 0, target.values(), target.offset(k), rows);
      recur(one, last, before, next);
      double[] free = before;
      before = last;
      last = next;
      next = free;
    }
  }

  /** cos(φ + ψ) = cos φ cos ψ − sin φ sin ψ. */
  private void turn(double cosine, double sine, double[] target) {
    for (int t = 0; t < target.length; t++) {
      target[t] = cosine * cosines[t] - sine * sines[t];
    }
  }

  /** cos (k+1)φ = 2 cos φ cos kφ − cos (k−1)φ. */
  private static void recur(double[] one, double[] last, double[] before, double[] next) {
    for (int t = 0; t < next.length; t++) {
      next[t] = 2 * one[t] * last[t] - before[t];
    }
  }
}
