package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The width of the test functions: the narrowest of a geometric ladder that has, for each state on
 * average, a third of the most of
 *
 * <pre>
 *  Σ_c log(1 + K S_c / (σ_c² Σₖ (‖φ̇ₖ‖² + λ_c² ‖φₖ‖²) + K Σₖ e²ₖ_c)) ,   S_c = Σₖ (∫ φ̇ₖ x_c)² beyond noise
 * </pre>
 *
 * which is the information in K rows, each with a signal S/K that fades where φ is wider than the
 * motion, against the noise that φ̇ and the model's own rate λ pass on, and the quadrature error e,
 * which narrow test functions make. For one oscillation of frequency λ and white noise the maximum
 * is at a deviation of 1/(√2 λ), as if rows were independent. They are not, and their covariance is
 * known: narrower test functions lose nothing, keep faster motions and more of the ends, until they
 * cannot be integrated.
 *
 * @param halfWidth half the width of a support, in the unit of time
 * @param points how many samples a polynomial goes through where the grid is uneven
 * @param squaredRateScale λ², mean over the states: what (DF)² is taken for before there is a model
 * @param noise σ of each state
 */
record WeakChoice(double halfWidth, int points, double squaredRateScale, Vec noise) {
  /** The part of the most information, for each state, that is enough. */
  private static final double ENOUGH = 1.0 / 3;

  /**
   * Chooses; {@code rows} is how many test functions there should be at least, {@code fixed} the
   * half-width where the user says it.
   */
  static WeakChoice of(Dataset data, TestFunction bump, int rows, OptionalDouble fixed) {
    List<Width> ladder = Width.ladder(data, bump);
    List<Width> allowed =
        fixed.isPresent()
            ? Width.at(data, bump, fixed.getAsDouble())
            : ladder.stream().anyMatch(w -> w.sums().size() >= rows)
                ? ladder.stream().filter(w -> w.sums().size() >= rows).toList()
                : ladder;
    if (allowed.stream().allMatch(w -> w.sums().size() == 0)) {
      throw new BadData(
          "too-few-samples",
          data.name(),
          "no segment is as long as a test function",
          "Give more rows, a smaller width, or raise the largest gap (--max-gap)");
    }
    List<Width> all = ladder.isEmpty() ? allowed : ladder;
    Vec noise = WeakNoise.of(data, all);
    double[] scales = squaredRateScales(all, noise);
    Width best = best(allowed, scales, noise);
    double mean = 0;
    for (double scale : scales) {
      mean += scale / scales.length;
    }
    return new WeakChoice(best.half(), best.points(), mean, noise);
  }

  private static double[] squaredRateScales(List<Width> widths, Vec noise) {
    double[] scales = new double[noise.size()];
    for (Width width : widths) {
      for (int c = 0; c < scales.length; c++) {
        scales[c] = Math.max(scales[c], width.sums().squaredRateScale(c, noise.get(c)));
      }
    }
    return scales;
  }

  private static Width best(List<Width> widths, double[] scales, Vec noise) {
    double[] information =
        widths.stream().mapToDouble(w -> information(w.sums(), scales, noise)).toArray();
    double most = Arrays.stream(information).max().orElseThrow();
    double enough = most - scales.length * Math.log(1 / ENOUGH);
    double least =
        IntStream.range(0, information.length)
            .filter(k -> information[k] >= enough)
            .mapToDouble(k -> widths.get(k).half())
            .min()
            .orElseThrow();
    int best =
        IntStream.range(0, information.length)
            .filter(k -> widths.get(k).half() == least)
            .boxed()
            .max(Comparator.comparingDouble(k -> information[k]))
            .orElseThrow();
    return widths.get(best);
  }

  private static double information(WindowSums sums, double[] scales, Vec noise) {
    double total = 0;
    for (int c = 0; c < scales.length; c++) {
      double sigma = noise.get(c);
      double loss = sigma * sigma * sums.noiseGain(scales[c]) + sums.size() * sums.errors(c, sigma);
      total += Math.log1p(loss == 0 ? 0 : sums.size() * sums.rates(c, sigma) / loss);
    }
    return total;
  }
}
