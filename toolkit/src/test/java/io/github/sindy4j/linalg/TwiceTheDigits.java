package io.github.sindy4j.linalg;

/**
 * Σ aᵢ bᵢ as if with twice the digits. Source: Ogita, Rump and Oishi 2005 (Dot2): the error of each
 * product and of each sum is itself a number, and is summed beside.
 */
public final class TwiceTheDigits {
  private double sum;
  private double error;
  private double size;

  /** Adds a b. */
  public void add(double a, double b) {
    double product = a * b;
    double next = sum + product;
    double part = next - sum;
    error += Math.fma(a, b, -product) + ((sum - (next - part)) + (product - part));
    sum = next;
    size += Math.abs(product);
  }

  /** The sum. */
  public double value() {
    return sum + error;
  }

  /** Σ |aᵢ bᵢ|. */
  public double size() {
    return size;
  }

  /** The sum less another. */
  public double minus(TwiceTheDigits other) {
    return (sum - other.sum) + (error - other.error);
  }
}
