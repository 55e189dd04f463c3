package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * Between which numbers the columns of a matrix lie, and whether all of them are numbers.
 *
 * @param least the least entry of each column; infinite where it is empty
 * @param largest the largest; minus infinity where it is empty
 * @param finite how many entries of vec(A) come before the first that is not finite; all of them
 *     where there is none; those behind it are not looked at
 */
public record Extremes(Vec least, Vec largest, int finite) {
  /** Those of A, in one pass. */
  public static Extremes of(Matrix a) {
    double[] least = new double[a.cols()];
    double[] largest = new double[a.cols()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    int finite = 0;
    for (Part part : Ranges.map(a.rows(), (from, to) -> new Part(a, from, to))) {
      if (part.first > finite) {
        break;
      }
      for (int c = 0; c < least.length; c++) {
        least[c] = part.least[c] < least[c] ? part.least[c] : least[c];
        largest[c] = part.largest[c] > largest[c] ? part.largest[c] : largest[c];
      }
      finite = part.finite;
    }
    return new Extremes(Vec.adopt(least), Vec.adopt(largest), finite);
  }

  /** Some rows. */
  private static final class Part {
    private final double[] least;
    private final double[] largest;
    private final int first;
    private final int finite;

    Part(Matrix a, int from, int to) {
      this.least = new double[a.cols()];
      this.largest = new double[a.cols()];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      Arrays.fill(largest, Double.NEGATIVE_INFINITY);
      this.first = from * a.cols();
      this.finite = extend(a.entries(), first, to * a.cols());
    }

    /** Where the first entry is that is not finite, or the end. */
    private int extend(double[] entries, int from, int to) {
      int column = 0;
      for (int k = from; k < to; k++) {
        double entry = entries[k];
        if (!(Math.abs(entry) <= Double.MAX_VALUE)) {
          return k;
        }
        if (entry < least[column]) {
          least[column] = entry;
        }
        if (entry > largest[column]) {
          largest[column] = entry;
        }
        column = column + 1 == least.length ? 0 : column + 1;
      }
      return to;
    }
  }
}
