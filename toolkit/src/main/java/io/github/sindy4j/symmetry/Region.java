package io.github.sindy4j.symmetry;

import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Extremes;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/**
 * The box [l₁, u₁] × … × [l_m, u_m] in which functions are compared: ⟨f, g⟩ is the mean of f g over
 * it.
 *
 * @param lower l
 * @param upper u, above l in every coordinate
 */
public record Region(Vec lower, Vec upper) {
  /** Checks that the box is not empty. */
  public Region {
    if (lower.size() != upper.size()) {
      throw new IllegalArgumentException(
          "Region: " + lower.size() + " lower and " + upper.size() + " upper bounds");
    }
    for (int i = 0; i < lower.size(); i++) {
      if (!(lower.get(i) < upper.get(i)) || Double.isInfinite(upper.get(i) - lower.get(i))) {
        throw new IllegalArgumentException(
            "Region: from " + lower.get(i) + " to " + upper.get(i) + " in coordinate " + i);
      }
    }
  }

  /**
   * The smallest box around the data, over states and then controls; where a column is constant at
   * c, from c − |c| to c + |c|, or from −1 to 1 at 0.
   */
  public static Region of(Dataset data) {
    int n = data.schema().states().size();
    int m = n + data.schema().controls().size();
    double[] least = new double[m];
    double[] largest = new double[m];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (Trajectory trajectory : data.trajectories()) {
      Extremes states = trajectory.extremes();
      Extremes controls = Extremes.of(trajectory.controls());
      for (int j = 0; j < m; j++) {
        Extremes part = j < n ? states : controls;
        int own = j < n ? j : j - n;
        least[j] = Math.min(least[j], part.least().get(own));
        largest[j] = Math.max(largest[j], part.largest().get(own));
      }
    }
    return around(least, largest);
  }

  /** The smallest box around columns; constant ones as for a dataset. */
  public static Region around(List<ColumnSummary> columns) {
    return around(
        columns.stream().mapToDouble(ColumnSummary::least).toArray(),
        columns.stream().mapToDouble(ColumnSummary::largest).toArray());
  }

  /** The smallest box around the inputs of samples; constant columns as for a dataset. */
  public static Region of(Samples samples) {
    int m = samples.inputs().cols();
    double[] least = new double[m];
    double[] largest = new double[m];
    for (int j = 0; j < m; j++) {
      double[] column = samples.inputs().col(j).toArray();
      least[j] = Arrays.stream(column).min().orElseThrow();
      largest[j] = Arrays.stream(column).max().orElseThrow();
    }
    return around(least, largest);
  }

  private static Region around(double[] lower, double[] upper) {
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] == upper[i]) {
        double width = lower[i] == 0 ? 1 : Math.abs(lower[i]);
        lower[i] -= width;
        upper[i] += width;
      }
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  /** [−1, 1]^m. */
  public static Region unit(int m) {
    return new Region(Vec.zeros(m).map(v -> -1), Vec.zeros(m).map(v -> 1));
  }

  /** m. */
  public int dimension() {
    return lower.size();
  }

  /** The centre of coordinate i. */
  public double centre(int i) {
    return lower.get(i) / 2 + upper.get(i) / 2;
  }

  /** Half the width of coordinate i. */
  public double halfWidth(int i) {
    return upper.get(i) / 2 - lower.get(i) / 2;
  }

  /**
   * The first {@code count} points xₖ = l + (u − l) · frac(k √pᵢ), pᵢ the i-th prime: they fill the
   * box evenly, no polynomial but 0 vanishes on them all, and more points continue fewer. count×m.
   * Source: Weyl, Mathematische Annalen 77, 1916 (equidistribution).
   */
  public Matrix points(int count) {
    int m = dimension();
    double[] values = new double[count * m];
    int prime = 1;
    for (int i = 0; i < m; i++) {
      prime = nextPrime(prime);
      double step = Math.sqrt(prime);
      for (int k = 0; k < count; k++) {
        double turns = (k + 1) * step;
        double part = turns - Math.floor(turns);
        values[k * m + i] = lower.get(i) * (1 - part) + upper.get(i) * part;
      }
    }
    return Matrix.adopt(count, m, values);
  }

  private static int nextPrime(int after) {
    int candidate = after + 1;
    for (int divisor = 2; divisor * divisor <= candidate; divisor++) {
      if (candidate % divisor == 0) {
        candidate++;
        divisor = 1;
      }
    }
    return candidate;
  }
}
