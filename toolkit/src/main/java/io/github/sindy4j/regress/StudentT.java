package io.github.sindy4j.regress;

/** Student's t distribution with a whole number of degrees of freedom. */
final class StudentT {
  private StudentT() {}

  /** t with P(T ≤ t) = 0.975. */
  static double quantile975(int degreesOfFreedom) {
    double low = 0;
    double high = 20;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (centralProbability(middle, degreesOfFreedom) < 0.95) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * P(|T| ≤ t) by the finite sums for whole degrees of freedom: Abramowitz and Stegun, Handbook of
   * Mathematical Functions, 26.7.3 and 26.7.4.
   */
  static double centralProbability(double t, int nu) {
    double angle = Math.atan(t / Math.sqrt(nu));
    double cosine2 = Math.cos(angle) * Math.cos(angle);
    boolean odd = nu % 2 == 1;
    double term = odd ? Math.cos(angle) : 1;
    double sum = nu == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= nu - 2; k += 2) {
      term *= cosine2 * (k - 1) / k;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  }
}
