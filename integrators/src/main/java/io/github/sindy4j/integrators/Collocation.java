package io.github.sindy4j.integrators;

/**
 * The polynomial of degree 3 through x(t) and the three stages of a step, in Newton's form: states
 * between steps, and a guess for the stages of the next step.
 */
final class Collocation {
  private static final double B1 = RadauTableau.C1 - 1;
  private static final double B2 = RadauTableau.C2 - 1;

  private final int n;
  private final double[] last;
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private double to;
  private double h;

  Collocation(int n) {
    this.n = n;
    this.last = new double[n];
    this.first = new double[n];
    this.second = new double[n];
    this.third = new double[n];
  }

  /** Takes an accepted step, of which {@code reached} is the state at {@code to}. */
  void accept(double to, double h, double[] reached, double[][] z) {
    this.to = to;
    this.h = h;
    for (int i = 0; i < n; i++) {
      double a = (z[0][i] - z[1][i]) / (RadauTableau.C1 - RadauTableau.C2);
      last[i] = reached[i];
      first[i] = (z[1][i] - z[2][i]) / B2;
      second[i] = (a - first[i]) / B1;
      third[i] = second[i] - (a - z[0][i] / RadauTableau.C1) / RadauTableau.C2;
    }
  }

  /** State i at a time of the step. */
  double at(double t, int i) {
    return last[i] + increment((t - to) / h, i);
  }

  /** Writes what the polynomial says of the stages of a shorter step, from {@code start} to t. */
  void stages(double t, double[] start, double[][] z) {
    double ratio = 1 + (t - to) / h;
    for (int i = 0; i < n; i++) {
      double shift = last[i] - start[i];
      z[0][i] = shift + increment(RadauTableau.C1 * ratio - 1, i);
      z[1][i] = shift + increment(RadauTableau.C2 * ratio - 1, i);
      z[2][i] = shift + increment(ratio - 1, i);
    }
  }

  /** Writes what the polynomial says of the stages of the step that follows; zero at first. */
  void predict(double next, double[][] z, boolean hasStepped) {
    double ratio = hasStepped ? next / h : 0;
    for (int i = 0; i < n; i++) {
      z[0][i] = increment(RadauTableau.C1 * ratio, i);
      z[1][i] = increment(RadauTableau.C2 * ratio, i);
      z[2][i] = increment(ratio, i);
    }
  }

  private double increment(double s, int i) {
    return s * (first[i] + (s - B2) * (second[i] + (s - B1) * third[i]));
  }
}
