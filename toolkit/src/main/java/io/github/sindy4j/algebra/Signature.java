package io.github.sindy4j.algebra;

/**
 * How many of the eigenvalues of a symmetric form are positive, negative and zero.
 *
 * @param positive number of positive ones
 * @param negative number of negative ones
 * @param zero the dimension of its null space
 */
public record Signature(int positive, int negative, int zero) {
  /** {@code (2+, 1-)} or {@code (0+, 1-, 2 zero)}. */
  public String text() {
    return "(" + positive + "+, " + negative + "-" + (zero > 0 ? ", " + zero + " zero" : "") + ")";
  }

  boolean is(int plus, int minus) {
    return positive == plus && negative == minus;
  }
}
