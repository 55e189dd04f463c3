package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Grid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Least-squares polynomials through the samples of a window, evaluated at one point of any grid.
 *
 * <p>With s = (t − t₀)/h and polynomials p₀, p₁, … orthogonal on the window's points (Forsythe's
 * recurrence), the fitted value is Σⱼ xⱼ Σₖ pₖ(sⱼ) pₖ(0)/γₖ and the fitted rate Σⱼ xⱼ Σₖ pₖ(sⱼ)
 * pₖ′(0)/(γₖ h), γₖ = Σⱼ pₖ(sⱼ)². No normal equations are formed. A window of degree + 1 points
 * gives the interpolating polynomial, that is, finite differences: their weights come from
 * Fornberg's recurrence, which keeps all digits where samples crowd.
 *
 * <p>Source: G. E. Forsythe, Generation and use of orthogonal polynomials for data-fitting, J. SIAM
 * 5 (1957) 74–88; B. Fornberg, Generation of finite difference formulas on arbitrarily spaced
 * grids, Math. Comp. 51 (1988) 699–706. Holds scratch space: one for each thread.
 *
 * <p>Where the steps of a window are equal up to rounding they count as equal, so that the weights
 * of all such windows are the same ones, over the step.
 */
final class LocalPolynomial {
  private static final double[][] NONE = {};
  private static final int EVERY = -1;

  private double[] points = new double[16];
  private double[] previous = new double[16];
  private double[] current = new double[16];
  private double[] valueWeights = new double[16];
  private double[] rateWeights = new double[16];
  private double[] refinedRateWeights = new double[16];
  private double[][] byDegree = NONE;
  private final Map<Even, double[][]> even = new HashMap<>();

  /** A window of equal steps, and what is asked for at which of its points. */
  private record Even(int size, int centre, int degree, int refined) {}

  /** wⱼ with x̃(t₀) = Σ wⱼ x_{from+j}. */
  double[] valueWeights() {
    return valueWeights;
  }

  /** wⱼ with ẋ(t₀) = Σ wⱼ x_{from+j}. */
  double[] rateWeights() {
    return rateWeights;
  }

  /** The same for the higher degree. */
  double[] refinedRateWeights() {
    return refinedRateWeights;
  }

  /**
   * Computes all weights for the window {@code from … to−1} of {@code times} at time {@code at}.
   *
   * @param degree of the polynomial, at most the number of points − 1
   * @param refined a degree ≥ {@code degree} for the refined weights, cut to the number of points −
   *     1
   */
  void fit(double[] times, int from, int to, double at, int degree, int refined) {
    int size = to - from;
    if (degree >= size - 1) {
      interpolate(size, place(times, from, size, at));
      return;
    }
    int last = Math.min(refined, size - 1);
    int centre = centre(times, from, to, at);
    if (centre < 0) {
      recur(size, place(times, from, size, at), degree, last, NONE);
      return;
    }
    double[][] weights =
        even.computeIfAbsent(new Even(size, centre, degree, last), this::evenWeights);
    double step = Grid.step(times, from, to);
    reserve(size);
    System.arraycopy(weights[0], 0, valueWeights, 0, size);
    divide(weights[1], step, rateWeights, size);
    divide(weights[2], step, refinedRateWeights, size);
  }

  /**
   * Computes the rate weights of every degree up to this one, which is less than the number of
   * points − 1: the same as {@link #fit} computes for each, in one go.
   */
  void fitAll(double[] times, int from, int to, double at, int degree) {
    int size = to - from;
    if (byDegree.length <= degree || byDegree[0].length < size) {
      byDegree = new double[degree + 1][size];
    }
    int centre = centre(times, from, to, at);
    if (centre < 0) {
      recur(size, place(times, from, size, at), degree, degree, byDegree);
      return;
    }
    double[][] weights =
        even.computeIfAbsent(new Even(size, centre, degree, EVERY), this::evenWeights);
    double step = Grid.step(times, from, to);
    for (int k = 0; k <= degree; k++) {
      divide(weights[k], step, byDegree[k], size);
    }
  }

  /** The place of a time among those of a window of equal steps; negative if there is none. */
  private static int centre(double[] times, int from, int to, double at) {
    return Grid.isUniform(times, from, to) ? Arrays.binarySearch(times, from, to, at) - from : -1;
  }

