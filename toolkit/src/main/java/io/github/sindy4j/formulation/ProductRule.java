package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.GaussLegendre;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * wᵢ = ∫ φ(t) ℓᵢ(t) dt, where Σᵢ ℓᵢ(t) fᵢ is on every interval the polynomial through the nearest
 * samples, and the same for φ̇: ∫ φ f dt is exact where f is such a polynomial.
 *
 * <p>The interpolant is continuous, so that −∫ φ̇ x dt = ∫ φ ẋ dt holds for it exactly. Polynomials
 * are evaluated in the barycentric form.
 */
final class ProductRule {
  /** Parts of an interval that are smaller than this have no weight, and nodes that coincide. */
  private static final double SLIVER = 1e-10;

  private static final GaussLegendre GAUSS = GaussLegendre.of(16);

  private final double[] times;
  private final int points;

  /** Interpolation through {@code points} of these samples, or all where there are fewer. */
  ProductRule(double[] times, int points) {
    this.times = times;
    this.points = Math.min(points, times.length);
  }

  /** The weights of φ((t − centre)/half); the samples are numbered from {@code offset} on. */
  TestWindow window(int offset, TestFunction bump, double centre, double half) {
    int first = interval(centre - half);
    int last = interval(centre + half);
    int low = stencil(first);
    int high = stencil(last) + points;
    Place place = new Place(bump, centre, half, low, high - low);
    for (int j = first; j <= last; j++) {
      double left = Math.max(times[j], centre - half);
      double right = Math.min(times[j + 1], centre + half);
      if (right - left > SLIVER * (times[j + 1] - times[j])) {
        integrate(j, left, right, place);
      }
    }
    return new TestWindow(offset + low, Vec.adopt(place.values), Vec.adopt(place.slopes));
  }

  /** The test function, and where the weights go. */
  private static final class Place {
    private final TestFunction bump;
    private final double centre;
    private final double half;
    private final int low;
    private final double[] values;
    private final double[] slopes;

    Place(TestFunction bump, double centre, double half, int low, int size) {
      this.bump = bump;
      this.centre = centre;
      this.half = half;
      this.low = low;
      this.values = new double[size];
      this.slopes = new double[size];
    }
  }

  private void integrate(int interval, double left, double right, Place place) {
    int start = stencil(interval);
    double unit = times[interval + 1] - times[interval];
    double[] barycentric = barycentric(start, unit);
    double[] terms = new double[points];
    for (int k = 0; k < GAUSS.size(); k++) {
      double t = (left + right) / 2 + (right - left) / 2 * GAUSS.node(k);
      double weight = (right - left) / 2 * GAUSS.weight(k);
      double s = Math.max(-1, Math.min(1, (t - place.centre) / place.half));
      double sum = 0;
      for (int i = 0; i < points; i++) {
        terms[i] = barycentric[i] / ((t - times[start + i]) / unit);
        sum += terms[i];
      }
      double value = weight * place.bump.value(s) / sum;
      double slope = weight * place.bump.slope(s) / (place.half * sum);
      for (int i = 0; i < points; i++) {
        place.values[start - place.low + i] += value * terms[i];
        place.slopes[start - place.low + i] += slope * terms[i];
      }
    }
  }

  private double[] barycentric(int start, double unit) {
    double[] weights = new double[points];
    for (int i = 0; i < points; i++) {
      double product = 1;
      for (int j = 0; j < points; j++) {
        product *= j == i ? 1 : (times[start + i] - times[start + j]) / unit;
      }
      weights[i] = 1 / product;
    }
    return weights;
  }

  /** The first sample of the polynomial on the interval from sample j to the next. */
  private int stencil(int j) {
    return Math.max(0, Math.min(times.length - points, j + 1 - points / 2));
  }

  /** The last j, but the very last sample, with t_j ≤ t. */
  private int interval(double t) {
    int place = Arrays.binarySearch(times, t);
    int j = place >= 0 ? place : -place - 2;
    return Math.max(0, Math.min(times.length - 2, j));
  }
}
