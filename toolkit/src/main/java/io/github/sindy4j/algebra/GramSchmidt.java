package io.github.sindy4j.algebra;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * Spans and their complements by Gram–Schmidt with the longest remainder first: what is shorter
 * than the threshold counts as zero. Each remainder is cleared twice, so that bases are orthonormal
 * to rounding.
 */
final class GramSchmidt {
  private GramSchmidt() {}

  /** An orthonormal basis of the span. */
  static List<Vec> span(List<Vec> vectors, double threshold) {
    return beside(List.of(), vectors, threshold);
  }

  /** An orthonormal basis of what the vectors span beyond an orthonormal list. */
  static List<Vec> beside(List<Vec> orthonormal, List<Vec> vectors, double threshold) {
    double[][] left = new double[vectors.size()][];
    for (int i = 0; i < left.length; i++) {
      left[i] = vectors.get(i).toArray();
      clear(left[i], orthonormal);
    }
    List<Vec> basis = new ArrayList<>();
    while (true) {
      int longest = longest(left);
      if (longest < 0 || !(norm(left[longest]) > threshold)) {
        return basis;
      }
      double[] again = unit(left[longest]).toArray();
      clear(again, orthonormal);
      clear(again, basis);
      Vec added = unit(again);
      basis.add(added);
      for (double[] vector : left) {
        clear(vector, List.of(added));
      }
    }
  }

  /** {x ∈ Rⁿ: ⟨row, x⟩ = 0 for each row}. */
  static List<Vec> annihilator(int n, List<Vec> rows, double threshold) {
    List<Vec> units = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      units.add(unit(n, i));
    }
    List<Vec> span = span(rows, threshold);
    List<Vec> complement = beside(span, units, 1e-8);
    return complement.subList(0, Math.min(complement.size(), n - span.size()));
  }

  static Vec unit(int n, int i) {
    double[] unit = new double[n];
    unit[i] = 1;
    return Vec.adopt(unit);
  }

  private static int longest(double[][] vectors) {
    int longest = -1;
    double most = 0;
    for (int i = 0; i < vectors.length; i++) {
      double norm = norm(vectors[i]);
      if (norm > most) {
        most = norm;
        longest = i;
      }
    }
    return longest;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  private static Vec unit(double[] x) {
    double norm = norm(x);
    return Vec.of(x).map(v -> v / norm);
  }

  /** x ← x − ⟨q, x⟩ q for each q. */
  private static void clear(double[] x, List<Vec> orthonormal) {
    for (Vec q : orthonormal) {
      double projection = 0;
      for (int i = 0; i < x.length; i++) {
        projection += q.get(i) * x[i];
      }
      for (int i = 0; i < x.length; i++) {
        x[i] -= projection * q.get(i);
      }
    }
  }
}
