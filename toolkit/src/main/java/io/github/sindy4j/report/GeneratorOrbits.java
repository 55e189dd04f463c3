package io.github.sindy4j.report;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at a generator in the plane of two of its variables, through the centre of a region: its
 * field on a grid, and orbits that keep a distance from each other.
 *
 * <p>An orbit solves ẋ = v(x)/|v(x)| by the classical Runge–Kutta method in the units of the
 * region, forwards and backwards from its seed, until it leaves the region, stops, closes, or comes
 * near another one.
 */
final class GeneratorOrbits {
  private static final int ARROWS = 8;
  private static final int SEEDS = 9;
  private static final double STEP = 0.02;
  private static final int LONGEST = 700;

  /** How near an orbit's seed may be to another orbit, in half widths of the region. */
  private static final double APART = 0.3;

  /** How near it may come to another orbit. */
  private static final double NEAR = 0.06;

  /** An orbit ends where the field is slower than this part of its largest speed. */
  private static final double SLOW = 0.12;

  /** How far orbits run, in half widths: over the edge of a picture with a margin. */
  private static final double EDGE = 1.2;

  private final PointFunction field;
  private final Region region;
  private final int across;
  private final int up;

  private GeneratorOrbits(Generator generator, Region region, int across, int up) {
    this.field = field(generator);
    this.region = region;
    this.across = across;
    this.up = up;
  }

  /** The generator in the plane of these two variables. */
  static GeneratorField of(Generator generator, Region region, int across, int up) {
    GeneratorOrbits orbits = new GeneratorOrbits(generator, region, across, up);
    return new GeneratorField(generator.name(), orbits.arrows(), orbits.orbits());
  }

  private static PointFunction field(Generator generator) {
    Library library = Library.of(generator.variables(), generator.components());
    int m = generator.components().size();
    double[] picks = new double[m * library.size()];
    for (int i = 0; i < m; i++) {
      String name = generator.components().get(i).toString();
      picks[i * library.size() + library.termNames().indexOf(name)] = 1;
    }
    return library.compile(Matrix.adopt(m, library.size(), picks));
  }

  private Flow arrows() {
    double[][] parts = new double[4][ARROWS * ARROWS];
    for (int k = 0; k < ARROWS * ARROWS; k++) {
      double[] z = centre();
      int row = k / ARROWS;
      int column = k % ARROWS;
      z[across] = (2 * column + 1.0) / ARROWS - 1;
      z[up] = (2 * row + 1.0) / ARROWS - 1;
      double[] v = velocity(z);
      parts[0][k] = value(across, z[across]);
      parts[1][k] = value(up, z[up]);
      parts[2][k] = v[across] * region.halfWidth(across);
      parts[3][k] = v[up] * region.halfWidth(up);
    }
    return new Flow(
        Vec.adopt(parts[0]), Vec.adopt(parts[1]), Vec.adopt(parts[2]), Vec.adopt(parts[3]));
  }

  /** Seeds nearer to the centre come first, so that what is symmetric looks so. */
  private List<Curve> orbits() {
    List<double[]> seeds = new ArrayList<>();
    for (int row = 0; row < SEEDS; row++) {
      for (int column = 0; column < SEEDS; column++) {
        double[] seed = centre();
        seed[across] = 0.9 * (2.0 * column / (SEEDS - 1) - 1);
        seed[up] = 0.9 * (2.0 * row / (SEEDS - 1) - 1);
        seeds.add(seed);
      }
    }
    seeds.sort(Comparator.comparingDouble(z -> Math.rint(1e6 * distance(z, centre()))));
    double least = SLOW * seeds.stream().mapToDouble(this::speed).max().orElse(0);
    List<Curve> orbits = new ArrayList<>();
    List<double[]> taken = new ArrayList<>();
    for (double[] seed : seeds) {
      if (taken.stream().allMatch(z -> distance(z, seed) > APART)) {
        List<double[]> orbit = orbit(seed, z -> isFree(z, taken) && speed(z) >= least);
        if (orbit.size() > 8) {
          orbits.add(curve(orbit));
          taken.addAll(orbit);
        }
      }
    }
    return orbits;
  }

  /** The speed in the plane. */
  private double speed(double[] z) {
    double[] v = velocity(z);
    double speed = Math.hypot(v[across], v[up]);
    return Double.isFinite(speed) ? speed : 0;
  }

  private double distance(double[] z, double[] other) {
    return Math.hypot(z[across] - other[across], z[up] - other[up]);
  }

  private List<double[]> orbit(double[] seed, Predicate<double[]> goesOn) {
    List<double[]> forwards = half(seed, STEP, goesOn);
    boolean closed =
        forwards.size() > 8 && distance(forwards.get(forwards.size() - 1), seed) < 1.01 * STEP;
    List<double[]> all = new ArrayList<>();
    if (!closed) {
      List<double[]> backwards = half(seed, -STEP, goesOn);
      for (int i = backwards.size() - 1; i > 0; i--) {
        all.add(backwards.get(i));
      }
    }
    all.addAll(forwards);
    if (closed) {
      all.add(seed);
    }
    return all;
  }

  private List<double[]> half(double[] seed, double step, Predicate<double[]> goesOn) {
    List<double[]> points = new ArrayList<>();
    double[] z = seed;
    while (z.length > 0 && points.size() < LONGEST && goesOn.test(z)) {
      points.add(z);
      boolean closes = points.size() > 8 && distance(z, seed) < 1.01 * STEP;
      z = closes ? new double[0] : stepped(z, step);
    }
    return points;
  }

  /** One step; nothing where the field vanishes in this plane. */
  private double[] stepped(double[] z, double step) {
    double[] a = unit(z);
    double[] b = unit(moved(z, a, step / 2));
    double[] c = unit(moved(z, b, step / 2));
    double[] d = unit(moved(z, c, step));
    double[] next = z.clone();
    for (int i = 0; i < z.length; i++) {
      next[i] += step / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
    return distance(next, z) > 0.2 * Math.abs(step) ? next : new double[0];
  }

  private static double[] moved(double[] z, double[] v, double step) {
    double[] next = z.clone();
    for (int i = 0; i < z.length; i++) {
      next[i] += step * v[i];
    }
    return next;
  }

  /** The velocity as seen in the plane, of length one there. */
  private double[] unit(double[] z) {
    double[] v = velocity(z);
    double length = Math.hypot(v[across], v[up]);
    return Arrays.stream(v).map(value -> length > 0 ? value / length : 0).toArray();
  }

  /** The velocity in half widths of the region. */
  private double[] velocity(double[] z) {
    double[] x = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      x[i] = value(i, z[i]);
    }
    double[] v = new double[z.length];
    field.value(x, v);
    for (int i = 0; i < v.length; i++) {
      v[i] /= region.halfWidth(i);
    }
    return v;
  }

  private boolean isFree(double[] z, List<double[]> taken) {
    return Math.abs(z[across]) <= EDGE
        && Math.abs(z[up]) <= EDGE
        && taken.stream().allMatch(other -> distance(z, other) > NEAR);
  }

  private double value(int variable, double z) {
    return region.centre(variable) + z * region.halfWidth(variable);
  }

  private double[] centre() {
    return new double[region.dimension()];
  }

  private Curve curve(List<double[]> orbit) {
    return new Curve(
        Vec.of(orbit.stream().mapToDouble(z -> value(across, z[across])).toArray()),
        Vec.of(orbit.stream().mapToDouble(z -> value(up, z[up])).toArray()));
  }
}
