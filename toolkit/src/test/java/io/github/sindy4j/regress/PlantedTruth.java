package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * F = φ(y(x)) : [−1, 1]ᵐ → R in the monomials of degree at most D, φ a random polynomial of degree
 * d with coefficients uniform on [0, 1]; y linear with orthonormal rows (r of them, D = d), or ‖x −
 * c‖² (D = 2 d). Candidates: translations, or translations and rotations of norm 1; L(w) holds the
 * derivatives of F along them, in coordinates orthonormal in L² of the box.
 *
 * @param map L
 * @param exponents of the monomials
 * @param w the coefficients of F
 * @param freedom how many parameters such an F has
 * @param seed of φ, y and the points
 */
record PlantedTruth(SparseMatrixMap map, List<int[]> exponents, Vec w, int freedom, long seed) {
  /** One setting, of any seed. */
  record Family(int m, int r, int degree, boolean quadratic, boolean rotations) {
    /** F of the r linear forms, under translations. */
    static Family linear(int m, int r, int degree) {
      return new Family(m, r, degree, false, false);
    }

    /** F of one linear form, under translations and rotations. */
    static Family linearTurned(int m, int degree) {
      return new Family(m, 1, degree, false, true);
    }

    /** F of the distance from a point, under translations and rotations. */
    static Family distance(int m, int degree) {
      return new Family(m, 1, degree, true, true);
    }

    /** The rank of L at F: q minus the dimension of the symmetries of F. */
    int rank() {
      return rotations ? m : r;
    }

    /** Counted by hand: polynomials φ, and the choices of y that φ cannot undo. */
    int freedom() {
      if (quadratic) {
        return degree + 1 + m;
      }
      int polynomials = 1;
      for (int k = 1; k <= r; k++) {
        polynomials = polynomials * (degree + k) / k;
      }
      return polynomials + r * (m - r);
    }

    PlantedTruth draw(long seed) {
      return draws(seed, 1).get(0);
    }

    /** With these many seeds from the first on; L is the same for all. */
    List<PlantedTruth> draws(long first, int count) {
      List<int[]> exponents = monomials(m, quadratic ? 2 * degree : degree);
      SparseMatrixMap map = map(exponents);
      return LongStream.range(first, first + count)
          .mapToObj(seed -> draw(exponents, map, seed))
          .toList();
    }

    private PlantedTruth draw(List<int[]> exponents, SparseMatrixMap map, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<List<Integer>, Double> truth = new HashMap<>();
      List<Map<List<Integer>, Double>> y = quadratic ? distance(random) : forms(random);
      for (int[] power : monomials(y.size(), degree)) {
        Map<List<Integer>, Double> term = Map.of(key(new int[m]), random.nextDouble());
        for (int k = 0; k < power.length; k++) {
          for (int times = 0; times < power[k]; times++) {
            term = product(term, y.get(k));
          }
        }
        term.forEach((exponent, value) -> truth.merge(exponent, value, Double::sum));
      }
      double[] w = new double[exponents.size()];
      for (int j = 0; j < w.length; j++) {
        w[j] = truth.getOrDefault(key(exponents.get(j)), 0.0);
      }
      return new PlantedTruth(map, exponents, Vec.adopt(w), freedom(), seed);
    }

    private List<Map<List<Integer>, Double>> distance(SplittableRandom random) {
      Map<List<Integer>, Double> y = new HashMap<>();
      for (int i = 0; i < m; i++) {
        double centre = random.nextDouble(-1, 1);
        y.put(key(unit(i, 2)), 1.0);
        y.put(key(unit(i, 1)), -2 * centre);
        y.merge(key(new int[m]), centre * centre, Double::sum);
      }
      return List.of(y);
    }

    private List<Map<List<Integer>, Double>> forms(SplittableRandom random) {
      List<Vec> u = new ArrayList<>();
      List<Map<List<Integer>, Double>> forms = new ArrayList<>();
      for (int k = 0; k < r; k++) {
        Vec direction = Vec.zeros(m).map(zero -> random.nextGaussian());
        for (Vec before : u) {
          direction = direction.minus(before.times(before.dot(direction)));
        }
        direction = direction.times(1 / direction.norm());
        u.add(direction);
        Map<List<Integer>, Double> form = new HashMap<>();
        for (int i = 0; i < m; i++) {
          form.put(key(unit(i, 1)), direction.get(i));
        }
        forms.add(form);
      }
      return forms;
    }

    private int[] unit(int i, int power) {
      int[] exponent = new int[m];
      exponent[i] = power;
      return exponent;
    }

    private SparseMatrixMap map(List<int[]> exponents) {
      int candidates = rotations ? m * (m + 1) / 2 : m;
      return new SparseMatrixMap(exponents.size(), candidates, derivatives(exponents, rotations))
          .leftMultiplied(root(exponents))
          .compressed();
    }

