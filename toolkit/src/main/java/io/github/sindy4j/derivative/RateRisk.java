package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * What errors of rates from a local polynomial cost a regression, relative to the rates' mean
 * square, summed over states: bias² + 0.01 σ² Σ w². Noise is discounted because it averages out
 * over the rows, as bias does not; the factor was chosen on nine simulated systems with 0 to 10 %
 * noise, where 0.1 and 0.001 found fewer of the true equations. The bias is what a polynomial of
 * degree two higher changes, less what noise alone would change. For one thread, which shares
 * samples with others without a change of bits.
 */
final class RateRisk {
  /** Rates that move a state by less than this part of its size in one step are rounding noise. */
  private static final double ROUNDING = 1e-12;

  private static final double NOISE_DISCOUNT = 0.01;

  /** So many samples are summed by one thread. */
  private static final int PART = 64;

  private final int window;
  private final int degree;
  private final int half;
  private final double[] rates;
  private final double[] changes;
  private final double[] smallest;
  private final double[] difference;
  private final double[] near;
  private final LocalPolynomial narrow = new LocalPolynomial();
  private final LocalPolynomial wide = new LocalPolynomial();
  private double weights;
  private double weightChanges;
  private long count;

  RateRisk(int states, int window, int degree) {
    this.window = window;
    this.degree = degree;
    // Interpolation needs two more points for two more degrees; a filter has them in its window.
    this.half = (window == degree + 1 ? window + 2 : window) / 2;
    this.rates = new double[states];
    this.changes = new double[states];
    this.smallest = new double[states];
    this.difference = new double[2 * half + 1];
    this.near = new double[2 * half + 1];
  }

  /** Every {@code stride}-th interior sample of a segment. */
  void add(Trajectory trajectory, Segment segment, int stride) {
    inParts(segment, half, stride, (from, to) -> part(trajectory, from, to, stride))
        .forEach(this::add);
  }

  private RateRisk part(Trajectory trajectory, int from, int to, int stride) {
    RateRisk part = new RateRisk(rates.length, window, degree);
    part.addSamples(trajectory, from, to, stride);
    return part;
  }

  private void addSamples(Trajectory trajectory, int from, int to, int stride) {
    int shift = half - window / 2;
    for (int i = from; i < to; i += stride) {
      double[] near = near(trajectory, i, half);
      narrow.fit(near, shift, shift + window, near[half], degree, degree);
      wide.fit(near, 0, near.length, near[half], degree + 2, degree + 2);
      add(trajectory, i, narrow.rateWeights(), wide.rateWeights());
    }
  }

  /** What is made of samples {@code from … to−1}, of which every {@code stride}-th counts. */
  @FunctionalInterface
  interface Part<T> {
    /** Makes it. */
    T of(int from, int to);
  }

  /** The interior samples of a segment in parts that threads share, in order. */
  static <T> List<T> inParts(Segment segment, int half, int stride, Part<T> part) {
    int first = segment.from() + half;
    int end = segment.to() - half;
    int length = PART * stride;
    return Team.map(
        Math.max(0, (end - first + length - 1) / length),
        k -> part.of(first + k * length, Math.min(end, first + (k + 1) * length)));
  }

  /** Adds the sums of other samples. */
  void add(RateRisk other) {
    for (int c = 0; c < rates.length; c++) {
      rates[c] += other.rates[c];
      changes[c] += other.changes[c];
      smallest[c] += other.smallest[c];
    }
    weights += other.weights;
    weightChanges += other.weightChanges;
    count += other.count;
  }

  /** The times of a sample and of so many on either side. */
  static double[] near(Trajectory trajectory, int i, int half) {
    double[] near = new double[2 * half + 1];
    for (int j = 0; j < near.length; j++) {
      near[j] = trajectory.times().get(i - half + j);
    }
    return near;
  }

  /** The sample {@code i}, whose rate has these weights, and these for a degree two higher. */
  void add(Trajectory trajectory, int i, double[] narrower, double[] wider) {
    int size = 2 * half + 1;
    int shift = half - window / 2;
    for (int j = 0; j < size; j++) {
      difference[j] = wider[j];
    }
    for (int j = 0; j < window; j++) {
      double w = narrower[j];
      difference[shift + j] -= w;
      weights += w * w;
    }
    for (int j = 0; j < size; j++) {
      weightChanges += difference[j] * difference[j];
    }
    double span = trajectory.times().get(i + half) - trajectory.times().get(i - half);
    for (int c = 0; c < rates.length; c++) {
      trajectory.states().copyColumn(c, i - half, i + half + 1, near, 0);
      double rate = DotProduct.of(narrower, 0, near, shift, window);
      double change = DotProduct.of(difference, 0, near, 0, size);
      rates[c] += rate * rate;
      changes[c] += change * change;
      double floor = ROUNDING * near[half] * size / span;
      smallest[c] += floor * floor;
    }
    count++;
  }

  /**
   * The risk when the states carry noise of these levels; infinite when no sample could be used.
   */
  double of(Vec noise) {
    return of(noise, NOISE_DISCOUNT);
  }

  /** The expected squared error of the rates themselves, where noise counts in full. */
  double ofRates(Vec noise) {
    return of(noise, 1);
  }

  /**
   * What of the risk is surely bias: more than twice the change that noise would make. Wider
   * windows have no less.
   */
  double ofBias(Vec noise) {
    double risk = 0;
    for (int c = 0; c < rates.length; c++) {
      double sure = changes[c] - 2 * noise.get(c) * noise.get(c) * weightChanges;
      risk += rates[c] > smallest[c] ? Math.max(0, sure) / rates[c] : 0;
    }
    return risk;
  }

  private double of(Vec noise, double discount) {
    double risk = count == 0 ? Double.POSITIVE_INFINITY : 0;
    for (int c = 0; c < rates.length && count > 0; c++) {
      double sigma2 = noise.get(c) * noise.get(c);
      double bias2 = Math.max(0, changes[c] - sigma2 * weightChanges);
      risk += rates[c] > smallest[c] ? (discount * sigma2 * weights + bias2) / rates[c] : 0;
    }
    return risk;
  }
}
