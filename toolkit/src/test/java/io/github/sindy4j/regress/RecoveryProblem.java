package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * F = φ(uᵀx) on [−1,1]^m, φ a polynomial of degree d with coefficients uniform on [0,1], u a random
 * direction; the candidates are the translations, or these and the rotations, each of length 1.
 * Column g of L(w) holds the coefficients of v_g · ∇F_w, weighted so that ‖·‖_F is the norm of L².
 *
 * <p>Straight from the definition: ∂ⱼ xᵅ = αⱼ x^(α−eⱼ), and ⟨xᵅ, xᵝ⟩ = Π 1/(αᵢ+βᵢ+1) where all
 * αᵢ+βᵢ are even, else 0.
 */
record RecoveryProblem(
    List<List<Integer>> monomials, SparseMatrixMap map, Vec truth, Matrix points) {
  static RecoveryProblem translations(int m, int degree, long seed) {
    return make(m, degree, seed, false);
  }

  static RecoveryProblem euclidean(int m, int degree, long seed) {
    return make(m, degree, seed, true);
  }

  private static RecoveryProblem make(int m, int degree, long seed, boolean rotations) {
    List<List<Integer>> monomials = upTo(m, degree);
    List<List<Integer>> image = rotations ? monomials : upTo(m, degree - 1);
    SplittableRandom random = new SplittableRandom(seed);
    Vec truth = ridge(m, degree, monomials, random);
    double[] points = new double[(monomials.size() + 1) * m];
    for (int k = 0; k < points.length; k++) {
      points[k] = 2 * random.nextDouble() - 1;
    }
    SparseMatrixMap plain = lie(m, monomials, image, rotations);
    Matrix upper = Cholesky.of(gram(image), new Tolerance(1e-14)).orElseThrow().upper();
    return new RecoveryProblem(
        monomials,
        plain.leftMultiplied(upper),
        truth,
        Matrix.adopt(monomials.size() + 1, m, points));
  }

  /** The first n points, with the values of the truth. */
  InterpolationProblem with(int n) {
    Matrix theta = theta(n);
    return InterpolationProblem.of(map, theta, theta.apply(truth));
  }

  Matrix theta(int n) {
    double[] theta = new double[n * monomials.size()];
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < monomials.size(); f++) {
        double product = 1;
        for (int j = 0; j < points.cols(); j++) {
          product *= Math.pow(points.get(i, j), monomials.get(f).get(j));
        }
        theta[i * monomials.size() + f] = product;
      }
    }
    return Matrix.adopt(n, monomials.size(), theta);
  }

  /** ‖w − truth‖_∞ / ‖truth‖_∞. */
  double error(Vec w) {
    return w.minus(truth).maxAbs() / truth.maxAbs();
  }

  /** The coefficients of Σ_k c_k (uᵀx)^k, by multiplying out. */
  private static Vec ridge(
      int m, int degree, List<List<Integer>> monomials, SplittableRandom random) {
    double[] u = new double[m];
    for (int j = 0; j < m; j++) {
      u[j] = random.nextGaussian();
    }
    double length = Vec.of(u).norm();
    Map<List<Integer>, Double> power = new HashMap<>();
    power.put(java.util.Collections.nCopies(m, 0), 1.0);
    Map<List<Integer>, Double> sum = new HashMap<>();
    for (int k = 0; k <= degree; k++) {
      double c = random.nextDouble();
      power.forEach((e, value) -> sum.merge(e, c * value, Double::sum));
      Map<List<Integer>, Double> next = new HashMap<>();
      for (int j = 0; j < m; j++) {
        int axis = j;
        power.forEach((e, v) -> next.merge(shifted(e, axis, 1), v * u[axis] / length, Double::sum));
      }
      power = next;
    }
    double[] w = new double[monomials.size()];
    for (int f = 0; f < w.length; f++) {
      w[f] = sum.getOrDefault(monomials.get(f), 0.0);
    }
    return Vec.of(w);
  }

  private static SparseMatrixMap lie(
      int m, List<List<Integer>> monomials, List<List<Integer>> image, boolean rotations) {
    int pairs = rotations ? m * (m - 1) / 2 : 0;
    int q = pairs + m;
    Map<List<Integer>, Integer> place = new HashMap<>();
    image.forEach(e -> place.put(e, place.size()));
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int k = 0; k < image.size() * q; k++) {
      rows.add(new TreeMap<>());
    }
    for (int f = 0; f < monomials.size(); f++) {
      for (int i = 0; i < m; i++) {
        int power = monomials.get(f).get(i);
        if (power == 0) {
          continue;
        }
        List<Integer> derived = shifted(monomials.get(f), i, -1);
        add(rows, place.get(derived) * q + pairs + i, f, power);
        for (int j = 0; rotations && j < m; j++) {
          if (j != i) {
            int a = Math.min(i, j);
            int b = Math.max(i, j);
            int pair = a * (2 * m - a - 1) / 2 + b - a - 1;
            double sign = i < j ? 1 : -1;
            int row = place.get(shifted(derived, j, 1)) * q + pair;
            add(rows, row, f, sign * power / Math.sqrt(2));
          }
        }
      }
    }
    return new SparseMatrixMap(image.size(), q, SparseMatrix.ofRows(monomials.size(), rows));
  }

  private static void add(List<SortedMap<Integer, Double>> rows, int row, int f, double value) {
    rows.get(row).merge(f, value, Double::sum);
  }

  private static Matrix gram(List<List<Integer>> image) {
    double[] gram = new double[image.size() * image.size()];
    for (int a = 0; a < image.size(); a++) {
      for (int b = 0; b < image.size(); b++) {
        double product = 1;
        for (int i = 0; i < image.get(a).size(); i++) {
          int power = image.get(a).get(i) + image.get(b).get(i);
          product *= power % 2 == 0 ? 1.0 / (power + 1) : 0;
        }
        gram[a * image.size() + b] = product;
      }
    }
    return Matrix.adopt(image.size(), image.size(), gram);
  }

  private static List<Integer> shifted(List<Integer> e, int axis, int by) {
    List<Integer> moved = new ArrayList<>(e);
    moved.set(axis, e.get(axis) + by);
    return List.copyOf(moved);
  }

  /** All exponents of degree ≤ d, by degree. */
  private static List<List<Integer>> upTo(int m, int degree) {
    List<List<Integer>> all = new ArrayList<>();
    List<List<Integer>> level = List.of(java.util.Collections.nCopies(m, 0));
    for (int k = 0; k <= degree; k++) {
      all.addAll(level);
      List<List<Integer>> next = new ArrayList<>();
      for (List<Integer> e : level) {
        int last = m - 1;
        while (last > 0 && e.get(last) == 0) {
          last--;
        }
        for (int j = k == 0 ? 0 : last; j < m; j++) {
          next.add(shifted(e, j, 1));
        }
      }
      level = next;
    }
    return all;
  }
}