  /**
   * The weights of values, rates and refined rates, or the rates of every degree; for unit steps.
   */
  private double[][] evenWeights(Even window) {
    int size = window.size();
    double[] unit = new double[size];
    Arrays.setAll(unit, j -> j);
    double h = place(unit, 0, size, window.centre());
    if (window.refined() == EVERY) {
      double[][] weights = new double[window.degree() + 1][size];
      recur(size, h, window.degree(), window.degree(), weights);
      return weights;
    }
    recur(size, h, window.degree(), window.refined(), NONE);
    return new double[][] {
      Arrays.copyOf(valueWeights, size),
      Arrays.copyOf(rateWeights, size),
      Arrays.copyOf(refinedRateWeights, size)
    };
  }

  private static void divide(double[] weights, double step, double[] target, int size) {
    for (int j = 0; j < size; j++) {
      target[j] = weights[j] / step;
    }
  }

  /** The rate weights for a degree, after {@link #fitAll}. */
  double[] rateWeights(int degree) {
    return byDegree[degree];
  }

  /** Puts the points around the origin and clears the weights; returns the unit of time. */
  private double place(double[] times, int from, int size, double at) {
    reserve(size);
    double h = Math.max(Math.abs(times[from] - at), Math.abs(times[from + size - 1] - at));
    for (int j = 0; j < size; j++) {
      points[j] = (times[from + j] - at) / h;
      previous[j] = 0;
      current[j] = 1;
      valueWeights[j] = 0;
      rateWeights[j] = 0;
      refinedRateWeights[j] = 0;
    }
    return h;
  }

  private void recur(int size, double h, int degree, int last, double[][] kept) {
    double gammaBefore = 1;
    double value = 1;
    double valueBefore = 0;
    double slope = 0;
    double slopeBefore = 0;
    for (int k = 0; k <= last; k++) {
      double gamma = 0;
      double alpha = 0;
      for (int j = 0; j < size; j++) {
        double square = current[j] * current[j];
        gamma += square;
        alpha += points[j] * square;
      }
      alpha /= gamma;
      double beta = k == 0 ? 0 : gamma / gammaBefore;
      accumulate(size, k, degree, value / gamma, slope / (gamma * h));
      if (k < kept.length) {
        System.arraycopy(refinedRateWeights, 0, kept[k], 0, size);
      }
      for (int j = 0; j < size; j++) {
        double next = (points[j] - alpha) * current[j] - beta * previous[j];
        previous[j] = current[j];
        current[j] = next;
      }
      double nextValue = -alpha * value - beta * valueBefore;
      double nextSlope = value - alpha * slope - beta * slopeBefore;
      valueBefore = value;
      slopeBefore = slope;
      value = nextValue;
      slope = nextSlope;
      gammaBefore = gamma;
    }
  }

  /** The weights of the polynomial through all points, where the recurrence would lose digits. */
  private void interpolate(int size, double h) {
    double scale = 1;
    valueWeights[0] = 1;
    for (int i = 1; i < size; i++) {
      double nextScale = 1;
      double lastValue = valueWeights[i - 1];
      double lastRate = rateWeights[i - 1];
      for (int j = 0; j < i; j++) {
        double gap = points[i] - points[j];
        nextScale *= gap;
        rateWeights[j] = (points[i] * rateWeights[j] - valueWeights[j]) / gap;
        valueWeights[j] = points[i] * valueWeights[j] / gap;
      }
      rateWeights[i] = scale * (lastValue - points[i - 1] * lastRate) / nextScale;
      valueWeights[i] = -scale * points[i - 1] * lastValue / nextScale;
      scale = nextScale;
    }
    for (int j = 0; j < size; j++) {
      rateWeights[j] /= h;
      refinedRateWeights[j] = rateWeights[j];
    }
  }

  private void accumulate(int size, int k, int degree, double value, double slope) {
    for (int j = 0; j < size; j++) {
      refinedRateWeights[j] += slope * current[j];
    }
    for (int j = 0; j < size && k <= degree; j++) {
      valueWeights[j] += value * current[j];
    }
    if (k == degree) {
      System.arraycopy(refinedRateWeights, 0, rateWeights, 0, size);
    }
  }

  private void reserve(int size) {
    if (points.length < size) {
      points = new double[size];
      previous = new double[size];
      current = new double[size];
      valueWeights = new double[size];
      rateWeights = new double[size];
      refinedRateWeights = new double[size];
    }
  }
}
