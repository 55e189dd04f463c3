package io.github.sindy4j.discovery;

import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.Region;

/**
 * For any library: the mean over points x, and over their images h x, instead of the integral.
 * Points whose image F is not defined at are left out; where fewer than half are left, h is none.
 */
final class SampledPermutationDefect implements PermutationDefect {
  /** A defect this many times the limit on the first points will not become small on all. */
  private static final double HOPELESS = 10;

  private static final int FIRST = 8;

  private final Region region;
  private final Matrix points;
  private final PointFunction field;
  private final double[][] rates;
  private final int variables;
  private final int states;
  private final int[] image;
  private final double[] unit;

  SampledPermutationDefect(Subject subject, Matrix points) {
    this.region = subject.region();
    this.points = points;
    this.field = subject.library().compile(subject.coefficients());
    this.variables = points.cols();
    this.states = subject.outputs();
    this.rates = new double[points.rows()][states];
    for (int l = 0; l < rates.length; l++) {
      field.value(points.row(l).toArray(), rates[l]);
    }
    this.image = new int[states];
    this.unit = new double[states];
  }

  @Override
  public void arrange(int[] newImage) {
    System.arraycopy(newImage, 0, image, 0, states);
    for (int i = 0; i < states; i++) {
      double half = region.halfWidth(i);
      for (int k = image[i]; k != i; k = image[k]) {
        half = Math.max(half, region.halfWidth(k));
      }
      unit[i] = 1 / half;
    }
  }

  /** Never: two functions that agree at points need not be the same. */
  @Override
  public boolean isExact(long bits, int direction) {
    return false;
  }

  @Override
  public double defect(long bits, int direction, double limit) {
    double broken = 0;
    double whole = 0;
    int used = 0;
    double[] x = new double[variables];
    double[] rate = new double[states];
    for (int l = 0; l < rates.length; l++) {
      for (int k = 0; k < variables; k++) {
        x[k] = k < states ? sign(bits, k) * points.get(l, image[k]) : points.get(l, k);
      }
      field.value(x, rate);
      double difference = 0;
      double size = 0;
      for (int i = 0; i < states; i++) {
        double before = rate[i] * unit[i];
        double after = direction * sign(bits, i) * rates[l][image[i]] * unit[i];
        difference += (before - after) * (before - after);
        size += before * before + after * after;
      }
      if (Double.isFinite(size)) {
        broken += difference;
        whole += size;
        used++;
      }
      if (used == FIRST && broken > HOPELESS * HOPELESS * limit * limit * whole) {
        return Math.sqrt(broken / whole);
      }
    }
    if (2 * used < rates.length) {
      return Double.POSITIVE_INFINITY;
    }
    return whole == 0 ? 0 : Math.sqrt(broken / whole);
  }

  private static int sign(long bits, int i) {
    return ((bits >> i) & 1) == 0 ? 1 : -1;
  }
}
