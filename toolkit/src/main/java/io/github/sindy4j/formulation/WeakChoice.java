package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The width of the test functions: the narrowest of a geometric ladder that has, for each state on
 * average, a third of the most of
 *
 * <pre>
 *  Σ_c log(1 + K S_c / (σ_c² Σₖ (‖φ̇ₖ‖² + λ_c² ‖φₖ‖²) + Σₖ e²ₖ_c)) ,   S_c = Σₖ (∫ φ̇ₖ x_c)² beyond noise
 * </pre>
 *
 * which is the information in K rows, each with a signal S/K that fades where φ is wider than the
 * motion, against the noise that φ̇ and the model's own rate λ pass on, and the quadrature error e,
 * which narrow test functions make. For one oscillation of frequency λ and white noise it takes a
 * bump of deviation 1/(√2 λ).
 *
 * @param halfWidth half the width of a support, in the unit of time
 * @param points how many samples a polynomial goes through where the grid is uneven
 * @param squaredRateScale λ², mean over the states: what (DF)² is taken for before there is a model
 * @param noise σ of each state
 */
record WeakChoice(double halfWidth, int points, double squaredRateScale, Vec noise) {
  private static final double LADDER = 1.2;
  private static final int LEAST = 6;

  /** The part of the most information, for each state, that is enough. */
  private static final double ENOUGH = 1.0 / 3;

  private static final double SMALLEST = 1e-100;
  private static final List<Integer> POINTS = List.of(4, 6, 8);

  /** A width and a rule, with what they make of the data. */
  private record Candidate(double half, int points, WindowSums sums) {}

  /**
   * Chooses; {@code rows} is how many test functions there should be at least, {@code fixed} the
   * half-width where the user says it.
   */
  static WeakChoice of(Dataset data, TestFunction bump, int rows, OptionalDouble fixed) {
    Vec noise = noise(data);
    List<Candidate> ladder = ladder(data, bump, noise);
    List<Candidate> allowed = new ArrayList<>(ladder);
    if (fixed.isPresent()) {
      allowed.clear();
      for (int points : POINTS) {
        allowed.add(candidate(data, bump, noise, fixed.getAsDouble(), points));
      }
    } else if (ladder.stream().anyMatch(c -> c.sums().size() >= rows)) {
      allowed.removeIf(c -> c.sums().size() < rows);
    }
    allowed.removeIf(c -> c.sums().size() == 0);
    if (allowed.isEmpty()) {
      throw new BadData(
          "too-few-samples",
          data.name(),
          "no segment is as long as a test function",
          "Give more rows, a smaller width, or raise the largest gap (--max-gap)");
    }
    double[] scales = squaredRateScales(ladder.isEmpty() ? allowed : ladder, noise.size());
    Candidate best = best(allowed, scales, noise);
    double mean = 0;
    for (double scale : scales) {
      mean += scale / scales.length;
    }
    return new WeakChoice(best.half(), best.points(), mean, noise);
  }

  private static Vec noise(Dataset data) {
    double[] noise = NoiseLevel.of(data).toArray();
    for (int c = 0; c < noise.length; c++) {
      double largest = 0;
      for (Trajectory trajectory : data.trajectories()) {
        largest = Math.max(largest, trajectory.states().col(c).maxAbs());
      }
      // Numbers are rounded: no state is exact.
      double rounding = Math.max(SMALLEST, Math.ulp(largest));
      noise[c] = noise[c] > rounding ? noise[c] : rounding;
    }
    return Vec.adopt(noise);
  }

  private static List<Candidate> ladder(Dataset data, TestFunction bump, Vec noise) {
    double step = 0;
    double longest = 0;
    boolean uniform = true;
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        if (segment.size() > 2 * WindowPlan.LEAST_REACH) {
          Vec times = trajectory.times().slice(segment.from(), segment.to());
          double length = times.last() - times.first();
          if (length > longest) {
            longest = length;
            step = length / (segment.size() - 1);
          }
          uniform &= WindowPlan.isUniform(times);
        }
      }
    }
    List<Candidate> ladder = new ArrayList<>();
    int before = 0;
    for (double m = LEAST; m * step <= longest / 2; m *= LADDER) {
      int reach = (int) Math.round(m);
      for (int points :
          reach == before ? List.<Integer>of() : uniform ? POINTS.subList(0, 1) : POINTS) {
        ladder.add(candidate(data, bump, noise, reach * step, points));
      }
      before = reach;
    }
    return ladder;
  }

  private static Candidate candidate(
      Dataset data, TestFunction bump, Vec noise, double half, int points) {
    WindowPlan plan = new WindowPlan(data, bump, half, points);
    return new Candidate(half, points, new WindowSums(data, plan, noise));
  }

  private static double[] squaredRateScales(List<Candidate> candidates, int states) {
    double[] scales = new double[states];
    for (Candidate candidate : candidates) {
      for (int c = 0; c < states; c++) {
        scales[c] = Math.max(scales[c], candidate.sums().squaredRateScale(c));
      }
    }
    return scales;
  }

  private static Candidate best(List<Candidate> candidates, double[] scales, Vec noise) {
    double most = 0;
    for (Candidate candidate : candidates) {
      most = Math.max(most, information(candidate.sums(), scales, noise));
    }
    double enough = most - scales.length * Math.log(1 / ENOUGH);
    double least = candidates.stream().mapToDouble(Candidate::half).max().orElseThrow();
    for (Candidate candidate : candidates) {
      boolean isEnough = information(candidate.sums(), scales, noise) >= enough;
      least = isEnough ? Math.min(least, candidate.half()) : least;
    }
    return atWidth(least, candidates, scales, noise);
  }

  /** The best rule for the integrals at a width. */
  private static Candidate atWidth(
      double half, List<Candidate> candidates, double[] scales, Vec noise) {
    return candidates.stream()
        .filter(c -> c.half() == half)
        .max(Comparator.comparingDouble(c -> information(c.sums(), scales, noise)))
        .orElseThrow();
  }

  private static double information(WindowSums sums, double[] scales, Vec noise) {
    double total = 0;
    for (int c = 0; c < scales.length; c++) {
      double level = noise.get(c);
      double loss = level * level * sums.noiseGain(scales[c]) + sums.errors(c);
      total += Math.log1p(loss == 0 ? 0 : sums.size() * sums.rates(c) / loss);
    }
    return total;
  }
}
