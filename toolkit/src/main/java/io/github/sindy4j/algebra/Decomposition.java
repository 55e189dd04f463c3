package io.github.sindy4j.algebra;

import io.github.sindy4j.linalg.Eigenvalues;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * g as a direct sum of ideals that are no direct sums themselves.
 *
 * <p>The maps T with T[x, y] = [T x, y] (the centroid) keep every summand. The eigenspaces of one
 * of them, drawn at random, are ideals, and complex pairs belong together; a draw is believed only
 * when the brackets of different eigenspaces vanish.
 */
final class Decomposition {
  private static final int DRAWS = 4;
  private static final double CLUSTER = 0.03;
  private static final double AMPLIFICATION = 1e3;

  private final NumericCoordinates g;

  /** An eigenvalue with a chain of three splits by about the third root of an error. */
  private final double splitting;

  private Decomposition(NumericCoordinates g) {
    this.g = g;
    this.splitting = Math.cbrt(g.threshold() / Math.max(g.largest(), Double.MIN_NORMAL));
  }

  static List<NumericCoordinates> of(NumericCoordinates g) {
    Decomposition decomposition = new Decomposition(g);
    List<List<Vec>> best = List.of(g.units());
    List<Vec> centroid = decomposition.centroid();
    SplittableRandom random = new SplittableRandom(7);
    for (int draw = 0; draw < DRAWS && centroid.size() > 1; draw++) {
      List<List<Vec>> pieces = decomposition.eigenspaces(decomposition.drawn(centroid, random));
      if (pieces.size() > best.size() && decomposition.areApart(pieces)) {
        best = pieces;
      }
    }
    return decomposition.sections(best);
  }

  /** The maps T, row-major: Σₖ cᵢⱼᵏ Tₗₖ = Σₖ Tₖᵢ cₖⱼˡ. */
  private List<Vec> centroid() {
    int d = g.dimension();
    List<Vec> rows = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int l = 0; l < d; l++) {
          double[] row = new double[d * d];
          for (int k = 0; k < d; k++) {
            row[l * d + k] += g.get(i, j, k);
            row[k * d + i] -= g.get(k, j, l);
          }
          rows.add(Vec.adopt(row));
        }
      }
    }
    return GramSchmidt.annihilator(d * d, rows, g.threshold());
  }

  /** A combination of them without its multiple of I, which would hide how eigenvalues differ. */
  private Matrix drawn(List<Vec> centroid, SplittableRandom random) {
    int d = g.dimension();
    Vec sum = Vec.zeros(d * d);
    for (Vec t : centroid) {
      sum = sum.plus(t.times(2 * random.nextDouble() - 1));
    }
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += sum.get(i * d + i);
    }
    return shifted(Matrix.adopt(d, d, sum.toArray()), trace / d);
  }

  private List<List<Vec>> eigenspaces(Matrix t) {
    Eigenvalues values = Eigenvalues.of(t);
    int[] clusters = clusters(t, values);
    List<List<Vec>> spaces = new ArrayList<>();
    for (int c : IntStream.of(clusters).distinct().sorted().toArray()) {
      spaces.add(eigenspace(t, values, clusters, c));
    }
    return spaces;
  }

  /** The number of the first eigenvalue that is joined with each by small steps. */
  private int[] clusters(Matrix t, Eigenvalues values) {
    int d = g.dimension();
    double spread = Math.max(values.real().maxAbs(), values.imaginary().maxAbs());
    double step = Math.max(CLUSTER * spread, splitting * Vec.adopt(t.toArray()).norm());
    int[] clusters = IntStream.range(0, d).toArray();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double distance =
            Math.hypot(
                values.real().get(i) - values.real().get(j),
                Math.abs(values.imaginary().get(i)) - Math.abs(values.imaginary().get(j)));
        if (distance < step) {
          join(clusters, clusters[i], clusters[j]);
        }
      }
    }
    return clusters;
  }

  private static void join(int[] clusters, int a, int b) {
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = clusters[i] == Math.max(a, b) ? Math.min(a, b) : clusters[i];
    }
  }

  /** The image of Π (T − λ) over the eigenvalues of all other clusters. */
  private List<Vec> eigenspace(Matrix t, Eigenvalues values, int[] clusters, int cluster) {
    int d = g.dimension();
    Matrix product = Matrix.identity(d);
    int size = 0;
    for (int i = 0; i < d; i++) {
      double a = values.real().get(i);
      double b = values.imaginary().get(i);
      if (clusters[i] == cluster) {
        size++;
      } else if (b == 0) {
        product = product.times(shifted(t, a));
      } else if (b > 0) {
        Matrix square = shifted(t, a).times(shifted(t, a));
        product = product.times(shifted(square, -b * b));
      }
    }
    Matrix image = product;
    List<Vec> columns = IntStream.range(0, d).mapToObj(image::col).toList();
    double largest = columns.stream().mapToDouble(Vec::norm).max().orElse(0);
    List<Vec> span = GramSchmidt.span(columns, 1e-10 * largest);
    return span.subList(0, Math.min(size, span.size()));
  }

  private static Matrix shifted(Matrix t, double a) {
    double[] entries = t.toArray();
    for (int i = 0; i < t.rows(); i++) {
      entries[i * t.rows() + i] -= a;
    }
    return Matrix.adopt(t.rows(), t.rows(), entries);
  }

  private boolean areApart(List<List<Vec>> pieces) {
    List<Vec> all = pieces.stream().flatMap(List::stream).toList();
    if (GramSchmidt.span(all, splitting).size() < g.dimension()) {
      return false;
    }
    double limit = AMPLIFICATION * g.threshold();
    for (List<Vec> a : pieces) {
      for (List<Vec> b : pieces) {
        if (a != b
            && a.stream().anyMatch(x -> b.stream().anyMatch(y -> g.bracket(x, y).norm() > limit))) {
          return false;
        }
      }
    }
    return true;
  }

  private List<NumericCoordinates> sections(List<List<Vec>> pieces) {
    List<NumericCoordinates> sections = new ArrayList<>();
    for (List<Vec> piece : pieces) {
      List<Vec> others =
          pieces.stream().filter(other -> other != piece).flatMap(List::stream).toList();
      sections.add(g.section(piece, others));
    }
    return sections;
  }
}
