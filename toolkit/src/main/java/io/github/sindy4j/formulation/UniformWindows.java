package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.Vec;

/**
 * Test functions on a uniform grid, by the trapezoidal rule: ∫ φ f dt ≈ h Σᵢ φ(i/m) f(tᵢ), i = −m …
 * m.
 *
 * <p>The rule converges like the Fourier transform of φ f at 2π/h: spectrally for a smooth bump.
 * Its errors cannot be seen in the samples, but those of the rules with 2h and 4h can: they are
 * sums with alternating signs.
 */
final class UniformWindows implements SegmentWindows {
  private final int from;
  private final int span;
  private final int size;
  private final Vec values;
  private final Vec slopes;
  private final WindowErrors errors;

  /**
   * Covers a segment from end to end, centres at most {@code stride} samples apart.
   *
   * @param from the first sample of the segment
   * @param samples of the segment, at least 2 m + 1
   * @param step h
   * @param reach m
   */
  UniformWindows(int from, int samples, double step, TestFunction bump, int reach, int stride) {
    this.from = from;
    this.span = samples - 1 - 2 * reach;
    this.size = 1 + (span + stride - 1) / stride;
    double[] value = new double[2 * reach + 1];
    double[] slope = new double[2 * reach + 1];
    for (int i = -reach; i <= reach; i++) {
      value[i + reach] = step * bump.value((double) i / reach);
      slope[i + reach] = bump.slope((double) i / reach) / reach;
    }
    this.values = Vec.adopt(value);
    this.slopes = Vec.adopt(slope);
    this.errors = alternating(slope, reach);
  }

  private static WindowErrors alternating(double[] slope, int reach) {
    double[] fine = new double[slope.length];
    double[] coarse = new double[slope.length];
    for (int i = -reach; i <= reach; i++) {
      boolean even = i % 2 == 0;
      fine[i + reach] = even ? slope[i + reach] : -slope[i + reach];
      coarse[i + reach] = even ? (i % 4 == 0 ? 2 : -2) * slope[i + reach] : 0;
    }
    return new WindowErrors(Vec.adopt(fine), Vec.adopt(coarse));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public TestWindow window(int k) {
    int start = size == 1 ? span / 2 : (int) Math.round((double) k * span / (size - 1));
    return new TestWindow(from + start, values, slopes);
  }

  @Override
  public WindowErrors errors(int k) {
    return errors;
  }
}
