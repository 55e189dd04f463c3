package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.Vec;

/**
 * Test functions on any grid: the data between two samples are the polynomial through the 2m
 * nearest ones, integrated exactly against φ. An error of O(h^{2m}) for smooth data.
 *
 * <p>φ is integrated by the Gauss rule with 16 nodes on every interval, which is exact for (1 −
 * s²)^p up to p = 12.
 */
final class UnevenWindows implements SegmentWindows {
  private final double[] times;
  private final int from;
  private final TestFunction bump;
  private final double half;
  private final int points;
  private final int size;

  /**
   * Covers a segment from end to end, centres at most the bump's deviation apart.
   *
   * @param times of the segment's samples
   * @param from the first of them, counted in the trajectory
   * @param half half the width of the support, at most half the segment
   * @param points 2m, at least 4
   */
  UnevenWindows(Vec times, int from, TestFunction bump, double half, int points) {
    this.times = times.toArray();
    this.from = from;
    this.bump = bump;
    this.half = half;
    this.points = points;
    this.size = 1 + (int) Math.ceil(span() / (bump.deviation() * half) - 1e-9);
  }

  private double span() {
    return Math.max(0, times[times.length - 1] - times[0] - 2 * half);
  }

  @Override
  public int size() {
    return size;
  }

  private double centre(int k) {
    return times[0] + half + (size == 1 ? span() / 2 : span() * k / (size - 1));
  }

  @Override
  public TestWindow window(int k) {
    return new ProductRule(times, points).window(from, bump, centre(k), half);
  }

  @Override
  public WindowErrors errors(int k) {
    ProductRule rule = new ProductRule(times, points);
    ProductRule lower = new ProductRule(times, points - 2);
    Vec fine = difference(k, lower, rule);
    return points < 6
        ? new WindowErrors(fine, Vec.zeros(0))
        : new WindowErrors(fine, difference(k, new ProductRule(times, points - 4), lower));
  }

  /** The weights of one rule minus those of another, on the samples of the window of this one. */
  private Vec difference(int k, ProductRule minuend, ProductRule subtrahend) {
    TestWindow window = window(k);
    double[] weights = new double[window.values().size()];
    add(weights, window.from(), minuend.window(from, bump, centre(k), half), 1);
    add(weights, window.from(), subtrahend.window(from, bump, centre(k), half), -1);
    return Vec.adopt(weights);
  }

  private static void add(double[] weights, int start, TestWindow other, double factor) {
    for (int i = 0; i < other.slopes().size(); i++) {
      weights[other.from() + i - start] += factor * other.slopes().get(i);
    }
  }
}
