package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Generators, elements and libraries that the tests of this package build from matrices. */
final class Given {
  private Given() {}

  /** x1 … xm. */
  static List<String> names(int m) {
    return IntStream.rangeClosed(1, m).mapToObj(i -> "x" + i).toList();
  }

  /** All monomials of x1 … xm up to this degree. */
  static Library monomials(int m, int degree) {
    return PolynomialLibrary.ofDegree(degree).over(names(m));
  }

  /** v = A x on x1 … xm, from entries i, j, Aᵢⱼ, i, j, Aᵢⱼ, … */
  static Generator linear(int m, double... entries) {
    return Generator.linear("", names(m), matrix(m, entries));
  }

  /** The matrix that is zero but for entries i, j, Aᵢⱼ, … */
  static Matrix matrix(int m, double... entries) {
    double[] a = new double[m * m];
    for (int e = 0; e < entries.length; e += 3) {
      int row = (int) entries[e];
      int column = (int) entries[e + 1];
      a[row * m + column] += entries[e + 2];
    }
    return Matrix.adopt(m, m, a);
  }

  /** The rotation from coordinate i to coordinate j of each of these vectors of length d. */
  static Generator rotation(int d, int vectors, int i, int j) {
    double[] entries = new double[6 * vectors];
    for (int k = 0; k < vectors; k++) {
      double[] own = {k * d + i, k * d + j, -1, k * d + j, k * d + i, 1};
      System.arraycopy(own, 0, entries, 6 * k, 6);
    }
    return linear(d * vectors, entries);
  }

  /** so(d) on these vectors: all d (d − 1)/2 rotations. */
  static List<Generator> so(int d, int vectors) {
    List<Generator> all = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        all.add(rotation(d, vectors, i, j));
      }
    }
    return all;
  }

  /** Translations of the first {@code points} vectors of length d, of all by the same. */
  static List<Generator> translations(int d, int vectors, int points) {
    List<Generator> all = new ArrayList<>();
    int m = d * vectors;
    for (int i = 0; i < d; i++) {
      double[] offset = new double[m];
      for (int k = 0; k < points; k++) {
        offset[k * d + i] = 1;
      }
      all.add(Generator.affine("", names(m), Matrix.zeros(m, m), Vec.adopt(offset)));
    }
    return all;
  }

  /** so(1, 3) on these 4-vectors (t, x, y, z): boosts and rotations. */
  static List<Generator> lorentz(int vectors) {
    List<Generator> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        double[] entries = new double[6 * vectors];
        for (int k = 0; k < vectors; k++) {
          double[] own = {4 * k + i, 4 * k + j, i == 0 ? 1 : -1, 4 * k + j, 4 * k + i, 1};
          System.arraycopy(own, 0, entries, 6 * k, 6);
        }
        all.add(linear(4 * vectors, entries));
      }
    }
    return all;
  }

  /** F(A x) = A F(x). */
  static GroupElement element(Matrix a) {
    return new GroupElement("", names(a.rows()), a, a);
  }

  /** The matrix with this diagonal. */
  static Matrix diagonal(double... entries) {
    double[] a = new double[entries.length * entries.length];
    for (int i = 0; i < entries.length; i++) {
      a[i * entries.length + i] = entries[i];
    }
    return Matrix.adopt(entries.length, entries.length, a);
  }

  /** x ↦ (x_p(1), …, x_p(m)). */
  static Matrix permutation(int... p) {
    double[] a = new double[p.length * p.length];
    for (int i = 0; i < p.length; i++) {
      a[i * p.length + p[i]] = 1;
    }
    return Matrix.adopt(p.length, p.length, a);
  }

  static Action action(String text, List<Generator> generators) {
    return new Action(text, generators, List.of());
  }

  static Action action(String text, GroupElement... elements) {
    return new Action(text, List.of(), List.of(elements));
  }
}
