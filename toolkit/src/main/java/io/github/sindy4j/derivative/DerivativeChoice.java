package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The differentiator whose errors cost a regression least on given data: squared bias plus
 * discounted noise.
 *
 * @param differentiator the choice
 * @param trimmedEnds how many samples at either end of a segment have one-sided windows, and rates
 *     much less certain
 * @param noise σ of each state, estimated from the data
 * @param reason one sentence for the user
 */
public record DerivativeChoice(
    Differentiator differentiator, int trimmedEnds, Vec noise, String reason) {
  private static final List<Integer> ORDERS = List.of(2, 4, 6, 8);
  private static final List<Integer> DEGREES = List.of(2, 4, 6);
  private static final List<Integer> WINDOWS =
      List.of(5, 7, 9, 11, 15, 21, 31, 45, 61, 85, 121, 171, 241);
  private static final int SAMPLES = 500;

  /**
   * Bias grows with the window: after so many windows in a row that are worse than the best by
   * their bias alone, wider ones are not tried.
   */
  private static final int HOPELESS = 2;

  /** The most samples in a row that smoothers are compared on. */
  private static final int COMPARED = 4000;

  /** Noise below this part of a state's spread is left to local methods. */
  private static final double NOISY = 1e-4;

  private record Candidate(Differentiator differentiator, int window, int degree) {
    /** Whether its window holds more points than a polynomial of its degree can go through. */
    boolean isFilter() {
      return window > degree + 1;
    }
  }

  /** Chooses among finite differences of orders 2 to 8 and Savitzky–Golay filters. */
  public static DerivativeChoice of(Dataset data) {
    return of(data, NoiseLevel.of(data));
  }

  /**
   * The same where the noise is known.
   *
   * @param noise σ of each state
   */
  public static DerivativeChoice of(Dataset data, Vec noise) {
    int longest = longestSegment(data);
    Candidate best =
        new Candidate(FiniteDifference.ofOrder(Math.min(2, Math.max(1, longest - 1))), 3, 2);
    double least = Double.POSITIVE_INFINITY;
    Map<Integer, Integer> hopeless = new HashMap<>();
    for (List<Candidate> ofOneWindow : candidates(longest)) {
      List<Candidate> hopeful =
          ofOneWindow.stream()
              .filter(c -> hopeless.getOrDefault(c.degree(), 0) < HOPELESS)
              .toList();
      if (hopeful.isEmpty()) {
        continue;
      }
      RateRisks risks = risks(data, hopeful);
      for (int k = 0; k < hopeful.size(); k++) {
        Candidate candidate = hopeful.get(k);
        if (risks.of(k).of(noise) < least) {
          least = risks.of(k).of(noise);
          best = candidate;
        }
        boolean worse = candidate.isFilter() && risks.of(k).ofBias(noise) > least;
        int before = hopeless.getOrDefault(candidate.degree(), 0);
        hopeless.put(candidate.degree(), worse ? before + 1 : 0);
      }
    }
    return new DerivativeChoice(
        best.differentiator(), best.window() / 4, noise, reason(data, noise, best));
  }

  /**
   * Chooses among these and, where the data are noisy, a quintic smoothing spline, a twice
   * integrated Wiener process and a Gaussian process of smoothness 7/2, by the expected squared
   * error of the rates: bias and noise of a filter, the posterior variance of a smoother. For rates
   * that are looked at or rolled out; {@link #of} is for rates that are averaged by a regression,
   * where bias costs more than noise.
   */
  public static DerivativeChoice amongAll(Dataset data) {
    DerivativeChoice local = of(data);
    double noisiest = 0;
    for (int c = 0; c < local.noise().size(); c++) {
      double spread = Spread.of(data, c);
      noisiest = Math.max(noisiest, spread == 0 ? 0 : local.noise().get(c) / spread);
    }
    if (!(noisiest > NOISY)) {
      return new DerivativeChoice(
          local.differentiator(),
          local.trimmedEnds(),
          local.noise(),
          local.reason() + "; with so little, smoothers were not considered");
    }
    return RateComparison.of(data, longest(data, COMPARED), local);
  }

  /** The first samples, at most so many, of the longest segment. */
  private static Trajectory longest(Dataset data, int most) {
    Trajectory owner = data.first();
    Segment longest = owner.segments().get(0);
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        if (segment.size() > longest.size()) {
          owner = trajectory;
          longest = segment;
        }
      }
    }
    int to = Math.min(longest.to(), longest.from() + most);
    return Trajectory.of(
        owner.id(),
        owner.times().slice(longest.from(), to),
        owner.states().rowSlice(longest.from(), to));
  }

  /** All that may be chosen; filters of one window stand together. */
  private static List<List<Candidate>> candidates(int longest) {
    List<List<Candidate>> candidates = new ArrayList<>();
    for (int order : ORDERS) {
      if (order + 3 <= longest) {
        candidates.add(List.of(new Candidate(FiniteDifference.ofOrder(order), order + 1, order)));
      }
    }
    for (int window : WINDOWS) {
      List<Candidate> filters = new ArrayList<>();
      for (int degree : DEGREES) {
        if (window >= degree + 3 && 2 * window <= longest) {
          filters.add(new Candidate(SavitzkyGolay.of(window, degree), window, degree));
        }
      }
      if (!filters.isEmpty()) {
        candidates.add(filters);
      }
    }
    return candidates;
  }

  private static RateRisks risks(Dataset data, List<Candidate> ofOneWindow) {
    int[] degrees = ofOneWindow.stream().mapToInt(Candidate::degree).toArray();
    RateRisks risks =
        new RateRisks(data.schema().states().size(), ofOneWindow.get(0).window(), degrees);
    int stride = (int) Math.max(1, data.samples() / SAMPLES);
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        risks.add(trajectory, segment, stride);
      }
    }
    return risks;
  }

  private static int longestSegment(Dataset data) {
    return data.trajectories().stream()
        .flatMap(t -> t.segments().stream())
        .mapToInt(Segment::size)
        .max()
        .orElse(0);
  }

  private static String reason(Dataset data, Vec noise, Candidate best) {
    return best.differentiator().text()
        + " has the least expected error"
        + noiseLevels(data, noise);
  }

  /** The end of a reason: the noise of each state. */
  static String noiseLevels(Dataset data, Vec noise) {
    StringBuilder levels = new StringBuilder();
    for (int c = 0; c < noise.size(); c++) {
      double spread = Spread.of(data, c);
      levels
          .append(levels.isEmpty() ? "" : ", ")
          .append(data.schema().states().get(c).name())
          .append(' ');
      levels.append(
          String.format(Locale.ROOT, "%.2g %%", spread == 0 ? 0 : 100 * noise.get(c) / spread));
    }
    return "; estimated noise, in parts of each state's spread: " + levels;
  }
}
