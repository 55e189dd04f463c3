package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/**
 * Where many models go from one state: for each state and time the 2.5 %, 50 % and 97.5 % quantiles
 * of x(t) over the models, linear between order statistics.
 *
 * <p>A run that stopped early is beyond the band from there on, on either side: it counts as −∞ for
 * the lower bound and as +∞ for the upper one, and a bound on which such runs decide is infinite.
 * The median is that of the runs that are left; not a number where there are none. The first state
 * is taken as it is: that it is uncertain, too, is not in the band.
 *
 * @param times t
 * @param lower the 2.5 % quantiles, N×n
 * @param median the 50 % quantiles
 * @param upper the 97.5 % quantiles
 * @param models how many models were sent out
 * @param stopped how many of them did not reach the last time
 */
public record Forecast(
    Vec times, Matrix lower, Matrix median, Matrix upper, int models, int stopped) {
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  /**
   * Sends the models out; on any number of threads, with the same bits.
   *
   * @param models their right-hand sides, at least one
   * @param times increasing, the first one that of {@code start}
   */
  public static Forecast of(List<VectorField> models, Vec start, Vec times, Integrator integrator) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("Forecast: no models");
    }
    List<Solution> runs =
        models.parallelStream().map(field -> integrator.integrate(field, start, times)).toList();
    int n = start.size();
    double[][] bands = new double[3][times.size() * n];
    for (int t = 0; t < times.size(); t++) {
      for (int i = 0; i < n; i++) {
        double[] reached = reached(runs, t, i);
        int lost = runs.size() - reached.length;
        bands[0][t * n + i] = quantile(reached, lost, 0, LOWER);
        bands[1][t * n + i] = reached.length == 0 ? Double.NaN : quantile(reached, 0, 0, 0.5);
        bands[2][t * n + i] = quantile(reached, 0, lost, UPPER);
      }
    }
    return new Forecast(
        times,
        Matrix.adopt(times.size(), n, bands[0]),
        Matrix.adopt(times.size(), n, bands[1]),
        Matrix.adopt(times.size(), n, bands[2]),
        runs.size(),
        (int) runs.stream().filter(run -> run.times().size() < times.size()).count());
  }

  /** State i at time number t of the runs that reached it, ascending. */
  private static double[] reached(List<Solution> runs, int t, int i) {
    double[] values =
        runs.stream()
            .filter(run -> t < run.times().size())
            .mapToDouble(run -> run.states().get(t, i))
            .toArray();
    Arrays.sort(values);
    return values;
  }

  /** The quantile of ascending values with so many −∞ before and +∞ after them. */
  private static double quantile(double[] values, int before, int after, double level) {
    double place = level * (before + values.length + after - 1);
    int below = (int) Math.floor(place);
    double a = value(values, below - before);
    double b = place > below ? value(values, below + 1 - before) : a;
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return Double.isInfinite(a) ? a : b;
    }
    return a + (place - below) * (b - a);
  }

  private static double value(double[] values, int index) {
    if (index < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return index < values.length ? values[index] : Double.POSITIVE_INFINITY;
  }
}
