package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that a generator has among people. */
final class GeneratorNames {
  private GeneratorNames() {}

  /**
   * {@code rotation(x,y)} of −y ∂x + x ∂y, {@code shift(x)} of ∂x, {@code scaling(x,y)} of x ∂x + y
   * ∂y, {@code scaling(x:2,y:-1)} with weights; rotations of several planes at once as {@code
   * rotation(x,y),(u,v)}; {@code shear(x,y)} of y ∂x; empty for any other.
   */
  static Optional<String> of(Generator v) {
    return v.matrix()
        .flatMap(
            a -> {
              Optional<String> shift = shift(v.variables(), a);
              Optional<String> scaling = shift.isPresent() ? shift : scaling(v.variables(), a);
              Optional<String> shear = scaling.isPresent() ? scaling : shear(v.variables(), a);
              return shear.isPresent() ? shear : rotation(v.variables(), a);
            });
  }

  private static Optional<String> shift(List<String> variables, Matrix a) {
    int m = variables.size();
    List<String> shifted = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        if (a.get(i, j) != 0) {
          return Optional.empty();
        }
      }
      if (a.get(i, m) != 0) {
        shifted.add(weighted(variables.get(i), a.get(i, m)));
      }
    }
    return shifted.isEmpty()
        ? Optional.empty()
        : Optional.of("shift(" + String.join(",", shifted) + ")");
  }

  private static Optional<String> scaling(List<String> variables, Matrix a) {
    int m = variables.size();
    List<String> scaled = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= m; j++) {
        if (i != j && a.get(i, j) != 0) {
          return Optional.empty();
        }
      }
      if (a.get(i, i) != 0) {
        scaled.add(weighted(variables.get(i), a.get(i, i)));
      }
    }
    return scaled.isEmpty()
        ? Optional.empty()
        : Optional.of("scaling(" + String.join(",", scaled) + ")");
  }

  private static Optional<String> shear(List<String> variables, Matrix a) {
    int m = variables.size();
    List<String> sheared = new ArrayList<>();
    for (int k = 0; k < m * (m + 1); k++) {
      int i = k / (m + 1);
      int j = k % (m + 1);
      if (a.get(i, j) != 0 && (i == j || j == m || a.get(i, j) != 1)) {
        return Optional.empty();
      }
      if (a.get(i, j) != 0) {
        sheared.add("shear(" + variables.get(i) + "," + variables.get(j) + ")");
      }
    }
    return sheared.size() == 1 ? Optional.of(sheared.get(0)) : Optional.empty();
  }

  private static Optional<String> rotation(List<String> variables, Matrix a) {
    int m = variables.size();
    List<String> planes = new ArrayList<>();
    boolean[] used = new boolean[m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= m; j++) {
        double entry = a.get(i, j);
        if (entry != 0 && (j == m || Math.abs(entry) != 1 || a.get(j, i) != -entry)) {
          return Optional.empty();
        }
        if (entry != 0 && (used[i] || used[j]) && j > i) {
          return Optional.empty();
        }
        if (entry != 0 && j > i) {
          boolean forward = entry < 0;
          used[i] = true;
          used[j] = true;
          planes.add(
              "(" + variables.get(forward ? i : j) + "," + variables.get(forward ? j : i) + ")");
        }
      }
    }
    return planes.isEmpty() ? Optional.empty() : Optional.of("rotation" + String.join(",", planes));
  }

  private static String weighted(String variable, double weight) {
    if (weight == 1) {
      return variable;
    }
    String text =
        weight == Math.rint(weight) && Math.abs(weight) < 1e6
            ? Long.toString((long) weight)
            : String.format(Locale.ROOT, "%.4g", weight);
    return variable + ":" + text;
  }
}
