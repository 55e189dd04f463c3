package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.WindowPlan.Part;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Sums over test functions for each state, free of what white noise adds on average:
 *
 * <pre>
 *  rates    Σₖ (∫ φ̇ₖ x)²,    levels   Σₖ (∫ φₖ (x − x̄))²,    errors   Σₖ eₖ²,
 * </pre>
 *
 * where eₖ, the quadrature error of ∫ φ̇ₖ x, is that of the next coarser rule times the factor by
 * which the last refinement reduced it. At most {@value #MOST} test functions, spread evenly.
 */
final class WindowSums {
  private static final int MOST = 1000;
  private static final int ENOUGH = 20;

  private final double[] rates;
  private final double[] levels;
  private final double[] fine;
  private final double[] coarse;
  private double slopeGain;
  private double valueGain;
  private double fineGain;
  private double coarseGain;
  private boolean extrapolates = true;
  private int counted;
  private final long size;

  /** The sums; σ of a state, where it is needed, is called {@code sigma}. */
  WindowSums(Dataset data, WindowPlan plan) {
    this.size = plan.size();
    int n = data.schema().states().size();
    this.rates = new double[n];
    this.levels = new double[n];
    this.fine = new double[n];
    this.coarse = new double[n];
    Vec means = means(data);
    long stride = Math.max(1, size / MOST);
    long number = 0;
    for (Part part : plan.parts()) {
      Matrix states = data.trajectories().get(part.trajectory()).states();
      for (int k = 0; k < part.windows().size(); k++) {
        if (number++ % stride == 0) {
          add(part.windows().window(k), part.windows().errors(k), states, means);
        }
      }
    }
  }

  private static Vec means(Dataset data) {
    double[] sums = new double[data.schema().states().size()];
    data.trajectories()
        .forEach(
            t -> {
              for (int i = 0; i < t.size(); i++) {
                for (int c = 0; c < sums.length; c++) {
                  sums[c] += t.states().get(i, c) / data.samples();
                }
              }
            });
    return Vec.adopt(sums);
  }

  private void add(TestWindow window, WindowErrors errors, Matrix states, Vec means) {
    double mass = 0;
    for (int i = 0; i < window.values().size(); i++) {
      mass += window.values().get(i);
    }
    for (int c = 0; c < rates.length; c++) {
      rates[c] += square(window.dot(window.slopes(), states, c));
      levels[c] += square(window.dot(window.values(), states, c) - mass * means.get(c));
      fine[c] += square(window.dot(errors.fine(), states, c));
      coarse[c] += square(window.dot(errors.coarse(), states, c));
    }
    slopeGain += window.slopes().dot(window.slopes());
    valueGain += window.values().dot(window.values());
    fineGain += errors.fine().dot(errors.fine());
    coarseGain += errors.coarse().dot(errors.coarse());
    extrapolates &= errors.coarse().size() > 0;
    counted++;
  }

  private static double square(double x) {
    return x * x;
  }

  /**
   * σ of state c from the sums with alternating signs, which see what changes from sample to
   * sample: noise, and of smooth data only their quadrature errors.
   */
  double fastest(int c) {
    return counted < ENOUGH ? Double.POSITIVE_INFINITY : Math.sqrt(fine[c] / fineGain);
  }

  /** How many test functions there are. */
  long size() {
    return size;
  }

  /** For all test functions, of state c: Σ (∫ φ̇ x)² without noise. */
  double rates(int c, double sigma) {
    return scale() * beyondNoise(rates[c], slopeGain, sigma);
  }

  /** λ² of state c: the mean square of its rate over that of its deviation from its mean. */
  double squaredRateScale(int c, double sigma) {
    return levels[c] == 0 ? 0 : beyondNoise(rates[c], slopeGain, sigma) / levels[c];
  }

  /** What white noise of unit variance gives to Σ (∫ φ̇ x + λ ∫ φ x)². */
  double noiseGain(double squaredRateScale) {
    return scale() * (slopeGain + squaredRateScale * valueGain);
  }

  /**
   * eₖ in parts of the next coarser rule's error as the data show it, which is in part noise: that
   * part is taken away, too.
   */
  double factor(int c, double sigma) {
    return fine[c] == 0
        ? 0
        : refinement(c, sigma) * Math.sqrt(beyondNoise(fine[c], fineGain, sigma) / fine[c]);
  }

  /** By which eₖ is less than the error of the next coarser rule. */
  private double refinement(int c, double sigma) {
    double last = beyondNoise(fine[c], fineGain, sigma);
    if (!extrapolates) {
      return last > 0 ? 1 : 0;
    }
    double before = beyondNoise(coarse[c], coarseGain, sigma);
    return last == 0 ? 0 : Math.sqrt(Math.min(1, last / Math.max(before, last)));
  }

  /** Σ eₖ² of state c. */
  double errors(int c, double sigma) {
    return scale() * square(refinement(c, sigma)) * beyondNoise(fine[c], fineGain, sigma);
  }

  private double scale() {
    return counted == 0 ? 0 : (double) size / counted;
  }

  /**
   * Sums of K squares of noise scatter by about √(2/K), of overlapping test functions by √(6/K);
   * three such widths are still noise.
   */
  private double beyondNoise(double sum, double gain, double sigma) {
    double margin = 1 + 3 * Math.sqrt(6.0 / Math.max(1, counted));
    return Math.max(0, sum - margin * gain * square(sigma));
  }
}
