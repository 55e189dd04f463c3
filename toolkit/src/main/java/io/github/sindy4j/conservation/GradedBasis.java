package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * A sparse basis of a space of coefficient vectors: Gauss–Jordan elimination with complete pivoting
 * in the scales of the functions. Each vector is 1 at its own pivot and 0 at those of the others.
 *
 * <p>It grows: what was found among few functions stays when the space grows with more of them.
 */
final class GradedBasis {
  /** Magnitudes closer than this count as equal, and the first function wins. */
  private static final double TIE = 1 + 1e-6;

  private final Vec scales;
  private final List<Vec> vectors = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  /** The empty basis for functions of these scales. */
  GradedBasis(Vec scales) {
    this.scales = scales;
  }

  /** The vectors found so far. */
  List<Vec> vectors() {
    return List.copyOf(vectors);
  }

  /** Adds what the space of these vectors holds beyond the basis; returns the vectors added. */
  List<Vec> extend(List<Vec> space) {
    List<double[]> rows = new ArrayList<>();
    for (Vec c : space) {
      double[] row = c.toArray();
      for (int j = 0; j < row.length; j++) {
        row[j] *= scales.get(j);
      }
      rows.add(row);
    }
    for (int pivot : pivots) {
      double[] strongest = rows.get(strongest(rows, pivot));
      rows.remove(strongest);
      rows.forEach(row -> eliminate(row, strongest, pivot));
    }
    rows.forEach(GradedBasis::normalise);
    List<Integer> found = reduce(rows);
    List<Vec> added = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      int pivot = found.get(k);
      double[] c = rows.get(k);
      double one = c[pivot] / scales.get(pivot);
      for (int j = 0; j < c.length; j++) {
        c[j] = c[j] == 0 ? 0 : c[j] / scales.get(j) / one;
      }
      c[pivot] = 1;
      added.add(Vec.adopt(c));
    }
    vectors.addAll(added);
    pivots.addAll(found);
    return added;
  }

  private static List<Integer> reduce(List<double[]> rows) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      int bestRow = k;
      int best = 0;
      for (int i = k; i < rows.size(); i++) {
        for (int j = 0; j < rows.get(i).length; j++) {
          if (Math.abs(rows.get(i)[j]) > TIE * Math.abs(rows.get(bestRow)[best])) {
            bestRow = i;
            best = j;
          }
        }
      }
      double[] pivotRow = rows.remove(bestRow);
      int pivot = best;
      rows.forEach(row -> eliminate(row, pivotRow, pivot));
      rows.add(k, pivotRow);
      found.add(pivot);
    }
    return found;
  }

  private static int strongest(List<double[]> rows, int column) {
    int strongest = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (Math.abs(rows.get(i)[column]) > Math.abs(rows.get(strongest)[column])) {
        strongest = i;
      }
    }
    return strongest;
  }

  private static void eliminate(double[] row, double[] pivotRow, int pivot) {
    double factor = row[pivot] / pivotRow[pivot];
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * pivotRow[j];
    }
    row[pivot] = 0;
  }

  private static void normalise(double[] row) {
    double norm = Vec.of(row).norm();
    for (int j = 0; j < row.length; j++) {
      row[j] /= norm;
    }
  }
}
