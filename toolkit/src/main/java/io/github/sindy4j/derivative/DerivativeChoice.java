package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The differentiator with the least expected squared error on given data: variance σ² Σ w² plus squared bias, where the
 * bias is what changes when the degree of the local polynomial is raised by two, less what noise alone would change.
 *
 * @param differentiator the choice
 * @param noise σ of each state, estimated from the data
 * @param reason one sentence for the user
 */
public record DerivativeChoice(Differentiator differentiator, Vec noise, String reason) {
  private static final List<Integer> ORDERS = List.of(2, 4, 6, 8);
  private static final List<Integer> DEGREES = List.of(2, 4, 6);
  private static final List<Integer> WINDOWS = List.of(5, 7, 9, 11, 15, 21, 31, 45, 61, 85, 121, 171, 241);
  private static final int SAMPLES = 500;

  private record Candidate(Differentiator differentiator, int window, int degree) {}

  /** Chooses among finite differences of orders 2 to 8 and Savitzky–Golay filters. */
  public static DerivativeChoice of(Dataset data) {
    Vec noise = NoiseLevel.of(data);
    int longest = longestSegment(data);
    Candidate best = new Candidate(FiniteDifference.ofOrder(Math.min(2, Math.max(1, longest - 1))), 3, 2);
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : candidates(longest)) {
      double risk = risk(data, noise, candidate);
      if (risk < least) {
        least = risk;
        best = candidate;
      }
    }
    return new DerivativeChoice(best.differentiator(), noise, reason(data, noise, best));
  }

  private static List<Candidate> candidates(int longest) {
    List<Candidate> candidates = new ArrayList<>();
    for (int order : ORDERS) {
      if (order + 3 <= longest) {
        candidates.add(new Candidate(FiniteDifference.ofOrder(order), order + 1, order));
      }
    }
    for (int degree : DEGREES) {
      for (int window : WINDOWS) {
        if (window >= degree + 3 && 2 * window <= longest) {
          candidates.add(new Candidate(SavitzkyGolay.of(window, degree), window, degree));
        }
      }
    }
    return candidates;
  }

  private static double risk(Dataset data, Vec noise, Candidate candidate) {
    int n = noise.size();
    double[] variance = new double[n];
    double[] change = new double[n];
    double[] rate = new double[n];
    double[] expected = new double[1];
    long count = 0;
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        count += accumulate(data, trajectory, segment, candidate, variance, change, rate, expected);
      }
    }
    if (count == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double risk = 0;
    for (int c = 0; c < n; c++) {
      double sigma2 = noise.get(c) * noise.get(c);
      double bias2 = Math.max(0, change[c] - sigma2 * expected[0]);
      risk += rate[c] == 0 ? 0 : (sigma2 * variance[c] + bias2) / rate[c];
    }
    return risk;
  }

  private static long accumulate(
      Dataset data,
      Trajectory trajectory,
      Segment segment,
      Candidate candidate,
      double[] variance,
      double[] change,
      double[] rate,
      double[] expected) {
    boolean interpolating = candidate.window() == candidate.degree() + 1;
    int half = (candidate.window() + (interpolating ? 2 : 0)) / 2;
    double[] times = trajectory.times().toArray();
    LocalPolynomial local = new LocalPolynomial();
    LocalPolynomial wide = new LocalPolynomial();
    int stride = (int) Math.max(1, data.samples() / SAMPLES);
    long count = 0;
    for (int i = segment.from() + half; i < segment.to() - half; i += stride) {
      int from = i - candidate.window() / 2;
      local.fit(times, from, from + candidate.window(), times[i], candidate.degree(), candidate.degree() + 2);
      wide.fit(times, i - half, i + half + 1, times[i], candidate.degree() + 2, candidate.degree() + 2);
      addDifference(trajectory, i - half, 2 * half + 1, from - i + half, candidate, local, wide, variance, change, rate, expected);
      count++;
    }
    return count;
  }

  private static void addDifference(
      Trajectory trajectory,
      int wideFrom,
      int wideSize,
      int shift,
      Candidate candidate,
      LocalPolynomial local,
      LocalPolynomial wide,
      double[] variance,
      double[] change,
      double[] rate,
      double[] expected) {
    double weights2 = 0;
    double difference2 = 0;
    double[] values = new double[variance.length];
    double[] differences = new double[variance.length];
    for (int j = 0; j < wideSize; j++) {
      boolean inside = j >= shift && j < shift + candidate.window();
      double narrow = inside ? local.rateWeights()[j - shift] : 0;
      double difference = wide.rateWeights()[j] - narrow;
      weights2 += narrow * narrow;
      difference2 += difference * difference;
      for (int c = 0; c < values.length; c++) {
        values[c] += narrow * trajectory.states().get(wideFrom + j, c);
        differences[c] += difference * trajectory.states().get(wideFrom + j, c);
      }
    }
    expected[0] += difference2;
    for (int c = 0; c < values.length; c++) {
      variance[c] += weights2;
      change[c] += differences[c] * differences[c];
      rate[c] += values[c] * values[c];
    }
  }

  private static int longestSegment(Dataset data) {
    return data.trajectories().stream()
        .flatMap(t -> t.segments().stream())
        .mapToInt(Segment::size)
        .max()
        .orElse(0);
  }

  private static String reason(Dataset data, Vec noise, Candidate best) {
    StringBuilder levels = new StringBuilder();
    for (int c = 0; c < noise.size(); c++) {
      double spread = spread(data, c);
      levels.append(levels.isEmpty() ? "" : ", ").append(data.schema().states().get(c).name()).append(' ');
      levels.append(String.format(Locale.ROOT, "%.2g %%", spread == 0 ? 0 : 100 * noise.get(c) / spread));
    }
    return best.differentiator().text() + " has the least expected error; estimated noise, of each state's spread: " + levels;
  }

  private static double spread(Dataset data, int state) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    double origin = data.first().states().get(0, state);
    for (Trajectory trajectory : data.trajectories()) {
      for (int i = 0; i < trajectory.size(); i++) {
        double x = trajectory.states().get(i, state) - origin;
        sum += x;
        squares += x * x;
        count++;
      }
    }
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }
}
