package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * min ½‖y − X v‖² + Σ lⱼ |vⱼ| + ½ Σ mⱼ vⱼ², by cyclic coordinate descent on the active columns and
 * exact minimisation between changes of sign.
 *
 * <p>Coordinate descent finds which coefficients are not zero and their signs; with these the
 * minimum is a linear system (XᵀX + M) v = Xᵀy − l∘sign, solved by QR. If it lies beyond a change
 * of sign, v goes as far as the first one, which leaves. It ends at a duality gap of at most {@link
 * #GAP} · ½‖y‖²: with r̃ = (y − X v, −√M v) the dual point is c r̃, c ≤ 1 as large as |x̃ⱼ·c r̃| ≤
 * lⱼ allows, and the gap ½‖r̃‖² + Σ lⱼ|vⱼ| − c y·r + ½c²‖r̃‖². For one thread.
 *
 * <p>Source: J. Friedman, T. Hastie and R. Tibshirani, J. Stat. Softw. 33 (2010) 1–22.
 */
final class CoordinateDescent {
  /** Beside ½‖y‖². */
  static final double GAP = 1e-13;

  private static final int MOST_SWEEPS = 20_000;
  private static final int ACTIVE_SWEEPS = 5;

  private final double[][] x;
  private final double[] y;
  private final double[] l;
  private final double[] m;
  private final double[] v;
  private final double[] residual;

  /**
   * v and how it was found.
   *
   * @param gap duality gap over ½‖y‖²
   */
  record Minimum(Vec v, double gap, int sweeps) {
    boolean isConverged() {
      return gap <= GAP;
    }
  }

  /** Columns x, and l and m for each; an infinite l holds its v at zero. Starts from {@code v}. */
  CoordinateDescent(double[][] x, double[] y, double[] l, double[] m, double[] start) {
    this.x = x;
    this.y = y;
    this.l = l;
    this.m = m;
    this.v = start.clone();
    this.residual = y.clone();
    refreshResidual();
  }

  Minimum solve() {
    double gap = gap();
    int sweeps = 0;
    while (gap > GAP && sweeps < MOST_SWEEPS) {
      for (int j = 0; j < v.length; j++) {
        update(j);
      }
      for (int s = 0; s < ACTIVE_SWEEPS; s++) {
        for (int j = 0; j < v.length; j++) {
          if (v[j] != 0) {
            update(j);
          }
        }
      }
      settle();
      sweeps += 1 + ACTIVE_SWEEPS;
      gap = gap();
    }
    return new Minimum(Vec.of(v), gap, sweeps);
  }

  /** The minimum along one coordinate. */
  private void update(int j) {
    if (Double.isInfinite(l[j])) {
      return;
    }
    double square = DotProduct.of(x[j], x[j]);
    double pull = DotProduct.of(x[j], residual) + square * v[j];
    double next = Math.copySign(Math.max(0, Math.abs(pull) - l[j]), pull) / (square + m[j]);
    if (next != v[j]) {
      OneEquation.add(v[j] - next, x[j], residual);
      v[j] = next;
    }
  }

  /** The minimum among all v with these signs, or the way to it up to where a sign would change. */
  private void settle() {
    List<Integer> active = active();
    boolean inside = active.isEmpty();
    while (!inside) {
      double[] goal = goal(active);
      double step = 1;
      int leaving = -1;
      for (int k = 0; k < goal.length; k++) {
        double now = v[active.get(k)];
        if (goal[k] * now <= 0) {
          double reach = now / (now - goal[k]);
          leaving = leaving < 0 || reach < step ? k : leaving;
          step = Math.min(step, reach);
        }
      }
      for (int k = 0; k < goal.length; k++) {
        int j = active.get(k);
        v[j] = leaving < 0 ? goal[k] : k == leaving ? 0 : v[j] + step * (goal[k] - v[j]);
      }
      active = active();
      inside = leaving < 0 || active.isEmpty();
    }
    refreshResidual();
  }

  /** (XᵀX + M)⁻¹ (Xᵀy − l∘sign v) on the active columns. */
  private double[] goal(List<Integer> active) {
    int k = active.size();
    Block rows = new Block(y.length + k, k + 1);
    rows.setRows(y.length + k);
    double[] pull = new double[k];
    for (int c = 0; c <= k; c++) {
      double[] column = c < k ? x[active.get(c)] : y;
      System.arraycopy(column, 0, rows.values(), rows.offset(c), y.length);
      if (c < k) {
        int j = active.get(c);
        rows.set(y.length + c, c, Math.sqrt(m[j]));
        pull[c] = Math.copySign(l[j], v[j]);
      }
    }
    TriangularFold fold = new TriangularFold(k + 1);
    fold.fold(rows);
    Matrix t = fold.triangle();
    double[] right = t.col(k).slice(0, k).toArray();
    for (int i = 0; i < k; i++) {
      double sum = pull[i];
      for (int b = 0; b < i; b++) {
        sum -= t.get(b, i) * pull[b];
      }
      pull[i] = sum / t.get(i, i);
      right[i] -= pull[i];
    }
    return Triangle.solve(t, Vec.adopt(right), k).toArray();
  }

  private List<Integer> active() {
    List<Integer> active = new ArrayList<>();
    for (int j = 0; j < v.length; j++) {
      if (v[j] != 0) {
        active.add(j);
      }
    }
    return active;
  }

  private void refreshResidual() {
    System.arraycopy(y, 0, residual, 0, y.length);
    for (int j = 0; j < v.length; j++) {
      if (v[j] != 0) {
        OneEquation.add(-v[j], x[j], residual);
      }
    }
  }

  private double gap() {
    double half = 0.5 * DotProduct.of(y, y);
    if (half == 0) {
      return Arrays.stream(v).allMatch(value -> value == 0) ? 0 : Double.POSITIVE_INFINITY;
    }
    double squares = DotProduct.of(residual, residual);
    double norm = 0;
    double c = 1;
    for (int j = 0; j < v.length; j++) {
      if (!Double.isInfinite(l[j])) {
        squares += m[j] * v[j] * v[j];
        norm += l[j] * Math.abs(v[j]);
        double pull = Math.abs(DotProduct.of(x[j], residual) - m[j] * v[j]);
        c = pull > l[j] ? Math.min(c, l[j] / pull) : c;
      }
    }
    double dual = c * DotProduct.of(y, residual) - 0.5 * c * c * squares;
    return (0.5 * squares + norm - dual) / half;
  }
}