    /** w ↦ coefficients of ξ F_w for all translations and rotations: these keep the rank. */
    Motions motions() {
      List<int[]> exponents = monomials(m, quadratic ? 2 * degree : degree);
      int fields = m * (m + 1) / 2;
      int unknowns = exponents.size();
      SparseMatrix all = derivatives(exponents, true);
      return Motions.of(
          unknowns,
          IntStream.range(0, fields)
              .mapToObj(
                  g ->
                      SparseMatrix.ofRows(
                          unknowns,
                          IntStream.range(0, unknowns)
                              .mapToObj(i -> all.row(i * fields + g))
                              .toList()))
              .toList());
    }

    /** ξ x^e for ξ = ∂ᵢ and ξ = (xⱼ ∂ᵢ − xᵢ ∂ⱼ)/√2. */
    private SparseMatrix derivatives(List<int[]> exponents, boolean turned) {
      int candidates = turned ? m * (m + 1) / 2 : m;
      Map<List<Integer>, Integer> places = new HashMap<>();
      for (int[] exponent : exponents) {
        places.put(key(exponent), places.size());
      }
      List<SortedMap<Integer, Double>> rows = new ArrayList<>();
      for (int k = 0; k < exponents.size() * candidates; k++) {
        rows.add(new TreeMap<>());
      }
      for (int f = 0; f < exponents.size(); f++) {
        for (int i = 0; i < m; i++) {
          int[] e = exponents.get(f).clone();
          if (e[i] == 0) {
            continue;
          }
          double power = e[i]--;
          rows.get(places.get(key(e)) * candidates + i).merge(f, power, Double::sum);
          for (int j = 0; turned && j < m; j++) {
            if (j != i) {
              e[j]++;
              double sign = i < j ? 1 : -1;
              int pair = m + Math.max(i, j) * (Math.max(i, j) - 1) / 2 + Math.min(i, j);
              rows.get(places.get(key(e)) * candidates + pair)
                  .merge(f, sign * power / Math.sqrt(2), Double::sum);
              e[j]--;
            }
          }
        }
      }
      return SparseMatrix.ofRows(exponents.size(), rows);
    }
  }

  /** Exact values at n random points, nested in n. */
  InterpolationProblem problem(int n) {
    Matrix theta = values(n, seed + 1_000_003);
    return InterpolationProblem.of(map, theta, theta.apply(w));
  }

  /** The monomials at n uniform points. */
  Matrix values(int n, long pointSeed) {
    SplittableRandom random = new SplittableRandom(pointSeed);
    double[][] rows = new double[n][exponents.size()];
    for (double[] row : rows) {
      double[] x = new double[exponents.get(0).length];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextDouble(-1, 1);
      }
      for (int j = 0; j < row.length; j++) {
        row[j] = 1;
        for (int i = 0; i < x.length; i++) {
          row[j] *= Math.pow(x[i], exponents.get(j)[i]);
        }
      }
    }
    return Matrix.ofRows(rows);
  }

  /** max |w − w*| / max |w*|. */
  double error(Vec found) {
    return found.minus(w).maxAbs() / w.maxAbs();
  }

  /** R with RᵀR the L² products on the box: Π (1 + (−1)^(a+b)) / (2 (a + b + 1)). */
  private static Matrix root(List<int[]> exponents) {
    int n = exponents.size();
    double[][] r = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double sum = 1;
        for (int k = 0; k < exponents.get(i).length; k++) {
          int power = exponents.get(i)[k] + exponents.get(j)[k];
          sum *= power % 2 == 0 ? 1.0 / (power + 1) : 0;
        }
        for (int k = 0; k < i; k++) {
          sum -= r[k][i] * r[k][j];
        }
        r[i][j] = i == j ? Math.sqrt(sum) : sum / r[i][i];
      }
    }
    return Matrix.ofRows(r);
  }

  private static List<int[]> monomials(int m, int degree) {
    List<int[]> all = new ArrayList<>();
    extend(new int[m], 0, degree, all);
    return all;
  }

  private static void extend(int[] exponent, int from, int left, List<int[]> all) {
    all.add(exponent.clone());
    for (int i = from; i < exponent.length && left > 0; i++) {
      exponent[i]++;
      extend(exponent, i, left - 1, all);
      exponent[i]--;
    }
  }

  private static List<Integer> key(int[] exponent) {
    return Arrays.stream(exponent).boxed().toList();
  }

  private static Map<List<Integer>, Double> product(
      Map<List<Integer>, Double> a, Map<List<Integer>, Double> b) {
    Map<List<Integer>, Double> product = new HashMap<>();
    a.forEach(
        (p, left) ->
            b.forEach(
                (q, right) -> {
                  List<Integer> sum = new ArrayList<>(p);
                  for (int i = 0; i < sum.size(); i++) {
                    sum.set(i, p.get(i) + q.get(i));
                  }
                  product.merge(sum, left * right, Double::sum);
                }));
    return product;
  }
}
