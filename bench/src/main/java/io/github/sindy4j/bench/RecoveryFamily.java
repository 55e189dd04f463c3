package io.github.sindy4j.bench;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.InterpolationProblem;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * F = φ(y(x)) on [−1, 1]ᵐ, φ a polynomial of degree d with coefficients uniform on [0, 1]; y is r
 * linear forms with orthonormal rows, or the squared distance from a point; the library holds the
 * monomials of the degree of F, the candidates are translations, or these and rotations, each of
 * norm 1. Source: the recovery experiment of Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025.
 *
 * @param kind t: linear forms under translations; se: one linear form under translations and
 *     rotations; quad: the distance, under the same
 * @param m dimension
 * @param r number of linear forms
 * @param degree d
 */
record RecoveryFamily(String kind, int m, int r, int degree) {
  /** Reads {@code t:10:2:2} (m, r, d), {@code se:10:1:2} or {@code quad:5:1:2}. */
  static RecoveryFamily parse(String text) {
    String[] parts = text.split(":", -1);
    BadSetting.require(
        parts.length == 4 && List.of("t", "se", "quad").contains(parts[0]),
        "case " + text,
        "is not known",
        "Write t:10:2:2, se:10:1:2 or quad:5:1:2: m, r and the degree");
    RecoveryFamily family =
        new RecoveryFamily(
            parts[0],
            Integer.parseInt(parts[1]),
            Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]));
    BadSetting.require(
        parts[0].equals("t") || family.r == 1, "case " + text, "has r > 1", "Only t takes r > 1");
    return family;
  }

  String text() {
    return String.format(Locale.ROOT, "%s:%d:%d:%d", kind, m, r, degree);
  }

  /** The rank of L at such an F. */
  int rank() {
    return kind.equals("t") ? r : m;
  }

  /** How many parameters such an F has, counted by hand. */
  int freedom() {
    if (kind.equals("quad")) {
      return degree + 1 + m;
    }
    int polynomials = 1;
    for (int k = 1; k <= r; k++) {
      polynomials = polynomials * (degree + k) / k;
    }
    return polynomials + r * (m - r);
  }

  Library library() {
    List<String> variables = IntStream.range(0, m).mapToObj(i -> "x" + i).toList();
    return PolynomialLibrary.ofDegree(kind.equals("quad") ? 2 * degree : degree).over(variables);
  }

  /** L, in coordinates orthonormal in L² of the box. */
  SparseMatrixMap map(Library library) {
    LieDerivative derivative = LieDerivative.exact(library, Region.unit(m));
    List<Matrix> columns =
        candidates(library.variables()).stream()
            .map(candidate -> derivative.along(candidate, Fibre.scalar(1)).toMatrix())
            .toList();
    int rows = columns.stream().mapToInt(Matrix::rows).max().orElse(0);
    List<SortedMap<Integer, Double>> entries = new ArrayList<>();
    for (int p = 0; p < rows; p++) {
      for (Matrix column : columns) {
        SortedMap<Integer, Double> row = new TreeMap<>();
        for (int j = 0; p < column.rows() && j < column.cols(); j++) {
          if (column.get(p, j) != 0) {
            row.put(j, column.get(p, j));
          }
        }
        entries.add(row);
      }
    }
    return new SparseMatrixMap(rows, columns.size(), SparseMatrix.ofRows(library.size(), entries));
  }

  private List<Generator> candidates(List<String> variables) {
    List<Generator> candidates = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      double[] unit = new double[m];
      unit[i] = 1;
      candidates.add(Generator.affine("t" + i, variables, Matrix.zeros(m, m), Vec.of(unit)));
      for (int j = 0; j < i && !kind.equals("t"); j++) {
        double[] turn = new double[m * m];
        turn[i * m + j] = Math.sqrt(0.5);
        turn[j * m + i] = -Math.sqrt(0.5);
        candidates.add(Generator.linear("r" + i + j, variables, Matrix.adopt(m, m, turn)));
      }
    }
    return candidates;
  }

  /** The coefficients of one F. */
  Vec truth(Library library, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Map<List<Integer>, Double>> y =
        kind.equals("quad") ? List.of(distance(random)) : forms(random);
    Map<List<Integer>, Double> sum = new HashMap<>();
    add(Map.of(Collections.nCopies(m, 0), 1.0), y, degree, random, sum);
    double[] w = new double[library.size()];
    for (int j = 0; j < w.length; j++) {
      w[j] = sum.getOrDefault(library.terms().get(j).exponents(), 0.0);
    }
    return Vec.of(w);
  }

  /** Every product of at most {@code left} of the y's and {@code product}, with random weights. */
  private static void add(
      Map<List<Integer>, Double> product,
      List<Map<List<Integer>, Double>> y,
      int left,
      SplittableRandom random,
      Map<List<Integer>, Double> sum) {
    double weight = random.nextDouble();
    product.forEach((exponents, value) -> sum.merge(exponents, weight * value, Double::sum));
    for (int k = 0; k < y.size() && left > 0; k++) {
      add(product(product, y.get(k)), y.subList(k, y.size()), left - 1, random, sum);
    }
  }

  private Map<List<Integer>, Double> distance(SplittableRandom random) {
    Map<List<Integer>, Double> y = new HashMap<>();
    for (int i = 0; i < m; i++) {
      double centre = random.nextDouble(-1, 1);
      y.put(power(i, 2), 1.0);
      y.put(power(i, 1), -2 * centre);
      y.merge(power(i, 0), centre * centre, Double::sum);
    }
    return y;
  }

  private List<Map<List<Integer>, Double>> forms(SplittableRandom random) {
    List<Vec> done = new ArrayList<>();
    List<Map<List<Integer>, Double>> forms = new ArrayList<>();
    for (int k = 0; k < r; k++) {
      Vec u = Vec.zeros(m).map(zero -> random.nextGaussian());
      for (Vec before : done) {
        u = u.minus(before.times(before.dot(u)));
      }
      u = u.times(1 / u.norm());
      done.add(u);
      Map<List<Integer>, Double> form = new HashMap<>();
      for (int i = 0; i < m; i++) {
        form.put(power(i, 1), u.get(i));
      }
      forms.add(form);
    }
    return forms;
  }

  private List<Integer> power(int i, int exponent) {
    List<Integer> exponents = new ArrayList<>(Collections.nCopies(m, 0));
    exponents.set(i, exponent);
    return exponents;
  }

  private static Map<List<Integer>, Double> product(
      Map<List<Integer>, Double> a, Map<List<Integer>, Double> b) {
    Map<List<Integer>, Double> product = new HashMap<>();
    a.forEach(
        (p, left) ->
            b.forEach(
                (q, right) ->
                    product.merge(
                        IntStream.range(0, p.size()).mapToObj(i -> p.get(i) + q.get(i)).toList(),
                        left * right,
                        Double::sum)));
    return product;
  }

  /** Exact values at n uniform points, nested in n. */
  static InterpolationProblem problem(
      Library library, SparseMatrixMap map, Vec truth, int n, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    double[][] theta = new double[n][library.size()];
    for (double[] row : theta) {
      double[] x = new double[library.variables().size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextDouble(-1, 1);
      }
      for (int j = 0; j < row.length; j++) {
        row[j] = value(library.terms().get(j), x);
      }
    }
    Matrix rows = Matrix.ofRows(theta);
    return InterpolationProblem.of(map, rows, rows.apply(truth));
  }

  private static double value(Term term, double[] x) {
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      product *= Math.pow(x[i], term.exponents().get(i));
    }
    return product;
  }
}
