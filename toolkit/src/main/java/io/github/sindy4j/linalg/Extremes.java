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
    int finite = extend(a.entries(), least, largest);
    return new Extremes(Vec.adopt(least), Vec.adopt(largest), finite);
  }

  private static int extend(double[] entries, double[] least, double[] largest) {
    int column = 0;
    for (int k = 0; k < entries.length; k++) {
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
    return entries.length;
  }
}
